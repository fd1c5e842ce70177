package app.steelyard.whatif.search;

import app.steelyard.plan.Plan;
import app.steelyard.plan.PlanNumber;
import app.steelyard.plan.Range;
import app.steelyard.text.Unit;
import app.steelyard.whatif.SearchSpan;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The values at which a search first looks: all that the plan allows, closer about the plan's own value and range. */
final class SeekPoints {
    private static final int EVEN_POINTS = 129;
    private static final int PER_DECADE_NEAR = 24;
    private static final int PER_DECADE_FAR = 8;
    private static final double NEAR = 100;
    private static final double SMALLEST = 1e-4;
    /** Up to here a number is looked at in equal steps. */
    private static final double NARROW = 100;

    private SeekPoints() {}

    /** In order, for {@code number} of {@code plan} within {@code limits}. */
    static double[] of(Plan plan, PlanNumber number, SearchSpan limits) {
        if (limits.whole()) {
            return limits.points(0);
        }
        TreeSet<Double> values = new TreeSet<>();
        double base = number.get(plan);
        if (number.unit() == Unit.FRACTION || limits.to() <= NARROW) {
            add(values, new SearchSpan(limits.from(), limits.to(), false, false, false), EVEN_POINTS);
        } else {
            double middle = base > 0 ? base : Math.max(1, limits.from());
            values.add(limits.from());
            decades(values, limits, middle * SMALLEST, limits.to(), PER_DECADE_FAR);
            decades(values, limits, middle / NEAR, middle * NEAR, PER_DECADE_NEAR);
        }
        if (!Double.isNaN(base)) {
            values.add(base);
        }
        Optional<Range> range = plan.whatIf().range(number.path());
        range.ifPresent(r -> add(values, new SearchSpan(r.low(), r.high(), false, false, true), EVEN_POINTS / 2));
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static void add(Set<Double> values, SearchSpan span, int count) {
        for (double value : span.points(count)) {
            values.add(value);
        }
    }

    private static void decades(Set<Double> values, SearchSpan limits, double from, double to, int perDecade) {
        double low = Math.max(limits.from(), from);
        double high = Math.min(limits.to(), to);
        if (low > 0 && low < high) {
            add(values, new SearchSpan(low, high, true, false, false), 2 + (int) (perDecade * Math.log10(high / low)));
        }
    }
}
