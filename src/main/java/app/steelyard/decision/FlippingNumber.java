package app.steelyard.decision;

import app.steelyard.decision.rules.Approach;
import app.steelyard.plan.check.PlanValidator;
import app.steelyard.text.Unit;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A number that is turned up and down until something else is recommended: by steps, then by bisection, then rounded. */
abstract class FlippingNumber {
    private static final int STEPS = 12;
    /** How often at most it is decided for, were nothing found. */
    static final int LOOKS = 2 * STEPS;
    /** A number is not looked at beyond this many times what it is; nobody expects it there. */
    private static final double FARTHEST = 100;

    private static final int HALVINGS = 18;
    /** Halvings that are looked at together; a divisor of their number. */
    private static final int AT_ONCE = 3;

    private static final int LEAST_DIGITS = 2;
    private static final int MOST_DIGITS = 9;
    /** How much farther away a rounder number may be. */
    private static final double ROUNDER = 1.04;

    private final Decision decision;
    private final double from;
    private final double min;
    private final double max;
    private final Unit unit;

    FlippingNumber(Decision decision, double from, double min, double max, Unit unit) {
        this.decision = decision;
        this.from = from;
        this.min = min;
        this.max = max;
        this.unit = unit;
    }

    abstract Change at(double value);

    /** What would be recommended at each of some values, each looked at when it is asked for. */
    abstract IntFunction<Approach> approaches(double... values);

    /** The nearest value that flips. */
    record Nearest(Change change, Approach after, double distance) {}

    /**
     * A value away from where a number is, and the one before it on that side, which does not flip.
     *
     * @param distant how many steps away
     */
    private record Tried(int distant, double before, double value) {}

    /** The nearest value on either side that flips, if any does: step by step away from where it is, up and down. */
    Optional<Nearest> nearest() {
        List<Tried> tried = IntStream.rangeClosed(1, STEPS)
                .boxed()
                .flatMap(i -> IntStream.of(1, -1)
                        .mapToObj(way -> new Tried(
                                i,
                                Math.clamp(stepped(way * (i - 1)), min, max),
                                Math.clamp(stepped(way * i), min, max))))
                .filter(t -> t.value() != t.before())
                .toList();
        IntFunction<Approach> after =
                approaches(tried.stream().mapToDouble(Tried::value).toArray());
        Optional<Nearest> nearest = Optional.empty();
        int reached = STEPS;
        for (int i = 0; i < tried.size() && tried.get(i).distant() <= reached; i++) {
            double value = tried.get(i).value();
            if (flipped(after.apply(i)).isPresent() && valid(at(value))) {
                Optional<Nearest> found = bisected(tried.get(i).before(), value);
                if (found.isPresent()) {
                    reached = tried.get(i).distant();
                    nearest = Stream.of(nearest, found)
                            .flatMap(Optional::stream)
                            .min(Comparator.comparingDouble(Nearest::distance));
                }
            }
        }
        return nearest;
    }

    /** Small steps at first, and ever larger ones. */
    private double stepped(int steps) {
        double share = steps / (double) STEPS;
        if (unit == Unit.FRACTION) {
            return from + share;
        }
        double factor = Math.pow(FARTHEST, share * Math.abs(share));
        return from > 0 ? from * factor : steps > 0 ? factor : 0;
    }

    /** Between a value that does not flip and one that does, the nearest round one that does; it is shown as it is. */
    private Optional<Nearest> bisected(double not, double does) {
        double keeps = not;
        double flips = does;
        for (int i = 0; i < HALVINGS; i += AT_ONCE) {
            // All that the next halvings could ask for is looked at together, which takes hardly longer than one of
            // them.
            double[] middles = new double[1 << AT_ONCE];
            middles(middles, 1, keeps, flips);
            middles[0] = middles[1];
            IntFunction<Approach> after = approaches(middles);
            for (int at = 1; at < middles.length; ) {
                boolean flipped = flipped(after.apply(at)).isPresent();
                flips = flipped ? middles[at] : flips;
                keeps = flipped ? keeps : middles[at];
                at = 2 * at + (flipped ? 0 : 1);
            }
        }
        double farthest = ROUNDER * distance(flips);
        boolean up = flips > not;
        double end = flips;
        double[] rounds = IntStream.rangeClosed(LEAST_DIGITS, MOST_DIGITS)
                .mapToDouble(digits -> round(end, up, digits))
                .toArray();
        IntFunction<Approach> afterRounds = approaches(rounds);
        Optional<Nearest> best = Optional.empty();
        for (int i = 0; i < rounds.length; i++) {
            Change rounded = at(rounds[i]);
            Optional<Approach> after = flipped(afterRounds.apply(i));
            if (after.isPresent() && valid(rounded)) {
                best = Optional.of(new Nearest(rounded, after.get(), distance(rounds[i])));
                if (best.get().distance() <= farthest) {
                    return best;
                }
            }
        }
        return best;
    }

    /** Fills in what halvings between two values could come to: at twice a place the nearer half, behind it the other. */
    private void middles(double[] middles, int at, double keeps, double flips) {
        if (at < middles.length) {
            double middle =
                    unit == Unit.FRACTION || keeps <= 0 || flips <= 0 ? (keeps + flips) / 2 : Math.sqrt(keeps * flips);
            middles[at] = middle;
            middles(middles, 2 * at, keeps, middle);
            middles(middles, 2 * at + 1, middle, flips);
        }
    }

    /** So many digits, but no more decimals than are shown, away from the value that does not flip. */
    private double round(double value, boolean up, int digits) {
        RoundingMode mode = up ? RoundingMode.CEILING : RoundingMode.FLOOR;
        int decimals = switch (unit) {
            case FRACTION -> 3;
            case SECONDS -> value < 10 ? 2 : 1;
            default -> value < 100 ? 2 : 0;
        };
        BigDecimal rounded = new BigDecimal(value).round(new MathContext(digits, mode));
        return (rounded.scale() > decimals ? rounded.setScale(decimals, mode) : rounded).doubleValue();
    }

    private double distance(double to) {
        return Math.abs(Math.log(Math.max(to, 0.01) / Math.max(from, 0.01)));
    }

    private boolean valid(Change change) {
        return PlanValidator.validate(change.in(decision.plan())).isEmpty();
    }

    private Optional<Approach> flipped(Approach after) {
        return Optional.of(after).filter(a -> a != decision.approach());
    }
}
