package app.steelyard.cost.column;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.steelyard.Seeded;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The two closed formulas against a simulation of random arrivals and changes, and what must hold of them. */
class HitRateTest {
    private static final int REQUESTS = 400_000;

    /** Plays requests and changes through a cache of one prefix and counts the hits. */
    private static double simulate(double arrivals, double changes, double lifetime, boolean refreshed) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(7);
        double now = 0;
        double expires = -1;
        double change = exponential(random, changes);
        int hits = 0;
        for (int i = 0; i < REQUESTS; i++) {
            now += exponential(random, arrivals);
            boolean changed = change <= now;
            while (change <= now) {
                change += exponential(random, changes);
            }
            if (!changed && now < expires) {
                hits++;
                expires = refreshed ? now + lifetime : expires;
            } else {
                expires = now + lifetime;
            }
        }
        return hits / (double) REQUESTS;
    }

    private static double exponential(RandomGenerator random, double rate) {
        return rate == 0 ? Double.POSITIVE_INFINITY : -Math.log(1 - random.nextDouble()) / rate;
    }

    @ParameterizedTest
    @CsvSource({"12, 0, 0.0833", "12, 0.5, 0.0833", "1, 0.03, 1", "0.5, 2, 1", "100, 5, 0.5", "2, 0, 0.5"})
    void agreesWithASimulation(double arrivals, double changes, double lifetime) {
        double threeStandardErrors = 3 * 0.5 / Math.sqrt(REQUESTS) * 2;
        assertEquals(
                simulate(arrivals, changes, lifetime, true),
                HitRate.refreshed(arrivals, changes, lifetime),
                threeStandardErrors);
        assertEquals(
                simulate(arrivals, changes, lifetime, false),
                HitRate.fixed(arrivals, changes, lifetime),
                threeStandardErrors);
    }

    @Test
    void staysWithinBoundsAndMovesTheRightWay() {
        Seeded.forAll(2000, draw -> {
            double arrivals = draw.scaled(1e-4, 1e6);
            double changes = draw.maybe() ? 0 : draw.scaled(1e-6, 1e3);
            double lifetime = draw.scaled(1e-3, 1e3);
            for (boolean refreshed : new boolean[] {true, false}) {
                double hit = rate(refreshed, arrivals, changes, lifetime);
                assertTrue(hit >= 0 && hit <= 1, () -> "outside [0, 1]: " + hit);
                assertTrue(rate(refreshed, arrivals * 1.5, changes, lifetime) >= hit - 1e-12, "more traffic lowers it");
                assertTrue(rate(refreshed, arrivals, changes + 0.1, lifetime) <= hit + 1e-12, "more changes raise it");
                assertTrue(rate(refreshed, arrivals, changes, lifetime * 2) >= hit - 1e-12, "a longer life lowers it");
            }
            assertTrue(
                    HitRate.refreshed(arrivals, changes, lifetime)
                            >= HitRate.fixed(arrivals, changes, lifetime) - 1e-12,
                    "refreshing on a hit never hurts");
        });
    }

    private static double rate(boolean refreshed, double arrivals, double changes, double lifetime) {
        return refreshed ? HitRate.refreshed(arrivals, changes, lifetime) : HitRate.fixed(arrivals, changes, lifetime);
    }

    @Test
    void withoutTrafficNothingHits() {
        assertEquals(0, HitRate.refreshed(0, 0, 1));
        assertEquals(0, HitRate.fixed(0, 0, 1));
    }

    @Test
    void whereAReadIsNotCheaperNoHitRatePays() {
        assertTrue(Double.isNaN(HitRate.breakEven(1, 1, 1.25)));
        assertTrue(Double.isNaN(HitRate.breakEven(1, 1.1, 1.25)));
        assertEquals(0.25 / 0.26, HitRate.breakEven(1, 0.99, 1.25), 1e-12);
    }

    /** The arithmetic that stands in for the library's function, over its whole range. */
    @Test
    void theWaitingTimeLawIsExactToTheLastDigits() {
        for (double x = 1e-290; x < 1000; x *= x < 1e-9 ? 3 : 1.0007) {
            double exact = -StrictMath.expm1(-x);
            assertEquals(exact, Decay.ended(x), 2e-15 * exact);
        }
        assertEquals(0, Decay.ended(0), 1e-300);
        assertEquals(1, Decay.ended(Double.POSITIVE_INFINITY));
    }

    @Test
    void manyPrefixesAtOnceAreAsOneByOne() {
        Seeded.forAll(20, draw -> {
            double[] arrivals =
                    draw.random().doubles(100).map(d -> d < 0.1 ? 0 : 100 * d).toArray();
            double[] changes =
                    draw.random().doubles(100).map(d -> d < 0.2 ? 0 : d).toArray();
            double[] refreshed = new double[100];
            double[] fixed = new double[100];
            HitRate.refreshed(refreshed, arrivals, changes, 0.5, 100);
            HitRate.fixed(fixed, arrivals, changes, 0.5, 100);
            for (int i = 0; i < 100; i++) {
                assertEquals(HitRate.refreshed(arrivals[i], changes[i], 0.5), refreshed[i]);
                assertEquals(HitRate.fixed(arrivals[i], changes[i], 0.5), fixed[i]);
            }
        });
    }
}
