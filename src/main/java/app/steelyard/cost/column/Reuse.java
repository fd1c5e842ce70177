package app.steelyard.cost.column;

import app.steelyard.plan.PlanField;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How often one distinct prefix is asked for and what ends its life in the cache, in a block of rows: all that its hit rate
 * follows from at a given traffic. Two are equal where they are made of the same columns and rules.
 *
 * @param levels of traffic: hours of the day, days of the week, copies of unequal size; none where the prefix belongs to one
 *     session
 * @param changes changes per hour that invalidate it
 * @param survival null where nothing is cached
 * @param pings that keep it alive after its last use
 * @param of which requests are asked about
 * @param keyLimit requests per hour that one cache key serves; infinite for no limit
 * @param readDelay hours until what was written can be read
 * @param effectiveness what the vendor's cache finds of what it should find, 0 to 1
 * @param shift added to the hit rate, for trials of how wrong it may be
 */
public record Reuse(
        List<Level> levels,
        Column changes,
        @Nullable Survival survival,
        Column pings,
        Of of,
        double keyLimit,
        Column readDelay,
        Column effectiveness,
        Column shift) {

    /** Which requests. */
    public enum Of {
        ALL,
        /** All, where what begins together finds what a short request before it wrote. */
        PREWARMED,
        /** The first of each session. */
        FIRST
    }

    /**
     * A part of the requests that come at one pace.
     *
     * @param pace requests per hour on one copy, for each request of the month
     * @param share of all requests
     */
    public record Level(Column pace, Column share) {}

    /** Requests per hour of the busy part of the day that one cache key serves; 0 for what belongs to one session. */
    public Column arrivals(Column sent) {
        return levels.isEmpty()
                ? Column.ZERO
                : ofOneKey(sent.times(levels.get(0).pace()));
    }

    /** The same in the quiet part. */
    public Column quietArrivals(Column sent) {
        return levels.size() < 2
                ? Column.ZERO
                : ofOneKey(sent.times(levels.get(1).pace()));
    }

    private Column ofOneKey(Column arrivals) {
        return Double.isInfinite(keyLimit) ? arrivals : arrivals.min(Column.of(keyLimit));
    }

    /** Cache keys that the requests are spread over, 1 or more. */
    public Column keys(Column sent) {
        Column most = Column.ZERO;
        for (Level level : levels) {
            most = most.max(level.pace());
        }
        return sent.times(most).over(Column.of(keyLimit)).max(Column.ONE);
    }

    /**
     * The same prefix as looked for by a ping, which finds whatever was used within {@code hours}: what it misses is the
     * share of the requests that nothing follows for so long.
     */
    public Reuse within(double hours) {
        Survival all = new Survival(new double[] {hours}, new double[] {1}, hours, true);
        return new Reuse(levels, Column.ZERO, all, Column.ZERO, Of.ALL, keyLimit, Column.ZERO, Column.ONE, Column.ZERO);
    }

    /** The same of the first request of each session alone, such as one that goes before the others. */
    public Reuse first() {
        return new Reuse(levels, changes, survival, pings, Of.FIRST, keyLimit, readDelay, effectiveness, shift);
    }

    /**
     * The probability that a request finds the prefix in the cache.
     *
     * @param sent requests in a month, retries counted
     */
    public Column hitRate(Block x, Column sent) {
        Column derived = found(x, sent).times(effectiveness);
        return shift.isZero() || derived.isZero()
                ? derived
                : derived.exceeds(Column.ZERO)
                        .choose(derived.plus(shift).max(Column.ZERO).min(Column.ONE), Column.ZERO);
    }

    private Column found(Block x, Column sent) {
        Survival described = Objects.requireNonNull(survival);
        if (pings.uniform()) {
            return found(x, sent, described.kept(pings.value()));
        }
        Column rate = Column.ZERO;
        for (double count : pings.distinct()) {
            Column which = pings.map(p -> p == count ? 1 : 0);
            rate = which.choose(found(x, sent, described.kept(count)), rate);
        }
        return rate;
    }

    private Column found(Block x, Column sent, Survival kept) {
        if (levels.isEmpty()) {
            // No session has begun before its first request.
            return of == Of.FIRST
                    ? Column.ZERO
                    : delayed(x, x.lastUse().hitRate(Column.ZERO, changes, kept), Column.ZERO);
        }
        Column rate = Column.ZERO;
        for (Level level : levels) {
            if (!level.pace().isZero() && !level.share().isZero()) {
                Column arrivals = ofOneKey(sent.times(level.pace()));
                rate = rate.plus(delayed(x, rate(x, arrivals, kept), arrivals).times(level.share()));
            }
        }
        return rate;
    }

    private Column delayed(Block x, Column found, Column arrivals) {
        return readDelay.isZero() ? found : x.lastUse().delayed(found, arrivals, readDelay);
    }

    private Column rate(Block x, Column arrivals, Survival applied) {
        if (of == Of.ALL || arrivals.isZero()) {
            return ofAll(x, arrivals, applied);
        }
        Column first = x.lastUse().firstHitRate(arrivals, changes, applied);
        return of == Of.FIRST
                ? first
                : ofAll(x, arrivals, applied).plus(first.not().over(x.get(PlanField.TURNS)));
    }

    private Column ofAll(Block x, Column arrivals, Survival applied) {
        if (arrivals.isZero()) {
            return Column.ZERO;
        }
        if (!x.lastUse().independent() || !applied.whole()) {
            return x.lastUse().hitRate(arrivals, changes, applied);
        }
        double hours = applied.end();
        boolean refreshed = applied.renewed();
        if (arrivals.uniform() && changes.uniform()) {
            double a = arrivals.value();
            double c = changes.value();
            return Column.of(refreshed ? HitRate.refreshed(a, c, hours) : HitRate.fixed(a, c, hours));
        }
        double[] out = x.take();
        if (refreshed) {
            HitRate.refreshed(out, arrivals.rows(x), changes.rows(x), hours, x.rows());
        } else {
            HitRate.fixed(out, arrivals.rows(x), changes.rows(x), hours, x.rows());
        }
        return Column.of(out, x);
    }
}
