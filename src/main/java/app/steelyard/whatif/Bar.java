package app.steelyard.whatif;

/**
 * What one number alone does to the saving of an architecture against today's, all others at the plan's own.
 *
 * @param atLow the saving at the lower end, in the plan's currency
 * @param atHigh the saving at the upper end
 * @param atBase the saving at the plan's own numbers
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

    /** How far the saving moves between the ends, at least 0. */
    public double width() {
        return Math.abs(atHigh - atLow);
    }
}
