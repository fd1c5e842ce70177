package app.steelyard.whatif.trials;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.steelyard.Seeded;
import app.steelyard.plan.Distribution;
import app.steelyard.plan.Range;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ValueSpreadTest {
    private static final double NONE = 1e12;

    private static ValueSpread spread(Distribution distribution, double low, double base, double high) {
        return ValueSpread.of(new Range("x", low, high, distribution, null), base, -NONE, NONE);
    }

    @Test
    void triangular() {
        ValueSpread spread = spread(Distribution.TRIANGULAR, 1, 2, 6);
        assertEquals(3, spread.mean(), 1e-12);
        assertEquals(1.707107, spread.quantile(0.1), 5e-7);
        assertEquals(2.837722, spread.quantile(0.5), 5e-7);
        assertEquals(4.585786, spread.quantile(0.9), 5e-7);
        assertEquals(2 / 5.0, spread.density(2), 1e-12);
        assertEquals(0, spread.density(0.999));
    }

    @Test
    void pert() {
        ValueSpread spread = spread(Distribution.PERT, 1, 2, 6);
        assertEquals(2.5, spread.mean(), 1e-12);
        assertEquals(0.75, spread.standardDeviation() * spread.standardDeviation(), 1e-12);
        // Beta(1.8, 4.2) on [0, 1]: the peak is at a fifth.
        assertEquals(2, spread.peak());
        assertTrue(spread.density(2) > spread.density(1.99) && spread.density(2) > spread.density(2.01));
    }

    @Test
    void lognormalIsFiveAndNinetyFivePercent() {
        ValueSpread spread = spread(Distribution.LOGNORMAL, 2, 3, 5);
        double mu = 1.1512925;
        double sigma = 0.2785326;
        assertEquals(2, spread.quantile(0.05), 1e-9);
        assertEquals(5, spread.quantile(0.95), 1e-9);
        assertEquals(Math.exp(mu), spread.quantile(0.5), 1e-6);
        assertEquals(Math.exp(mu + sigma * sigma / 2), spread.mean(), 1e-6);
        assertEquals(spread.mean() * Math.sqrt(Math.exp(sigma * sigma) - 1), spread.standardDeviation(), 1e-6);
        assertEquals(Math.exp(mu - sigma * sigma), spread.peak(), 1e-6);
    }

    @Test
    void normalIsFiveAndNinetyFivePercent() {
        ValueSpread spread = spread(Distribution.NORMAL, 85, 0, 95);
        assertEquals(85, spread.quantile(0.05), 1e-9);
        assertEquals(95, spread.quantile(0.95), 1e-9);
        assertEquals(90, spread.mean(), 1e-9);
        assertEquals(5 / 1.6448536269514722, spread.standardDeviation(), 1e-9);
        assertEquals(90, spread.peak());
    }

    @Test
    void isCutAtTheLimitsOfItsNumber() {
        // Half of the shape would lie below 0: what is left is the upper half.
        Range range = new Range("x", -NONE / 1e12, 1, Distribution.NORMAL, null);
        ValueSpread whole = ValueSpread.of(range, 0, -NONE, NONE);
        Range half = new Range("x", 0, 1, Distribution.NORMAL, null);
        ValueSpread cut = ValueSpread.of(half, 0.5, 0, NONE);
        assertEquals(0, whole.mean(), 1e-12);
        assertEquals(0, cut.quantile(0), 1e-12);
        assertEquals(0, cut.cumulative(0));
        assertEquals(1, cut.cumulative(NONE));
        assertEquals(0, cut.density(-0.001));
        // Cut at its 5th percentile: what was the median stands at (0.5 − 0.05)/0.95.
        assertEquals(0.5, cut.quantile(0.45 / 0.95), 1e-9);
        assertEquals(integral(cut, 0, 4), cut.mean(), 1e-6);

        Range tokens = new Range("x", 0.5, 1, Distribution.LOGNORMAL, null);
        ValueSpread capped = ValueSpread.of(tokens, 0.7, 0, 1);
        assertEquals(1, capped.quantile(1), 1e-12);
        assertEquals(integral(capped, 0, 1), capped.mean(), 1e-6);
        assertEquals(0.05 / 0.95, capped.cumulative(0.5), 1e-9);
    }

    /** The mean by its definition. */
    private static double integral(ValueSpread spread, double from, double to) {
        int steps = 200_000;
        double sum = 0;
        for (int i = 0; i < steps; i++) {
            double x = from + (to - from) * (i + 0.5) / steps;
            sum += x * spread.density(x) * (to - from) / steps;
        }
        return sum;
    }

    @Test
    void aPeakOutsideIsAtTheNearerEnd() {
        assertEquals(1, spread(Distribution.TRIANGULAR, 1, -5, 6).peak());
        assertEquals(6, spread(Distribution.PERT, 1, 9, 6).peak());
        assertEquals(1 + 5 / 3.0, spread(Distribution.TRIANGULAR, 1, -5, 6).mean(), 1e-12);
    }

    @Test
    void refusesWhatHasNoSpread() {
        assertThrows(IllegalArgumentException.class, () -> spread(Distribution.UNIFORM, 2, 2, 2));
        assertThrows(IllegalArgumentException.class, () -> spread(Distribution.LOGNORMAL, 0, 1, 2));
        assertThrows(
                IllegalArgumentException.class,
                () -> ValueSpread.of(new Range("x", 0, 2, Distribution.UNIFORM, null), 1, 0, 1));
    }

    @ParameterizedTest
    @EnumSource
    void quantileInvertsTheShare(Distribution distribution) {
        Seeded.forAll(200, random -> {
            ValueSpread spread = random(distribution, random);
            double p = random.between(0.001, 0.999);
            assertEquals(p, spread.cumulative(spread.quantile(p)), 1e-9);
            assertTrue(spread.quantile(p) <= spread.quantile(Math.min(1, p + 0.001)));
        });
    }

    @ParameterizedTest
    @EnumSource
    void theTableIsFarMoreExactThanAMillionTrials(Distribution distribution) {
        Seeded.forAll(40, random -> {
            ValueSpread spread = random(distribution, random);
            ValueSpread.Transform quick = spread.transform();
            double before = Double.NEGATIVE_INFINITY;
            for (int i = 1; i < 3000; i++) {
                double p = i / 3000.0;
                double exact = spread.quantile(p);
                double at = quick.at(p);
                assertEquals(exact, at, 5e-5 * spread.standardDeviation(), () -> spread.range() + " at " + p);
                assertTrue(at >= before, () -> spread.range() + " falls at " + p);
                before = at;
            }
            for (double p = 1e-15; p < 1e-3; p *= 3) {
                assertEquals(spread.quantile(p), quick.at(p), 2e-4 * spread.standardDeviation());
                assertEquals(spread.quantile(1 - p), quick.at(1 - p), 2e-4 * spread.standardDeviation());
            }
        });
    }

    @ParameterizedTest
    @EnumSource
    void drawnAndAnalyticAgreeWithinThreeStandardErrors(Distribution distribution) {
        Seeded.forAll(10, random -> {
            ValueSpread spread = random(distribution, random);
            ValueSpread.Transform quick = spread.transform();
            SplittableRandom draws = new SplittableRandom(random.whole(0, 1_000_000));
            double[] values = new double[100_000];
            for (int i = 0; i < values.length; i++) {
                values[i] = quick.at(draws.nextDouble(0x1p-53, 1));
            }
            Sample sample = new Sample(values, 0.1, 0.5, 0.9);
            assertEquals(spread.mean(), sample.mean(), 3.5 * sample.standardError());
            assertEquals(spread.standardDeviation(), sample.standardDeviation(), 0.03 * spread.standardDeviation());
            for (double p : new double[] {0.1, 0.5, 0.9}) {
                double error = Math.sqrt(p * (1 - p) / values.length) / spread.density(spread.quantile(p));
                assertEquals(spread.quantile(p), sample.quantile(p), 3.5 * error);
            }
        });
    }

    private static ValueSpread random(Distribution distribution, Seeded.Draw random) {
        double low = random.scaled(1e-3, 1e6);
        double high = low * (1 + random.scaled(0.01, 10));
        double base = random.between(low * 0.9, high * 1.1);
        boolean cut = random.maybe();
        double min = cut ? random.between(0, low) : 0;
        double max = cut ? high * random.between(1, 2) : 1e9;
        return ValueSpread.of(new Range("x", low, high, distribution, null), base, min, max);
    }
}
