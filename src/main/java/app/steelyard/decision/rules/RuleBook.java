package app.steelyard.decision.rules;

import java.util.List;

/**
 * The rules, read from {@code rules.json} by {@link RuleReader}.
 *
 * @param version the month in which a rule was last changed; stands in every decision record
 */
public record RuleBook(String version, List<Evidence> evidence, List<Rule> rules) {
    private static final RuleBook SHIPPED = RuleReader.shipped();

    public RuleBook {
        evidence = List.copyOf(evidence);
        rules = List.copyOf(rules);
    }

    /** The rules that come with the program. */
    public static RuleBook get() {
        return SHIPPED;
    }
}
