package app.steelyard.decision.advice;

import app.steelyard.decision.rules.Option;
import app.steelyard.decision.rules.Rule;
import app.steelyard.decision.rules.Truth;
import java.util.List;

/**
 * What speaks for and against one option.
 *
 * @param excluded TRUE where it is ruled out, UNKNOWN where an open answer could rule it out
 * @param good the rules for it, the strongest first
 * @param bad the rules against it or ruling it out, the strongest first
 */
public record OptionScore(Option option, ScoreRange score, Truth excluded, List<Rule> good, List<Rule> bad) {
    public OptionScore {
        good = List.copyOf(good);
        bad = List.copyOf(bad);
    }

    /** The rules that rule it out, the strongest first. */
    public List<Rule> excluding() {
        return bad.stream().filter(r -> r.excludes(option)).toList();
    }
}
