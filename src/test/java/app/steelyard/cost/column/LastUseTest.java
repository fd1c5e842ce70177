package app.steelyard.cost.column;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.steelyard.Fixtures;
import app.steelyard.Quadrature;
import app.steelyard.Seeded;
import app.steelyard.Seeded.Draw;
import app.steelyard.plan.Plan;
import app.steelyard.plan.PlanField;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The hit rate of sessions: numbers known from a simulation, an integral by another rule, and what must hold of it. */
class LastUseTest {
    private static final double Z95 = 1.6448536269514722;

    /** All that a hit rate follows from. */
    private record Case(Gap gap, double turns, double starts, double changes, Survival survival) {

        static Case any(Draw draw) {
            double median = draw.scaled(1, 1800);
            double toolMedian = draw.scaled(1, 1800);
            double tools = draw.oneOf(0.0, 1.0, draw.between(0, 1));
            return new Case(
                    Gap.of(median, median * draw.scaled(1.1, 30), tools, toolMedian, toolMedian * draw.scaled(1.1, 30)),
                    draw.scaled(1, 300),
                    draw.whole(0, 5) == 0 ? 0 : draw.scaled(1e-4, 1e4),
                    draw.whole(0, 5) == 0 ? 0 : draw.scaled(1e-4, 100),
                    anySurvival(draw));
        }

        private static Survival anySurvival(Draw draw) {
            double life = draw.scaled(5.0 / 60, 24);
            int steps = draw.whole(1, 5);
            double[] ends = new double[steps];
            double[] shares = new double[steps];
            double share = 1;
            for (int i = 0; i < steps; i++) {
                ends[i] = life * Math.pow(0.3, steps - 1 - i);
                shares[i] = share;
                share *= draw.between(0.2, 1);
            }
            return new Survival(ends, shares, ends[steps - 1], true);
        }

        /** All is kept as long, counted from the write. */
        Survival fromWrite() {
            return new Survival(new double[] {survival.end()}, new double[] {1}, 1, false);
        }

        double hitRate() {
            return hitRate(Points.Precision.EXACT);
        }

        double hitRate(Points.Precision precision) {
            Points points = Points.of(survival, new double[0], Points.pace(changes), precision);
            return points.hitRate(points.read(gap), 1 - 1 / turns, turns, starts, changes);
        }

        /** V(s): nobody has used it for {@code hours}. */
        double unused(double hours) {
            double own = 1 / turns + (1 - 1 / turns) * (1 - gap.within(hours));
            return own * Math.exp(-starts * (hours + (turns - 1) * gap.until(hours)));
        }

        /** The same by an adaptive rule, step by step, over the logarithm of time. */
        double integrated() {
            double hit = 0;
            double from = 0;
            for (int i = 0; i < survival.ends().length; i++) {
                double to = survival.ends()[i];
                double least = Math.max(from, 1e-14 * to);
                double falls = Quadrature.of(
                        u -> Math.exp(u - changes * Math.exp(u)) * unused(Math.exp(u)),
                        Math.log(least),
                        Math.log(to),
                        1e-12 / (1 + changes));
                double before = from == 0 ? 1 : unused(from) * Math.exp(-changes * from);
                double head = from == 0 ? least : 0;
                hit += survival.shares()[i]
                        * (before - Math.exp(-changes * to) * unused(to) - changes * (falls + head));
                from = to;
            }
            return hit;
        }
    }

    /** Also simulated, with 0.1 to 3.2 million requests each: .9988, .8166, .9304, .9802, .6766. */
    @ParameterizedTest
    @CsvSource({
        "20, 1, 8, 60, 1.2, 5, 0.05, .9988",
        "20, 50, 8, 60, 1.2, 5, 0, .8171",
        "20, 50, 8, 120, 1.5, 60, 0, .9299",
        "3, 1, 30, 20, 1.5, 5, 0.5, .9803",
        "0.3, 1, 10, 180, 1, 5, 0.2, .6773"
    })
    void knownNumbers(
            double sessions,
            double copies,
            double turns,
            double median,
            double spread,
            double minutes,
            double changes,
            double hit) {
        Plan plan = PlanField.TURNS.with(Fixtures.plan(1, 1), turns);
        plan = PlanField.GAP_MEDIAN.with(plan, median);
        plan = PlanField.GAP_P95.with(plan, median * Math.exp(Z95 * spread));
        Survival survival = new Survival(new double[] {minutes / 60}, new double[] {1}, minutes / 60, true);
        Column derived = Block.of(Inputs.of(plan))
                .lastUse()
                .hitRate(Column.of(sessions / copies * turns), Column.of(changes), survival);
        assertEquals(hit, derived.value(), 5e-5);
    }

    @Test
    void agreesWithAnAdaptiveRule() {
        Seeded.forAll(1000, draw -> {
            Case c = Case.any(draw);
            double error = Math.abs(c.integrated() - c.hitRate());
            assertTrue(error < 1e-10, () -> c + " errs by " + error);
            double quick = Math.abs(c.integrated() - c.hitRate(Points.Precision.QUICK));
            assertTrue(quick < 5e-4, () -> c + " errs by " + quick);
        });
    }

    @Test
    void ofOneTurnItIsTheClosedForm() {
        Seeded.forAll(1000, draw -> {
            Case any = Case.any(draw);
            double end = any.survival.end();
            Survival whole = new Survival(new double[] {end}, new double[] {1}, end, true);
            Case c = new Case(any.gap, 1, any.starts, any.changes, whole);
            double closed = HitRate.refreshed(c.starts, c.changes, end);
            assertEquals(closed, c.hitRate(), 2e-4);
            Column same = Block.of(Inputs.of(Fixtures.plan(1, 1)))
                    .lastUse()
                    .hitRate(Column.of(c.starts), Column.of(c.changes), whole);
            assertEquals(closed, same.value(), 1e-15);
        });
    }

    @Test
    void staysWithinBoundsAndMovesTheRightWay() {
        double slack = 4e-4;
        Seeded.forAll(1000, draw -> {
            Case c = Case.any(draw);
            double hit = c.hitRate();
            double most = Arrays.stream(c.survival.shares()).max().orElseThrow();
            assertTrue(hit >= 0 && hit <= most + slack, () -> "outside its bounds: " + hit);
            Case busier = new Case(c.gap, c.turns, c.starts * 1.5 + 0.1, c.changes, c.survival);
            assertTrue(busier.hitRate() >= hit - slack, "more sessions lower it");
            Case restless = new Case(c.gap, c.turns, c.starts, c.changes * 1.5 + 0.1, c.survival);
            assertTrue(restless.hitRate() <= hit + slack, "more changes raise it");
            double own = new Case(c.gap, c.turns, 0, 0, c.survival).hitRate();
            assertTrue(own <= 1 - 1 / c.turns + 1e-12, "the first turn of a session finds something of its own");
        });
    }

    /** Of requests that have nothing to do with each other, played; of sessions, by hand: docs/model.md. */
    @Test
    void whatWasJustWrittenIsNotFound() {
        double delay = 30.0 / 3600;
        double life = 5.0 / 60;
        LastUse single = Block.of(Inputs.of(Fixtures.plan(1, 1))).lastUse();
        double found = HitRate.refreshed(40, 0, life);
        double delayed = single.delayed(Column.of(found), Column.of(40), Column.of(delay))
                .value();
        assertEquals(0.9524, delayed, 5e-5);
        Seeded.forAll(1, draw -> {
            double now = 0;
            double last = Double.NEGATIVE_INFINITY;
            double readable = 0;
            int hits = 0;
            int requests = 400_000;
            for (int i = 0; i < requests; i++) {
                now -= Math.log(1 - draw.random().nextDouble()) / 40;
                if (now - last > life) {
                    readable = now + delay;
                }
                hits += now >= readable && now - last <= life ? 1 : 0;
                last = now;
            }
            assertEquals(delayed, hits / (double) requests, 0.001);
        });
        Plan talk = PlanField.TURNS.with(Fixtures.plan(1, 1), 8);
        talk = PlanField.GAP_P95.with(PlanField.GAP_MEDIAN.with(talk, 30), 300);
        LastUse turns = Block.of(Inputs.of(talk)).lastUse();
        Column own = Column.of(0.875 * 0.95);
        assertEquals(
                0.7651, turns.delayed(own, Column.ZERO, Column.of(25.0 / 3600)).value(), 5e-5);
        assertEquals(
                0, turns.delayed(Column.ZERO, Column.of(1), Column.of(delay)).value());
    }

    /** Also where they change at paces far apart. */
    @Test
    void manyRowsAreAsOneByOne() {
        Seeded.forAll(100, draw -> {
            Case c = Case.any(draw);
            Plan plan = PlanField.GAP_MEDIAN.with(Fixtures.plan(1, 1), 20);
            plan = PlanField.GAP_P95.with(plan, draw.scaled(50, 1000));
            int n = 20;
            Columns in = new Columns(plan, n);
            double[] turns = in.vary(PlanField.TURNS);
            Block x = new Block(Inputs.count(plan), n);
            double[] starts = new double[n];
            double[] changes = new double[n];
            boolean apart = draw.maybe();
            for (int i = 0; i < n; i++) {
                turns[i] = draw.whole(0, 5) == 0 ? 1 : draw.scaled(1, 300);
                starts[i] = draw.scaled(1e-4, 1e4);
                changes[i] = draw.whole(0, 5) == 0 ? 0 : draw.scaled(apart ? 1e-4 : 0.01, apart ? 100 : 0.02);
            }
            in.load(x, 0, n);
            Column rate = Column.of(changes, x);
            for (Survival survival : List.of(c.survival, c.fromWrite())) {
                Column hits = x.lastUse().hitRate(Column.of(starts, x), rate, survival);
                Column first = x.lastUse().firstHitRate(Column.of(starts, x), rate, survival);
                Column fewer = x.lastUse().hitRate(Column.of(starts, x).times(0.1), rate, survival);
                for (int i = 0; i < n; i++) {
                    Column start = Column.of(starts[i]);
                    Column change = Column.of(changes[i]);
                    // One for each, as what was asked before is remembered.
                    assertEquals(alone(in, i).hitRate(start, change, survival).value(), hits.at(i), 1e-12);
                    assertEquals(
                            alone(in, i).firstHitRate(start, change, survival).value(), first.at(i), 1e-12);
                    assertEquals(
                            alone(in, i)
                                    .hitRate(start.times(0.1), change, survival)
                                    .value(),
                            fewer.at(i),
                            1e-12);
                }
            }
        });
    }

    private static LastUse alone(Columns in, int row) {
        return Block.of(Inputs.of(in.plan(row))).lastUse();
    }

    /** With a lifetime from the write: at one turn the closed form; a session's own turns help; all lies in bounds. */
    @Test
    void fromTheWrite() {
        Seeded.forAll(1000, draw -> {
            Case c = Case.any(draw);
            Survival fixed = c.fromWrite();
            double one = fromWrite(1, c.starts, c.changes, fixed, c.gap);
            assertEquals(HitRate.fixed(c.starts, c.changes, fixed.end()), one, 1e-12);
            double hit = fromWrite(c.turns, c.starts, c.changes, fixed, c.gap);
            assertTrue(hit >= HitRate.fixed(c.starts * c.turns, c.changes, fixed.end()) - 1e-12 && hit < 1);
        });
    }

    private static double fromWrite(double turns, double starts, double changes, Survival survival, Gap gap) {
        double own = LastUse.ownTurns(turns, gap, HitRate.expectedLife(changes, survival.end()));
        return LastUse.fromWrite(starts * turns, changes, survival, own);
    }

    /** What the formula leaves out, that a write may fall anywhere in a session, makes it a little high. */
    @Test
    void fromTheWriteAgreesWithASimulation() {
        Seeded.forAll(60, draw -> {
            double median = draw.scaled(5, 400);
            Gap gap = Gap.of(median, median * draw.scaled(2, 12), 0, 5, 30);
            double turns = draw.oneOf(1.0, draw.scaled(1.2, 40));
            double starts = draw.scaled(0.05, 20);
            double life = draw.oneOf(5.0 / 60, 1.0);
            Survival fixed = new Survival(new double[] {life}, new double[] {1}, 1, false);
            double derived = fromWrite(turns, starts, 0, fixed, gap);
            double off = derived - played(draw.random(), gap, turns, starts, life);
            assertTrue(off > -0.005 && off < 0.045, () -> derived + " is off by " + off);
        });
    }

    /** The share of 100,000 requests that find what was written within {@code life} hours. */
    private static double played(RandomGenerator random, Gap gap, double turns, double starts, double life) {
        double[] times = new double[100_000];
        double start = 0;
        for (int i = 0; i < times.length; start -= Math.log(1 - random.nextDouble()) / starts) {
            double at = start;
            do {
                times[i++] = at;
                at += gap.median() * Math.exp(gap.spread() * random.nextGaussian());
            } while (i < times.length && random.nextDouble() > 1 / turns);
        }
        Arrays.sort(times);
        double written = Double.NEGATIVE_INFINITY;
        int hits = 0;
        for (double at : times) {
            if (at - written <= life) {
                hits++;
            } else {
                written = at;
            }
        }
        return hits / (double) times.length;
    }
}
