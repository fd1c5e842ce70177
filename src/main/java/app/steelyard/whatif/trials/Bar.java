package app.steelyard.whatif.trials;

/**
 * What one number alone does to the saving of an architecture against today's, or to its lead over the next best, all others
 * at the plan's own. An end at which that is not known is NaN.
 *
 * @param atLow the saving or the lead at the lower end, in the plan's currency
 * @param atHigh the same at the upper end
 * @param atBase the same at the plan's own numbers
 * @param lowValue the number at the lower end: the least value of a bounded distribution, the 5th percentile of others
 * @param highValue the number at the upper end
 * @param cheapestAtLow index of the architecture that is cheapest there among those that can do the job, or −1
 */
public record Bar(
        Assumption assumption,
        double atLow,
        double atHigh,
        double atBase,
        double lowValue,
        double highValue,
        int cheapestAtLow,
        int cheapestAtHigh) {

    /** How far it moves between the ends, at least 0; infinite where it is not known at one. */
    public double width() {
        double width = Math.abs(atHigh - atLow);
        return Double.isNaN(width) ? Double.POSITIVE_INFINITY : width;
    }
}
