package app.steelyard.whatif.search;

import app.steelyard.cost.Comparison;
import app.steelyard.plan.Plan;
import app.steelyard.plan.PlanNumber;
import app.steelyard.pricing.PriceBook;
import app.steelyard.text.Texts;
import app.steelyard.whatif.Blocks;
import app.steelyard.whatif.SearchSpan;
import app.steelyard.whatif.search.GoalAnswer.Found;
import app.steelyard.whatif.search.GoalAnswer.Jump;
import app.steelyard.whatif.search.GoalAnswer.Nearest;
import app.steelyard.whatif.search.GoalAnswer.Never;
import app.steelyard.whatif.search.GoalAnswer.Solution;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import org.apache.commons.numbers.rootfinder.BrentSolver;

/**
 * For which value of a number a result comes to what is wanted, all else as in the plan. The cost function is smooth in
 * pieces, with jumps between them (whole cache steps, training rounds, breakpoints), so the whole of what the plan allows is
 * looked at first, closer about the plan's value, and a root finder closes in where the wanted value is crossed. Two
 * solutions nearer to each other than two values looked at are missed.
 */
public final class GoalSeek {
    private static final Texts TEXTS = Texts.of(GoalSeek.class);
    private static final int PARTS = 8;
    private static final int MOST_TURNS = 8;
    private static final int GOLDEN_STEPS = 60;
    private static final double GOLDEN = (3 - Math.sqrt(5)) / 2;
    /** A result nearer to the wanted one is the wanted one. */
    static final double EQUAL = 1e-12;

    private static final double REACHED = 1e-11;
    private static final double JUMP = 1e-9;
    private static final double CLOSE = 1e-14;

    private final Plan plan;
    private final PriceBook book;
    private final PlanNumber number;
    private final Goal goal;
    private final double target;
    private final BooleanSupplier cancelled;
    private final Map<Double, Double> seen = new TreeMap<>();
    private final List<Solution> solutions = new ArrayList<>();
    private final List<Jump> jumps = new ArrayList<>();
    private double zero;

    private GoalSeek(Plan plan, PriceBook book, PlanNumber number, Goal goal, BooleanSupplier cancelled) {
        this.plan = plan;
        this.book = book;
        this.number = number;
        this.goal = goal;
        this.target = goal instanceof Goal.Reaches reaches ? reaches.value() : 0;
        this.cancelled = cancelled;
    }

    /**
     * Searches all that the plan allows for {@code number}.
     *
     * @param plan free of problems
     * @param goal with a finite value, in the result's unit, where it is to reach one
     * @throws java.util.concurrent.CancellationException once {@code cancelled} says so
     */
    public static GoalAnswer solve(Plan plan, PriceBook book, PlanNumber number, Goal goal, BooleanSupplier cancelled) {
        if (goal instanceof Goal.Reaches reaches && !Double.isFinite(reaches.value())) {
            throw new IllegalArgumentException(TEXTS.get("goal.infinite"));
        }
        if (SearchSpan.fixed(plan, number)) {
            return new Never(
                    TEXTS.get("goal.fixed", number.path()),
                    Optional.empty(),
                    List.of(),
                    SearchSpan.limits(plan, number),
                    0);
        }
        return goal instanceof Goal.Cheapest cheapest
                ? new WinSeek(plan, book, number, cheapest, cancelled).answer()
                : new GoalSeek(plan, book, number, goal, cancelled).answer();
    }

    private GoalAnswer answer() {
        SearchSpan span = SearchSpan.limits(plan, number);
        double[] values = SeekPoints.of(plan, number, span);
        double[] off = DoubleStream.of(values).map(this::off).toArray();
        zero = EQUAL * (target != 0 ? Math.abs(target) : median(off));
        stretches(values, off);
        for (int i = 1; i < values.length; i++) {
            if (crosses(off[i - 1], off[i])) {
                if (span.whole()) {
                    jump(values[i - 1], values[i]);
                } else {
                    parts(values[i - 1], values[i]);
                }
            }
        }
        if (!span.whole()) {
            turns(values, off);
        }
        jumps.sort(Comparator.comparingDouble(Jump::before));
        if (!solutions.isEmpty()) {
            solutions.sort(nearestTo(number.get(plan)));
            return new Found(solutions, jumps, span, seen.size());
        }
        Optional<Nearest> nearest = nearest();
        String why = new WhyNever(plan, number, goal, List.copyOf(seen.values()), jumps).sentence(nearest);
        return new Never(why, nearest, jumps, span, seen.size());
    }

    /** Solutions nearer to {@code base}, the plan's value, first. */
    static Comparator<Solution> nearestTo(double base) {
        double start = Double.isNaN(base) ? 0 : base;
        return Comparator.comparingDouble((Solution s) -> start >= s.from() && start <= s.to()
                        ? 0
                        : Math.min(Math.abs(s.from() - start), Math.abs(s.to() - start)))
                .thenComparingDouble(Solution::from);
    }

    /** How far the result is off the wanted one; NaN where it is not known. */
    private double off(double value) {
        Double known = seen.get(value);
        if (known == null) {
            Blocks.check(cancelled);
            known = goal.off(Comparison.of(number.with(plan, value), book));
            seen.put(value, known);
        }
        return known;
    }

    private static double median(double[] off) {
        double[] sizes = DoubleStream.of(off)
                .map(Math::abs)
                .filter(Double::isFinite)
                .sorted()
                .toArray();
        return sizes.length == 0 ? 0 : sizes[sizes.length / 2];
    }

    private static boolean crosses(double a, double b) {
        return a < 0 && b > 0 || a > 0 && b < 0;
    }

    private boolean isZero(double off) {
        return Math.abs(off) <= zero;
    }

    /** Values looked at whose result is the wanted one, with their neighbours for which that holds as well. */
    private void stretches(double[] values, double[] off) {
        for (int i = 0; i < values.length; i++) {
            if (!isZero(off[i])) {
                continue;
            }
            int last = i;
            while (last + 1 < values.length && isZero(off[last + 1])) {
                last++;
            }
            double from = i == 0 || number.whole() ? values[i] : edge(values[i], values[i - 1]);
            double to =
                    last == values.length - 1 || number.whole() ? values[last] : edge(values[last], values[last + 1]);
            // A single value found by chance is a point, however flat the curve is there.
            boolean flat = to - from > JUMP * Math.max(Math.abs(from), Math.abs(to));
            double at = flat ? from : values[i];
            solutions.add(new Solution(at, flat ? to : at, target + off[i]));
            i = last;
        }
    }

    /** The farthest value from {@code inside} towards {@code outside} that is still the wanted result. */
    private double edge(double inside, double outside) {
        double does = inside;
        double not = outside;
        while (!close(does, not)) {
            double middle = (does + not) / 2;
            if (isZero(off(middle))) {
                does = middle;
            } else {
                not = middle;
            }
        }
        return does;
    }

    private static boolean close(double a, double b) {
        double middle = (a + b) / 2;
        return middle == a || middle == b || Math.abs(a - b) <= CLOSE * Math.max(Math.abs(a), Math.abs(b));
    }

    /** Looks closer between two values, for where the result crosses once it may cross thrice. */
    private void parts(double low, double high) {
        double before = low;
        for (int i = 1; i <= PARTS; i++) {
            double after = i == PARTS ? high : low + (high - low) * i / PARTS;
            if (crosses(off(before), off(after))) {
                root(before, after);
            } else if (i < PARTS && isZero(off(after))) {
                solutions.add(new Solution(after, after, target + off(after)));
            }
            before = after;
        }
    }

    /** Between two values whose results lie on either side of the wanted one. */
    private void root(double from, double to) {
        double low = from;
        double high = to;
        while (!Double.isFinite(off(low)) || !Double.isFinite(off(high))) {
            double middle = (low + high) / 2;
            if (close(low, high)) {
                jump(low, high);
                return;
            }
            double value = off(middle);
            if (Double.isNaN(value)) {
                return;
            }
            if (value > 0 == off(low) > 0) {
                low = middle;
            } else {
                high = middle;
            }
        }
        double scale = target != 0 ? Math.abs(target) : Math.max(Math.abs(off(low)), Math.abs(off(high)));
        DoubleUnaryOperator known = v -> {
            double value = off(v);
            return Double.isNaN(value) ? Double.POSITIVE_INFINITY : value;
        };
        double root = new BrentSolver(CLOSE / 10, Double.MIN_NORMAL, 0).findRoot(known, low, high);
        if (Math.abs(off(root)) <= REACHED * scale) {
            solutions.add(new Solution(root, root, target + off(root)));
            return;
        }
        while (!close(low, high)) {
            double middle = (low + high) / 2;
            if (off(middle) > 0 == off(low) > 0) {
                low = middle;
            } else {
                high = middle;
            }
        }
        if (Math.abs(off(high) - off(low)) > JUMP * scale) {
            jump(low, high);
        } else {
            double at = Math.abs(off(low)) < Math.abs(off(high)) ? low : high;
            solutions.add(new Solution(at, at, target + off(at)));
        }
    }

    private void jump(double before, double after) {
        jumps.add(new Jump(before, after, target + off(before), target + off(after)));
    }

    /** Where the result turns round near the wanted one between two values, it may touch or cross it there. */
    private void turns(double[] values, double[] off) {
        List<Integer> turns = new ArrayList<>();
        for (int i = 1; i < values.length - 1; i++) {
            double size = Math.abs(off[i]);
            boolean same = off[i] > 0 ? off[i - 1] > 0 && off[i + 1] > 0 : off[i - 1] < 0 && off[i + 1] < 0;
            if (same
                    && !isZero(off[i])
                    && size <= Math.abs(off[i - 1])
                    && size <= Math.abs(off[i + 1])
                    && !(size == Math.abs(off[i - 1]) && size == Math.abs(off[i + 1]))) {
                turns.add(i);
            }
        }
        turns.sort(Comparator.comparingDouble(i -> Math.abs(off[i])));
        for (int i : turns.subList(0, Math.min(MOST_TURNS, turns.size()))) {
            turn(values[i - 1], values[i], values[i + 1]);
        }
    }

    /** Golden section for the result nearest to the wanted one, ended as soon as that is crossed. */
    private void turn(double from, double start, double to) {
        double low = from;
        double middle = start;
        double high = to;
        for (int step = 0; step < GOLDEN_STEPS && !close(low, high); step++) {
            boolean right = high - middle > middle - low;
            double next = right ? middle + GOLDEN * (high - middle) : middle - GOLDEN * (middle - low);
            double value = off(next);
            if (Double.isNaN(value)) {
                return;
            }
            if (isZero(value) || crosses(off(middle), value)) {
                if (isZero(value)) {
                    solutions.add(new Solution(next, next, target + value));
                } else {
                    root(from, next);
                    root(next, to);
                }
                return;
            }
            if (Math.abs(value) < Math.abs(off(middle))) {
                low = right ? middle : low;
                high = right ? high : middle;
                middle = next;
            } else if (right) {
                high = next;
            } else {
                low = next;
            }
        }
        if (target != 0 && Math.abs(off(middle)) <= REACHED * Math.abs(target)) {
            solutions.add(new Solution(middle, middle, target + off(middle)));
        }
    }

    private Optional<Nearest> nearest() {
        return seen.entrySet().stream()
                .filter(e -> Double.isFinite(e.getValue()))
                .min(Comparator.comparingDouble(e -> Math.abs(e.getValue())))
                .map(e -> new Nearest(e.getKey(), target + e.getValue()));
    }
}
