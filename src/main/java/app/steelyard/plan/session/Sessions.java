package app.steelyard.plan.session;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How requests hang together. A request is a turn: one call of the model. A session is one chain of turns, each of which
 * repeats what the turn before it sent; a sub-agent is a chain of its own.
 *
 * @param perMonth sessions in the first month; null where requests are stated instead
 * @param turns requests in a session on average, 1 or more; 1 for requests that have nothing to do with each other
 * @param turnsSpread standard deviation of the turns as a fraction of their mean; null for that of a chain that may end
 *     after any turn with the same probability
 * @param gapMedianSeconds from the start of a request to the start of the next, where a person comes between
 * @param gapP95Seconds the same at the 95th percentile, above the median
 * @param toolShare the share of the gaps in which no person but a tool comes between, 0 to 1
 * @param toolGapMedianSeconds the gap where a tool comes between
 * @param toolGapP95Seconds the same at the 95th percentile, above the median
 * @param parallel chains that start at the same moment, none of which finds what the others write; 1 or more
 * @param classes of sessions of unlike size, whose turns are taken in proportion where their mean is not {@code turns}; null
 *     for one
 * @param gaps as measured, the shortest first, in place of medians and percentiles; null for these
 */
public record Sessions(
        @Nullable Double perMonth,
        double turns,
        @Nullable Double turnsSpread,
        double gapMedianSeconds,
        double gapP95Seconds,
        double toolShare,
        double toolGapMedianSeconds,
        double toolGapP95Seconds,
        double parallel,
        @Nullable List<SizeClass> classes,
        @Nullable List<GapStep> gaps) {

    /** Requests that have nothing to do with each other; the gaps are those of a chat, for when there are turns. */
    public static final Sessions SINGLE = new Sessions(null, 1, null, 60, 600, 0, 5, 30, 1, null, null);

    /** A mean is shown in a field, so without the noise of its sum. */
    private static final double DIGITS = 1e6;

    public Sessions {
        classes = classes == null || classes.isEmpty() ? null : List.copyOf(classes);
        gaps = gaps == null || gaps.isEmpty() ? null : List.copyOf(gaps);
    }

    /** The classes; none where all sessions are alike. */
    public List<SizeClass> sizes() {
        return classes == null ? List.of() : classes;
    }

    /** The measured gaps; none where they follow from medians and percentiles. */
    public List<GapStep> measuredGaps() {
        return gaps == null ? List.of() : gaps;
    }

    /** The turns of a session on average, over all of its classes; 1 where there are none. */
    public static double mean(List<SizeClass> classes) {
        return classes.isEmpty()
                ? 1
                : classes.stream().mapToDouble(c -> c.share() * c.turns()).sum()
                        / classes.stream().mapToDouble(SizeClass::share).sum();
    }

    public Sessions withPerMonth(@Nullable Double value) {
        return new Sessions(
                value,
                turns,
                turnsSpread,
                gapMedianSeconds,
                gapP95Seconds,
                toolShare,
                toolGapMedianSeconds,
                toolGapP95Seconds,
                parallel,
                classes,
                gaps);
    }

    /** With the turns that follow from {@code value}, where it says anything. */
    public Sessions withClasses(List<SizeClass> value) {
        return new Sessions(
                perMonth,
                value.isEmpty() ? turns : Math.rint(mean(value) * DIGITS) / DIGITS,
                turnsSpread,
                gapMedianSeconds,
                gapP95Seconds,
                toolShare,
                toolGapMedianSeconds,
                toolGapP95Seconds,
                parallel,
                value,
                gaps);
    }

    public Sessions withGaps(List<GapStep> value) {
        return new Sessions(
                perMonth,
                turns,
                turnsSpread,
                gapMedianSeconds,
                gapP95Seconds,
                toolShare,
                toolGapMedianSeconds,
                toolGapP95Seconds,
                parallel,
                classes,
                value);
    }
}
