package app.steelyard.cost.explain;

import java.util.List;

/**
 * How a figure came about, for a person to follow: the formula in words, what stands in it, and where that comes from.
 *
 * @param title what the figure is
 * @param formula in words and symbols
 * @param terms what stands in the formula, in its order
 * @param result the figure as shown
 * @param note what to know of it, or empty
 */
public record Derivation(String title, String formula, List<Term> terms, String result, String note) {

    public Derivation {
        terms = List.copyOf(terms);
    }

    /**
     * One term of a formula.
     *
     * @param value with its unit
     * @param source where it comes from: the plan's statement, or a price's source with its date; may be empty
     */
    public record Term(String name, String value, String source) {}
}
