package app.steelyard.whatif.search;

import app.steelyard.cost.result.Architecture;
import app.steelyard.plan.PlanNumber;
import app.steelyard.whatif.Bound;
import app.steelyard.whatif.SearchSpan;
import java.util.List;
import java.util.Optional;

/**
 * Where along one number the cheapest design changes, all else as in the plan.
 *
 * @param base the plan's value
 * @param derived whether the plan leaves the number out, so that the base is what is derived in its place
 * @param span where it was searched
 * @param stretches which design is cheapest where, in order, over the whole span
 */
public record SwitchingValue(
        PlanNumber number, double base, boolean derived, SearchSpan span, List<Stretch> stretches) {

    public SwitchingValue {
        stretches = List.copyOf(stretches);
    }

    /**
     * Values over which one design stays the cheapest.
     *
     * @param cheapest empty where nothing can do the job
     */
    public record Stretch(double from, double to, Optional<Architecture> cheapest) {}

    /**
     * A change of the cheapest design.
     *
     * @param value at which it happens; of a whole number, the first with another cheapest design
     * @param from on the plan's side of it; empty where nothing can do the job
     * @param to beyond it; empty where nothing can do the job
     */
    public record Point(double value, Optional<Architecture> from, Optional<Architecture> to) {}

    /** The nearest change below the plan's value. */
    public Optional<Point> below() {
        int own = own();
        return own == 0
                ? Optional.empty()
                : Optional.of(new Point(
                        span.whole()
                                ? stretches.get(own).from() - 1
                                : stretches.get(own).from(),
                        stretches.get(own).cheapest(),
                        stretches.get(own - 1).cheapest()));
    }

    /** The nearest change above the plan's value. */
    public Optional<Point> above() {
        int own = own();
        return own == stretches.size() - 1
                ? Optional.empty()
                : Optional.of(new Point(
                        stretches.get(own + 1).from(),
                        stretches.get(own).cheapest(),
                        stretches.get(own + 1).cheapest()));
    }

    /**
     * What the other design is cheapest above or below of: the value of {@code point}, or of a whole number the last on the
     * plan's side of it.
     */
    public double limit(Point point) {
        return span.whole() ? point.value() + Math.signum(base - point.value()) : point.value();
    }

    /** On which side of the plan's value {@code point} lies, and the other design beyond it. */
    public Bound side(Point point) {
        return Bound.of(point.value(), base);
    }

    /** The cheapest design at the plan's value; empty where nothing can do the job. */
    public Optional<Architecture> here() {
        return stretches.get(own()).cheapest();
    }

    /** Whether the cheapest design is the same over the whole span. */
    public boolean never() {
        return stretches.size() == 1;
    }

    private int own() {
        int own = 0;
        while (own < stretches.size() - 1 && base >= stretches.get(own + 1).from()) {
            own++;
        }
        return own;
    }
}
