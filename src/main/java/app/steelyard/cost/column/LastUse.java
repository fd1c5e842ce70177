package app.steelyard.cost.column;

import app.steelyard.plan.PlanField;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How long ago a prefix was last used when a request comes, and so how often it is still cached; for a block of rows.
 *
 * <p>Nobody has used it for s hours with the probability V(s): that the request is the first of its session, or came longer
 * than s after the turn before; and that no other session, which come at random, has had a turn since. With a staircase of
 * survival S and changes at the rate μ the hit rate is ∫ S(s)·e^(−μs) d(1 − V(s)). Derived in docs/model.md and checked
 * against a simulation.
 */
public final class LastUse {
    private final Block x;
    private final Column turns;
    private final Column parallel;
    private final GapColumns gaps;
    private final Map<Fixed, Points> points = new HashMap<>();
    /** The gaps at these points, where they are those of all rows. */
    private final Map<Fixed, GapColumns.Read> alone = new HashMap<>();

    private final Map<Column, Paces> paces = new HashMap<>();
    private final Map<Column, Column> within = new HashMap<>();
    private final Map<Rows, List<Reading>> readings = new HashMap<>();
    /** What the sessions of each row find of what they wrote: the same at any traffic. */
    private final Map<Rows, Column> ownTurns = new HashMap<>();

    private record Fixed(Survival survival, int pace, Points.Precision precision) {}

    private record Rows(Survival survival, Column changes) {}

    /** What is the same in all months. */
    private record Reading(Paces.Run run, Points points, GapColumns.Read gaps) {}

    LastUse(Block x) {
        this.x = x;
        this.turns = x.get(PlanField.TURNS);
        this.parallel = x.get(PlanField.PARALLEL);
        this.gaps = new GapColumns(x);
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
        if (gaps.same() && starts.uniform() && changes.uniform() && turns.uniform()) {
            return Column.of(
                    survival.renewed() || turns.isOne() && survival.whole()
                            ? of(turns.value(), starts.value(), changes.value(), survival, again.value())
                            : fromWrite(
                                    starts.value() * turns.value(),
                                    changes.value(),
                                    survival,
                                    ownTurns(changes, survival, again).value()));
        }
        double[] out = x.take();
        Column own = Column.ZERO;
        if (survival.renewed()) {
            read(starts, changes, survival, again, out);
        } else {
            own = ownTurns(changes, survival, again);
        }
        for (int row = 0; row < x.rows(); row++) {
            double m = turns.at(row);
            if (m == 1 && survival.whole()) {
                out[row] = single(starts.at(row), changes.at(row), survival);
            } else if (!survival.renewed()) {
                out[row] = fromWrite(starts.at(row) * m, changes.at(row), survival, own.at(row));
            }
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
        return found.minus(found.not().times(nextWithin(delay).plus(starts.times(delay))))
                .max(Column.ZERO);
    }

    /** The share of the requests that the next one of their session follows within {@code hours}. */
    Column nextWithin(Column hours) {
        return Column.ONE.minus(Column.ONE.over(turns)).times(within(hours));
    }

    /** The share of the gaps that is at most {@code hours} long. */
    private Column within(Column hours) {
        return within.computeIfAbsent(hours, h -> {
            if (gaps.same() && h.uniform()) {
                return Column.of(gaps.at(0).within(h.value()));
            }
            double[] out = x.take();
            for (int row = 0; row < x.rows(); row++) {
                out[row] = h.at(row) > 0 ? gaps.at(row).within(h.at(row)) : 0;
            }
            return x.keep(Column.of(out, x));
        });
    }

    private double of(double m, double sigma, double mu, Survival survival, double again) {
        if (m == 1 && survival.whole()) {
            return single(sigma, mu, survival);
        }
        Fixed fixed = new Fixed(survival, Points.pace(mu), Points.Precision.EXACT);
        Points points = points(fixed);
        return points.hitRate(alone.computeIfAbsent(fixed, f -> points.read(gaps.at(0))), again, m, sigma, mu);
    }

    /** Before a first turn there is none of its own. */
    private Column ownTurns(Column changes, Survival survival, Column again) {
        return again.isZero()
                ? Column.ZERO
                : ownTurns.computeIfAbsent(new Rows(survival, changes), key -> {
                    if (gaps.same() && changes.uniform() && turns.uniform()) {
                        return Column.of(ownTurns(turns.value(), gaps.at(0), expectedLife(changes.value(), survival)));
                    }
                    double[] out = x.take();
                    for (int row = 0; row < x.rows(); row++) {
                        out[row] = ownTurns(turns.at(row), gaps.at(row), expectedLife(changes.at(row), survival));
                    }
                    return x.keep(Column.of(out, x));
                });
    }

    private static double expectedLife(double changes, Survival survival) {
        return HitRate.expectedLife(changes, survival.end());
    }

    /** Rows whose things change at about the same pace are read at the same points. */
    private void read(Column starts, Column changes, Survival survival, Column again, double[] out) {
        int mark = x.mark();
        Paces rows = paces.computeIfAbsent(changes, c -> Paces.of(x, c));
        double[] further = rows.gathered(x, turns.minus(Column.ONE));
        double[] goesOn = rows.gathered(x, again);
        double[] sigma = rows.gathered(x, starts);
        double[] mu = rows.gathered(x, changes);
        double[] hits = rows.inOrder() ? out : x.take();
        for (Reading reading : readings(rows, changes, survival)) {
            reading.points()
                    .hitRates(
                            reading.run().from(),
                            reading.run().to(),
                            reading.gaps().within(),
                            reading.gaps().until(),
                            goesOn,
                            further,
                            sigma,
                            mu,
                            hits);
        }
        rows.scatter(hits, out);
        x.release(mark);
    }

    private List<Reading> readings(Paces rows, Column changes, Survival survival) {
        Points.Precision precision = x.many() ? Points.Precision.QUICK : Points.Precision.EXACT;
        return readings.computeIfAbsent(
                new Rows(survival, changes),
                key -> rows.runs().stream()
                        .map(run -> {
                            Points at = points(new Fixed(survival, run.pace(), precision));
                            return new Reading(run, at, gaps.read(rows, run, at));
                        })
                        .toList());
    }

    private Points points(Fixed fixed) {
        return points.computeIfAbsent(fixed, f -> Points.of(f.survival(), gaps.bends(), f.pace(), f.precision()));
    }

    /** Of requests that have nothing to do with each other there is a closed form. */
    private static double single(double arrivals, double changes, Survival survival) {
        return survival.renewed()
                ? HitRate.refreshed(arrivals, changes, survival.end())
                : HitRate.fixed(arrivals, changes, survival.end());
    }

    /**
     * With a lifetime that counts from the write: of each write and the hits that it serves, the hits' share. They are those
     * of others, and the further turns of the session that wrote.
     *
     * @param arrivals requests an hour on one copy
     * @param own those further turns
     */
    static double fromWrite(double arrivals, double changes, Survival survival, double own) {
        double hits = arrivals * expectedLife(changes, survival) + own;
        return survival.shares()[survival.shares().length - 1] * hits / (1 + hits);
    }

    /** The further turns of a session within {@code hours} of one; the sum of some gaps is taken as lognormal. */
    static double ownTurns(double turns, Gaps gap, double hours) {
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
