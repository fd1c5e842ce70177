package app.steelyard.whatif.trials;

/**
 * How the ranks of a number go with those of the saving.
 *
 * @param coefficient Spearman's rank correlation, in [−1, 1]
 * @param standardError of the trials
 */
public record RankBar(Assumption assumption, double coefficient, double standardError) {}
