package app.steelyard.plan;

/**
 * Two numbers that move together.
 *
 * @param first path of a number with a range
 * @param second path of another
 * @param coefficient Spearman's rank correlation, in [-1, 1]
 */
public record Correlation(String first, String second, double coefficient) {}
