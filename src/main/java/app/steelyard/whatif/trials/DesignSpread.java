package app.steelyard.whatif.trials;

import app.steelyard.cost.result.Architecture;

/**
 * What the total cost of one architecture over the horizon came to in the trials, in the plan's currency.
 *
 * @param p10 a tenth of the trials cost less; quantiles are interpolated between order statistics (definition R-7)
 * @param p50StandardError of the median, from the order statistics about it
 * @param standardError of the mean
 * @param feasible share of the trials in which the design can do the job; its costs count in all of them
 * @param cheapest share of all trials in which it costs least among those that can do the job
 */
public record DesignSpread(
        Architecture architecture,
        double p10,
        double p50,
        double p80,
        double p90,
        double p50StandardError,
        double mean,
        double standardError,
        double feasible,
        TrialShare cheapest) {

    /** What to add to the median so that eight of ten trials stay below: P80 − P50. */
    public double contingency() {
        return p80 - p50;
    }
}
