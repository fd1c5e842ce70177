package app.steelyard.usage.figures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.steelyard.Seeded;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class InvalidationsTest {
    private static final Instant START = Instant.parse("2026-09-01T00:00:00Z");

    private static Instant hour(int number) {
        return START.plus(Duration.ofHours(number));
    }

    /** Each hour 9,000 tokens read and 1,000 written. */
    private static NavigableMap<Instant, CacheTraffic> steady(int hours) {
        NavigableMap<Instant, CacheTraffic> steady = new TreeMap<>();
        for (int i = 0; i < hours; i++) {
            steady.put(hour(i), new CacheTraffic(9000, 1000));
        }
        return steady;
    }

    @Test
    void theUsualIsTheMedianAndTheMedianDistance() {
        // Median 10; distances 0, 1, 1, 2, 90, their median 1.
        Usual usual = Usual.of(new double[] {9, 10, 12, 11, 100});
        assertEquals(11, usual.median());
        assertEquals(1, usual.mad());
        assertEquals(11 + 3.5 * 1.4826, usual.high(), 1e-12);
        assertEquals(11 - 3.5 * 1.4826, usual.low(), 1e-12);
        assertEquals(13.5, Usual.of(new double[] {10, 10, 10}).high(), 1e-12);
    }

    @Test
    void onlyMuchThatIsAlsoMostlyWrittenIsASpike() {
        NavigableMap<Instant, CacheTraffic> hours = steady(48);
        hours.put(hour(10), new CacheTraffic(0, 10_000)); // all thrown away
        hours.put(hour(20), new CacheTraffic(90_000, 10_000)); // a busy hour
        hours.put(hour(30), new CacheTraffic(0, 50)); // a quiet one
        Invalidations found = Invalidations.ofHours(hours);
        assertTrue(found.known());
        assertEquals(List.of(hour(10)), found.starts());
        assertEquals(2, found.days());
        assertEquals(1000, found.usualWrites());
        assertEquals(365.25 / 12 / 2, found.perMonth(), 1e-12);
    }

    @Test
    void spikesThatFollowEachOtherAreOne() {
        NavigableMap<Instant, CacheTraffic> hours = steady(48);
        for (int i : new int[] {10, 11, 12, 14}) {
            hours.put(hour(i), new CacheTraffic(0, 10_000));
        }
        assertEquals(List.of(hour(10), hour(14)), Invalidations.ofHours(hours).starts());
    }

    @Test
    void tooFewHoursTellNothing() {
        Invalidations found = Invalidations.ofHours(steady(6));
        assertFalse(found.known());
        assertTrue(Double.isNaN(found.perMonth()));
    }

    @Test
    void exactlyTheInvalidationsThatWereMadeAreFound() {
        Seeded.forAll(200, draw -> {
            NavigableMap<Instant, CacheTraffic> hours = new TreeMap<>();
            TreeSet<Instant> made = new TreeSet<>();
            for (int i = 0; i < 24 * 14; i++) {
                double traffic = draw.between(80_000, 120_000);
                double written = traffic * draw.between(0.08, 0.12);
                // Never two in a row, which would count as one.
                if (draw.whole(0, 49) == 0 && !made.contains(hour(i - 1))) {
                    written = traffic * draw.between(0.5, 1);
                    made.add(hour(i));
                }
                hours.put(hour(i), new CacheTraffic((long) (traffic - written), (long) written));
            }
            assertEquals(List.copyOf(made), Invalidations.ofHours(hours).starts());
        });
    }
}
