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
 * @param shift added to what is derived of the hit rate, for trials of how wrong it may be
 * @param firstTurns what first requests of sessions were measured to find
 * @param caches shares of the requests that look into one cache each, such as that of a region; empty where all look into one
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
        Column shift,
        FirstTurns firstTurns,
        List<Column> caches) {

    /** Divides nothing. */
    private static final double LEAST = 1e-300;

    /** Which requests. */
    public enum Of {
        ALL,
        /** All, where what begins together finds what a short request before it wrote. */
        PREWARMED,
        /** The first of each session. */
        FIRST
    }

    /**
     * What first requests of sessions were measured to find of what sessions share, whoever wrote it.
     *
     * @param rate as the vendor's cache really behaves, 0 to 1; NaN in rows in which nobody measured it
     */
    public record FirstTurns(Column rate, Applies applies) {
        /** Nothing was measured. */
        public static final FirstTurns DERIVED = new FirstTurns(Column.of(Double.NaN), Applies.NOT);

        /** How a measured rate speaks for a lifetime. */
        public enum Applies {
            /** It was measured with that lifetime. */
            EXACTLY,
            /** It was measured with a shorter one: what is kept for longer is found no less often. */
            AT_LEAST,
            /** It was measured with a longer one, and says nothing. */
            NOT
        }

        /** Whether it says nothing in any row. */
        boolean unknown() {
            return applies == Applies.NOT || rate.known().isZero();
        }

        /** What first requests find, {@code derived} where nobody measured it. */
        Column over(Column derived) {
            return unknown()
                    ? derived
                    : rate.known().choose(applies == Applies.AT_LEAST ? rate.max(derived) : rate, derived);
        }
    }

    /**
     * A part of the requests that come at one pace.
     *
     * @param pace requests per hour on one copy, for each request of the month
     * @param share of all requests
     */
    public record Level(Column pace, Column share) {}

    /** Those that look into the first cache. */
    private Column looking(Column sent) {
        return caches.isEmpty() ? sent : sent.times(caches.get(0));
    }

    /** Requests per hour of the busy part of the day that one cache key serves; 0 for what belongs to one session. */
    public Column arrivals(Column sent) {
        return levels.isEmpty()
                ? Column.ZERO
                : ofOneKey(looking(sent).times(levels.get(0).pace()));
    }

    /** The same in the quiet part. */
    public Column quietArrivals(Column sent) {
        return levels.size() < 2
                ? Column.ZERO
                : ofOneKey(looking(sent).times(levels.get(1).pace()));
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
        return looking(sent).times(most).over(Column.of(keyLimit)).max(Column.ONE);
    }

    /**
     * The same prefix as looked for by a ping, which finds whatever was used within {@code hours}: what it misses is the
     * share of the requests that nothing follows for so long.
     */
    public Reuse within(double hours) {
        Survival all = new Survival(new double[] {hours}, new double[] {1}, hours, true);
        return new Reuse(
                levels,
                Column.ZERO,
                all,
                Column.ZERO,
                Of.ALL,
                keyLimit,
                Column.ZERO,
                Column.ONE,
                Column.ZERO,
                FirstTurns.DERIVED,
                caches);
    }

    /** What was measured of first requests and is applied; NaN in rows in which it is derived. */
    public Column measuredFirst() {
        return of == Of.PREWARMED || firstTurns.unknown() ? FirstTurns.DERIVED.rate() : firstTurns.rate();
    }

    /** The same of the first request of each session alone, such as one that goes before the others. */
    public Reuse first() {
        return new Reuse(
                levels,
                changes,
                survival,
                pings,
                Of.FIRST,
                keyLimit,
                readDelay,
                effectiveness,
                shift,
                firstTurns,
                caches);
    }

    /**
     * The probability that a request finds the prefix in the cache.
     *
     * @param sent requests in a month, retries counted
     */
    public Column hitRate(Block x, Column sent) {
        if (caches.isEmpty()) {
            return ofOneCache(x, sent);
        }
        RunningSum hits = new RunningSum(x);
        RunningSum looking = new RunningSum(x);
        int mark = x.mark();
        for (Column cache : caches) {
            hits.add(ofOneCache(x, sent.times(cache)), cache);
            looking.add(cache);
            // What one cache takes to reckon is given back before the next one's.
            x.release(mark);
        }
        return hits.column().over(looking.column().max(Column.of(LEAST)));
    }

    private Column ofOneCache(Block x, Column sent) {
        Column derived = shifted(found(x, sent, of, true), Column.ONE);
        // Where a short request goes before them, first requests find what it wrote.
        if (of == Of.PREWARMED || firstTurns.unknown()) {
            return derived;
        }
        return of == Of.FIRST
                ? firstTurns.over(derived)
                : firstTurns.rate().known().choose(withFirstTurns(x, sent), derived);
    }

    /**
     * A request finds what its own session left, as derived, or else what others did, as first requests were measured to. What
     * begins while something is being written is a first request, and measured; the next turn of its own session is not.
     */
    private Column withFirstTurns(Block x, Column sent) {
        Column own = alone().found(x, sent, Of.ALL, false);
        Column others = firstTurns
                .over(shifted(found(x, sent, Of.FIRST, true), Column.ONE))
                .times(own.not());
        Column left = found(x, sent, Of.ALL, false)
                .minus(found(x, sent, Of.FIRST, false).times(own.not()));
        if (!readDelay.isZero()) {
            left = left.minus(left.plus(others).not().times(x.lastUse().nextWithin(readDelay)));
        }
        return shifted(left.max(Column.ZERO), own).plus(others).min(Column.ONE);
    }

    /** The same of what belongs to one session. */
    private Reuse alone() {
        return new Reuse(
                List.of(),
                changes,
                survival,
                pings,
                Of.ALL,
                keyLimit,
                readDelay,
                effectiveness,
                shift,
                FirstTurns.DERIVED,
                List.of());
    }

    /**
     * As the vendor's cache finds it, and as a trial has it.
     *
     * @param share of all requests that {@code found} is about
     */
    private Column shifted(Column found, Column share) {
        Column derived = found.times(effectiveness);
        return shift.isZero() || derived.isZero()
                ? derived
                : derived.exceeds(Column.ZERO)
                        .choose(
                                derived.plus(shift.times(share))
                                        .max(Column.ZERO)
                                        .min(Column.ONE),
                                Column.ZERO);
    }

    /** @param delayed whether what was just written cannot be read yet */
    private Column found(Block x, Column sent, Of which, boolean delayed) {
        Survival described = Objects.requireNonNull(survival);
        if (pings.uniform()) {
            return found(x, sent, which, delayed, described.kept(pings.value()));
        }
        Column rate = Column.ZERO;
        for (double count : pings.distinct()) {
            Column where = pings.map(p -> p == count ? 1 : 0);
            rate = where.choose(found(x, sent, which, delayed, described.kept(count)), rate);
        }
        return rate;
    }

    private Column found(Block x, Column sent, Of which, boolean delayed, Survival kept) {
        if (levels.isEmpty()) {
            // No session has begun before its first request.
            return which == Of.FIRST
                    ? Column.ZERO
                    : delayed(x, x.lastUse().hitRate(Column.ZERO, changes, kept), Column.ZERO, delayed);
        }
        Column rate = Column.ZERO;
        for (Level level : levels) {
            if (!level.pace().isZero() && !level.share().isZero()) {
                Column arrivals = ofOneKey(sent.times(level.pace()));
                rate = rate.plus(delayed(x, rate(x, arrivals, which, kept), arrivals, delayed)
                        .times(level.share()));
            }
        }
        return rate;
    }

    private Column delayed(Block x, Column found, Column arrivals, boolean delayed) {
        return !delayed || readDelay.isZero() ? found : x.lastUse().delayed(found, arrivals, readDelay);
    }

    private Column rate(Block x, Column arrivals, Of which, Survival applied) {
        if (which == Of.ALL || arrivals.isZero()) {
            return ofAll(x, arrivals, applied);
        }
        Column first = x.lastUse().firstHitRate(arrivals, changes, applied);
        return which == Of.FIRST
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
