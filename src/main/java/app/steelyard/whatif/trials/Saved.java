package app.steelyard.whatif.trials;

/**
 * What one architecture saves over the horizon against today's, in the plan's currency; below 0 it costs more.
 *
 * @param p10 in a tenth of the trials it saves less
 * @param p50StandardError of the median
 * @param standardError of the mean
 * @param loss share of the trials in which it costs more than today's
 */
public record Saved(
        double p10,
        double p50,
        double p90,
        double p50StandardError,
        double mean,
        double standardError,
        TrialShare loss,
        Histogram histogram) {}
