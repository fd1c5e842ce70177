package app.steelyard.whatif;

import app.steelyard.plan.Plan;
import app.steelyard.plan.PlanField;
import app.steelyard.plan.PlanNumber;
import app.steelyard.plan.Range;
import app.steelyard.plan.item.ContextItem;
import app.steelyard.plan.item.Scope;
import app.steelyard.text.Currency;
import app.steelyard.text.Unit;
import java.util.Optional;
import java.util.stream.DoubleStream;

/**
 * Where a number is searched: its range in the plan if it has one, else as far from the plan's value as anybody would
 * expect it.
 *
 * @param from in the number's unit
 * @param to above {@code from}
 * @param logarithmic whether it spans so much that its points stand at equal ratios; {@code from} is then above 0
 * @param whole whether only whole numbers make sense
 * @param stated whether it is the plan's own range
 */
public record SearchSpan(double from, double to, boolean logarithmic, boolean whole, boolean stated) {
    /** From this ratio on, equal steps would crowd all that is interesting into the first few. */
    private static final double WIDE = 20;
    /** Without a range a number is searched from a hundredth to a hundred times of what it is. */
    private static final double FARTHEST = 100;

    private static final double MOST_GROWTH = 0.25;

    /** Where {@code number} of {@code plan} is searched. */
    public static SearchSpan of(Plan plan, PlanNumber number) {
        Optional<Range> range = plan.whatIf().range(number.path());
        double base = number.get(plan);
        if (range.isPresent()) {
            return between(number, range.get().low(), range.get().high(), true);
        }
        double max = max(plan, number);
        if (number == PlanField.GROWTH_PER_MONTH) {
            return between(number, Math.min(base, -MOST_GROWTH), Math.max(base, MOST_GROWTH), false);
        }
        if (number.unit() == Unit.FRACTION || number.whole() || number == PlanField.ACTIVE_HOURS_PER_DAY) {
            return between(number, number.min(), max, false);
        }
        return base > 0
                ? between(
                        number,
                        Math.max(number.min(), base / FARTHEST),
                        Math.clamp(base * FARTHEST, number.min(), max),
                        false)
                : between(number, number.min(), Math.min(max, usual(number.unit())), false);
    }

    /** From one end to the other of what the plan allows. */
    public static SearchSpan limits(Plan plan, PlanNumber number) {
        return between(number, number.min(), max(plan, number), false);
    }

    /** The span from {@code from} to {@code to}, at equal ratios where it is wide. */
    public static SearchSpan between(PlanNumber number, double from, double to, boolean stated) {
        return new SearchSpan(from, to, from > 0 && to / from >= WIDE && !number.whole(), number.whole(), stated);
    }

    /** The largest value with which the plan still makes sense. */
    private static double max(Plan plan, PlanNumber number) {
        if (number != PlanField.CACHE_MINIMUM_TOKENS) {
            return number.max();
        }
        return plan.items().stream()
                .filter(i -> i.scope() != Scope.REQUEST)
                .mapToDouble(ContextItem::tokens)
                .sum();
    }

    /** Whether the plan allows no other value of {@code number}, as of the rate from dollars to dollars. */
    public static boolean fixed(Plan plan, PlanNumber number) {
        return number == PlanField.EXCHANGE_RATE && plan.currency().equals(Currency.USD);
    }

    /** What counts as much of a number of which the plan has none. */
    private static double usual(Unit unit) {
        return switch (unit) {
            case TOKENS -> 1e5;
            case REQUESTS -> 1e6;
            case COUNT -> 1e3;
            case WEEKS -> 52;
            case HOURS -> 24;
            case MONTHS -> 36;
            case SECONDS -> 60;
            case MONEY -> 1e5;
            case FRACTION, RATE -> 1;
        };
    }

    /** The value {@code share} of the way, by difference or by ratio. */
    public double at(double share) {
        return logarithmic ? from * Math.pow(to / from, share) : from + share * (to - from);
    }

    /** How far along {@code value} is: 0 at the start, 1 at the end, beyond them outside. */
    public double share(double value) {
        return logarithmic ? Math.log(value / from) / Math.log(to / from) : (value - from) / (to - from);
    }

    /** At least {@code count} values from one end to the other, or all the whole ones. */
    public double[] points(int count) {
        if (whole) {
            return DoubleStream.iterate(Math.ceil(from), x -> x <= to, x -> x + 1)
                    .toArray();
        }
        double[] points = new double[count];
        for (int i = 0; i < count; i++) {
            points[i] = i == 0 ? from : i == count - 1 ? to : at(i / (double) (count - 1));
        }
        return points;
    }
}
