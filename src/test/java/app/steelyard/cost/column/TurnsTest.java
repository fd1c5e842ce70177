package app.steelyard.cost.column;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.steelyard.Seeded;
import app.steelyard.Seeded.Draw;
import org.junit.jupiter.api.Test;

/** The sums over turns in closed form against the same turn by turn. */
class TurnsTest {

    private static Turns any(Draw draw) {
        double mean = draw.oneOf(1.0, draw.between(1, 3), draw.scaled(1, 60));
        double spread = draw.oneOf(Double.NaN, 0.0, draw.between(0, 1), draw.between(0.5, 4));
        return Turns.of(mean, spread);
    }

    /** The probability of a session with exactly {@code n} turns. */
    private static double probability(Turns turns, int n) {
        double sum = 0;
        for (Turns.Chain kind : turns.kinds()) {
            double more = n - 1 - kind.certain();
            sum += more < 0 ? 0 : kind.weight() * (1 - kind.goesOn()) * Math.pow(kind.goesOn(), more);
        }
        return sum;
    }

    private static int longest(Turns turns) {
        int longest = 1;
        for (Turns.Chain kind : turns.kinds()) {
            double more = kind.goesOn() == 0 ? 0 : Math.log(1e-15) / Math.log(kind.goesOn());
            longest = Math.max(longest, (int) (kind.certain() + more) + 2);
        }
        return longest;
    }

    private interface ByTurn {
        double of(int turn);
    }

    /** The sum over the turns of a session, {@code first} and later ones, on average over all sessions. */
    private static double sum(Turns turns, int first, ByTurn each) {
        double all = 0;
        double soFar = 0;
        for (int n = 1; n <= longest(turns); n++) {
            soFar += n < first ? 0 : each.of(n);
            all += probability(turns, n) * soFar;
        }
        return all;
    }

    @Test
    void meanAndSpreadComeBack() {
        Seeded.forAll(400, draw -> {
            double mean = draw.oneOf(draw.between(1.01, 3), draw.scaled(1.01, 60));
            double spread = draw.oneOf(Double.NaN, 0.0, draw.between(0, 1), draw.between(0.5, 4));
            Turns turns = Turns.of(mean, spread);
            double all = 0;
            double some = 0;
            double square = 0;
            for (int n = 1; n <= longest(turns); n++) {
                double p = probability(turns, n);
                all += p;
                some += n * p;
                square += (double) n * n * p;
            }
            assertEquals(1, all, 1e-9);
            assertEquals(mean, some, 1e-8 * mean);
            double stated = Double.isNaN(spread) ? 1 - 1 / mean : spread * spread;
            double part = mean - Math.floor(mean);
            // Whole turns whose mean is not whole spread at least so much.
            double least = part * (1 - part) / (mean * mean);
            double back = square / (some * some) - 1;
            assertEquals(Math.sqrt(Math.max(stated, least)), Math.sqrt(Math.max(0, back)), 0.001);
        });
    }

    @Test
    void theClosedFormsAreSumsOverTurns() {
        Seeded.forAll(400, draw -> {
            Turns turns = any(draw);
            double mean = turns.mean();
            double first = draw.oneOf(0.0, draw.scaled(1, 1e5));
            double perTurn = draw.oneOf(0.0, draw.scaled(1, 1e4));
            double end = draw.maybe() ? Double.POSITIVE_INFINITY : draw.scaled(1, 3e5);
            ByTurn size = k -> Math.min(first + (k - 1) * perTurn, end);
            double slack = 1e-8 * (1 + first + perTurn * mean);
            assertEquals(sum(turns, 1, size) / mean, turns.size(first, perTurn, end), slack);
            double before = mean == 1 ? 0 : sum(turns, 2, k -> size.of(k - 1)) / (mean - 1);
            assertEquals(before, turns.before(first, perTurn, end), slack * mean / Math.max(1e-3, mean - 1));
            int from = draw.whole(0, 20);
            assertEquals(sum(turns, from + 1, k -> 1) / mean, turns.shareFrom(from), 1e-9);
            assertEquals(sum(turns, from + 1, size) / mean, turns.sizeFrom(from, first, perTurn, end), slack);
        });
    }

    /** Where a session may end after any turn, what grows to no end is as long as if it had m − 1 turns behind it. */
    @Test
    void theUsualCaseIsKnown() {
        Turns turns = Turns.of(8, Double.NaN);
        assertEquals(500 + 7 * 500, turns.size(500, 500, Double.POSITIVE_INFINITY), 1e-9);
        Turns alike = Turns.of(8, 0);
        assertEquals(500 + 3.5 * 500, alike.size(500, 500, Double.POSITIVE_INFINITY), 1e-9);
    }
}
