package app.steelyard.cost.column;

import app.steelyard.plan.PlanField;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How long ago a prefix was last used when a request comes, and so how often it is still cached; for a block of rows.
 *
 * <p>Nobody has used it for s hours with the probability V(s): that the request is the first of its session, or came longer
 * than s after the turn before; and that no other session, which come at random, has had a turn since. With a staircase of
 * survival S and changes at the rate μ the hit rate is ∫ S(s)·e^(−μs) d(1 − V(s)). Derived in docs/model.md and checked
 * against a simulation.
 */
public final class LastUse {
    private static final int MIXED = Integer.MAX_VALUE;

    private final Block x;
    private final Column turns;
    private final Column parallel;
    private final Column[] gaps;
    private final @Nullable GapTable measured;
    private final Map<Key, Points> known = new HashMap<>();

    private record Key(Survival survival, int pace) {}

    LastUse(Block x) {
        this.x = x;
        this.turns = x.get(PlanField.TURNS);
        this.parallel = x.get(PlanField.PARALLEL);
        this.gaps = new Column[] {
            x.get(PlanField.GAP_MEDIAN),
            x.get(PlanField.GAP_P95),
            x.get(PlanField.TOOL_SHARE),
            x.get(PlanField.TOOL_GAP_MEDIAN),
            x.get(PlanField.TOOL_GAP_P95)
        };
        this.measured = x.sessions().measuredGaps().isEmpty()
                ? null
                : new GapTable(x.sessions().measuredGaps());
    }

    /** Whether no request has anything to do with another. */
    boolean independent() {
        return turns.isOne() && parallel.isOne();
    }

    /**
     * The probability that a request finds the prefix in the cache.
     *
     * @param arrivals requests per hour on one copy, of all sessions that share it; 0 for what belongs to one session
     * @param changes per hour
     */
    Column hitRate(Column arrivals, Column changes, Survival survival) {
        return hitRate(arrivals, changes, survival, Column.ONE.minus(Column.ONE.over(turns)));
    }

    /** The same of the first turns of sessions alone. */
    Column firstHitRate(Column arrivals, Column changes, Survival survival) {
        return hitRate(arrivals, changes, survival, Column.ZERO);
    }

    /** @param again the share of the requests that have a turn before them */
    private Column hitRate(Column arrivals, Column changes, Survival survival, Column again) {
        Column starts = arrivals.over(turns.times(parallel));
        boolean sameGaps = true;
        for (Column gap : gaps) {
            sameGaps &= measured != null || gap.uniform();
        }
        if (sameGaps && starts.uniform() && changes.uniform() && turns.uniform()) {
            return Column.of(at(0, 0, starts, changes, survival, again));
        }
        double[] out = x.take();
        int pace = sameGaps && survival.renewed() ? pace(changes) : MIXED;
        if (pace != MIXED) {
            points(0, survival, pace).hitRates(x, turns, again, starts, changes, out);
            for (int row = 0; row < x.rows() && survival.whole(); row++) {
                out[row] = turns.at(row) == 1 ? single(starts.at(row), changes.at(row), survival) : out[row];
            }
            return Column.of(out, x);
        }
        for (int row = 0; row < x.rows(); row++) {
            out[row] = at(sameGaps ? 0 : row, row, starts, changes, survival, again);
        }
        return Column.of(out, x);
    }

    /**
     * The hit rate where a write cannot be read at once: whoever misses writes, and what comes within the delay misses too. Of
     * the same session that is the next turn alone; the one after it was seen to read what was sent before.
     *
     * @param found the hit rate without it
     * @param arrivals requests per hour on one copy, of all sessions that share it
     * @param delay hours
     */
    Column delayed(Column found, Column arrivals, Column delay) {
        Column starts = arrivals.over(turns.times(parallel));
        Column next = Column.ONE.minus(Column.ONE.over(turns)).times(within(delay));
        return found.minus(found.not().times(next.plus(starts.times(delay)))).max(Column.ZERO);
    }

    /** The share of the gaps that is at most {@code hours} long, which are above 0. */
    private Column within(Column hours) {
        boolean same = hours.uniform();
        for (Column gap : gaps) {
            same &= gap.uniform();
        }
        if (same) {
            return Column.of(gap(0).within(hours.value()));
        }
        double[] out = x.take();
        for (int row = 0; row < x.rows(); row++) {
            out[row] = hours.at(row) > 0 ? gap(row).within(hours.at(row)) : 0;
        }
        return Column.of(out, x);
    }

    private double at(int gapRow, int row, Column starts, Column changes, Survival survival, Column again) {
        double m = turns.at(row);
        double sigma = starts.at(row);
        double mu = changes.at(row);
        if (m == 1 && survival.whole()) {
            return single(sigma, mu, survival);
        }
        if (survival.renewed()) {
            return points(gapRow, survival, Points.pace(mu)).hitRate(m, again.at(row), sigma, mu);
        }
        // Before a first turn there is none of its own.
        double own = again.at(row) == 0 ? 1 : m;
        return fromWrite(own, sigma * m / own, mu, survival, gap(gapRow));
    }

    /** Of requests that have nothing to do with each other there is a closed form. */
    private static double single(double arrivals, double changes, Survival survival) {
        return survival.renewed()
                ? HitRate.refreshed(arrivals, changes, survival.end())
                : HitRate.fixed(arrivals, changes, survival.end());
    }

    /** Reading them takes long, and where gaps do not vary they are the same for all. */
    private Points points(int row, Survival survival, int pace) {
        Gaps gap = gap(row);
        return row > 0
                ? Points.of(gap, survival, pace)
                : known.computeIfAbsent(new Key(survival, pace), k -> Points.of(gap, survival, pace));
    }

    /** The pace of changes where it is that of all rows. */
    private int pace(Column changes) {
        int pace = Points.pace(changes.at(0));
        for (int row = 1; row < x.rows() && !changes.uniform(); row++) {
            if (Points.pace(changes.at(row)) != pace) {
                return MIXED;
            }
        }
        return pace;
    }

    private Gaps gap(int row) {
        return measured != null
                ? measured
                : Gap.of(gaps[0].at(row), gaps[1].at(row), gaps[2].at(row), gaps[3].at(row), gaps[4].at(row));
    }

    /**
     * With a lifetime that counts from the write: of each write and the hits that it serves, the hits' share. They are those
     * of others, and the further turns of the session that wrote.
     */
    static double fromWrite(double turns, double starts, double changes, Survival survival, Gaps gap) {
        double expected = HitRate.expectedLife(changes, survival.end());
        double hits = starts * turns * expected + ownTurns(turns, gap, expected);
        return survival.shares()[survival.shares().length - 1] * hits / (1 + hits);
    }

    /** The further turns of a session within {@code hours} of one; the sum of some gaps is taken as lognormal. */
    private static double ownTurns(double turns, Gaps gap, double hours) {
        double variance = gap.meanSquare() - gap.mean() * gap.mean();
        double sum = 0;
        double goesOn = (1 - 1 / turns) * gap.returning();
        double reaches = goesOn;
        for (int k = 1; reaches > 1e-5; k++) {
            double mean = k * gap.mean();
            double spread = Math.sqrt(Math.log1p(k * variance / (mean * mean)));
            double within = Gap.normal((Math.log(hours / mean) + spread * spread / 2) / spread);
            if (within < 1e-9) {
                break;
            }
            sum += reaches * within;
            reaches *= goesOn;
        }
        return sum;
    }
}
