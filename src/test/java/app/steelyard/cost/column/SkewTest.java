package app.steelyard.cost.column;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.steelyard.Seeded;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Copies by Zipf's law in groups, against one by one. */
class SkewTest {

    private static List<Skew.Group> groups(double copies, double exponent) {
        return Skew.groups(Block.of(new double[1]), Column.of(copies), Column.of(exponent));
    }

    @Test
    void allGroupsAreAllRequestsAndAllCopies() {
        Seeded.forAll(500, draw -> {
            double copies = draw.maybe() ? draw.whole(2, 50) : Math.floor(draw.scaled(2, 1e9));
            double exponent = draw.between(0.1, 4);
            double share = 0;
            double counted = 0;
            double before = Double.POSITIVE_INFINITY;
            for (Skew.Group group : groups(copies, exponent)) {
                share += group.share().value();
                counted += group.share().value() / group.rate().value() * copies;
                assertTrue(group.rate().value() <= before * (1 + 1e-12), "a later copy is asked for more");
                before = group.rate().value();
            }
            assertEquals(1, share, 1e-9);
            assertEquals(copies, counted, 1e-9 * copies);
        });
    }

    /** What it is for: a hit rate, on average over requests. */
    @Test
    void aHitRateIsThatOfAllCopiesOneByOne() {
        Seeded.forAll(300, draw -> {
            int copies = (int) draw.scaled(2, 20_000);
            double exponent = draw.between(0.1, 2.5);
            double arrivals = draw.scaled(1e-4, 1e3);
            double all = 0;
            for (int rank = 1; rank <= copies; rank++) {
                all += Math.pow(rank, -exponent);
            }
            double exact = 0;
            for (int rank = 1; rank <= copies; rank++) {
                double share = Math.pow(rank, -exponent) / all;
                exact += share * HitRate.refreshed(arrivals * copies * share, 0.01, 1);
            }
            double grouped = 0;
            for (Skew.Group group : groups(copies, exponent)) {
                grouped += group.share().value()
                        * HitRate.refreshed(arrivals * group.rate().value(), 0.01, 1);
            }
            assertEquals(exact, grouped, 2e-3);
        });
    }

    @Test
    void ofNoneOrOneAllAreAlike() {
        assertEquals(1, groups(100, 0).size());
        assertEquals(1, groups(1, 2).size());
        assertEquals(1, groups(1, 2).get(0).rate().value());
    }
}
