package app.steelyard.whatif.trials;

import app.steelyard.plan.Plan;
import app.steelyard.plan.PlanNumber;
import app.steelyard.whatif.SearchSpan;
import java.math.BigDecimal;
import java.math.MathContext;

/** A number that is not sure, to be turned by hand over its range. */
public record Dial(PlanNumber number, SearchSpan span) {
    /** As fine as a hand can aim. */
    private static final MathContext DIGITS = new MathContext(3);

    /** Over the range of {@code assumption}, and as far as the plan's own number if that lies outside. */
    public static Dial of(Plan plan, Assumption assumption) {
        PlanNumber number = assumption.number();
        double now = number.get(plan);
        return new Dial(
                number,
                SearchSpan.between(
                        number,
                        Math.min(now, assumption.range().low()),
                        Math.max(now, assumption.range().high()),
                        true));
    }

    /** How far along {@code value} is, 0 to 1. */
    public double position(double value) {
        return Math.clamp(span.share(value), 0.0, 1.0);
    }

    /** The value at {@code position}, rounded to three significant digits, or to a whole number where it must be one. */
    public double value(double position) {
        double exact = span.at(position);
        double rounded = span.whole()
                ? Math.rint(exact)
                : new BigDecimal(exact).round(DIGITS).doubleValue();
        return Math.clamp(rounded, span.from(), span.to());
    }
}
