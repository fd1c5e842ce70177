package app.steelyard.whatif.trials;

import app.steelyard.plan.PlanNumber;
import app.steelyard.plan.Range;

/**
 * A number of the plan that is not sure.
 *
 * @param range what it might be, its path that of the number
 * @param base the plan's own value
 */
public record Assumption(PlanNumber number, Range range, double base) {

    /** How its values are spread, inside the number's own limits. */
    public ValueSpread spread() {
        return ValueSpread.of(range, base, number.min(), number.max());
    }

    /**
     * The lower end of the range: the least value of a bounded distribution, the 5th percentile of the others; whole
     * where the number is.
     */
    public double low() {
        return rounded(spread().low());
    }

    /** The upper end: the greatest value, or the 95th percentile; whole where the number is. */
    public double high() {
        return rounded(spread().high());
    }

    /** {@code value}, or the whole number nearest to it where only whole ones make sense. */
    public double rounded(double value) {
        return number.whole() ? Math.rint(value) : value;
    }
}
