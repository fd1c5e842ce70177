package app.steelyard.decision.advice;

import app.steelyard.cost.result.Notice;
import app.steelyard.decision.rules.Rule;
import java.util.List;

/**
 * Something to know of a decision.
 *
 * @param item id of the item it is about, or empty for the system
 * @param rules what says so; two or more where they contradict each other
 */
public record Finding(Notice.Severity severity, String item, String text, List<Rule> rules) {
    public Finding {
        rules = List.copyOf(rules);
    }
}
