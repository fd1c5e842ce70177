package app.steelyard.decision.advice;

import app.steelyard.decision.rules.Rule;
import java.util.List;

/**
 * A rule as a reason for or against an approach.
 *
 * @param items names of the items it speaks of
 */
public record Argument(Rule rule, List<String> items) {
    public Argument {
        items = List.copyOf(items);
    }
}
