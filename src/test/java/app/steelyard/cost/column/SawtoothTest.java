package app.steelyard.cost.column;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.steelyard.Seeded;
import org.junit.jupiter.api.Test;

/** What is compacted or cut off, turn by turn against the sums. */
class SawtoothTest {

    /** 20 turns: 10, 20, 30, 40, then 20, 30, 40 five times over, then 20. */
    @Test
    void byHand() {
        Turns twenty = Turns.of(20, 0);
        Sawtooth saw = new Sawtooth(10, 10, 40, 20);
        assertEquals((100 + 5 * 90 + 20) / 20.0, saw.size(twenty), 1e-9);
        // Each turn but the first and the six after a compaction finds what the one before sent.
        assertEquals((60 + 5 * 50) / 19.0, saw.repeated(twenty), 1e-9);
        assertEquals(6 / 20.0, saw.compactions(twenty), 1e-9);
        assertEquals(6 * 40 / 20.0, saw.compacted(twenty), 1e-9);
        assertEquals(6 / 20.0, saw.shareAbove(twenty, 30), 1e-9);
        assertEquals(6 * 40 / 20.0, saw.sizeAbove(twenty, 30), 1e-9);
        // A window of 40: turns 2, 3 and 4 find 10, 20 and 30, and no later one anything.
        assertEquals(60 / 19.0, twenty.sliding(10, 10, 40), 1e-9);
    }

    @Test
    void turnByTurn() {
        Seeded.forAll(300, draw -> {
            Turns turns = Turns.of(draw.scaled(1, 60), draw.oneOf(Double.NaN, 0.0, draw.between(0, 3)));
            double first = draw.scaled(10, 5000);
            double perTurn = draw.scaled(1, 3000);
            double most = first * draw.scaled(1.01, 30);
            Sawtooth saw = new Sawtooth(first, perTurn, most, most * draw.between(0, 0.95));
            double limit = most * draw.between(0, 1.1);
            double[] sums = new double[6];
            double size = first;
            double before = 0;
            for (int k = 1; k < 20_000; k++) {
                double reach = 0;
                for (Turns.Chain kind : turns.kinds()) {
                    reach += kind.weight() * (kind.behind(k - 1) - kind.behind(k));
                }
                boolean anew = size > most;
                double now = anew ? saw.after() : size;
                sums[0] += reach * now;
                sums[1] += anew ? 0 : reach * before;
                sums[2] += anew ? reach : 0;
                sums[3] += anew ? reach * before : 0;
                sums[4] += now > limit ? reach : 0;
                sums[5] += now > limit ? reach * now : 0;
                before = now;
                size = now + perTurn;
            }
            double m = turns.mean();
            assertEquals(sums[0] / m, saw.size(turns), 1e-6 * most);
            assertEquals(m == 1 ? 0 : sums[1] / (m - 1), saw.repeated(turns), 1e-6 * most);
            assertEquals(sums[2] / m, saw.compactions(turns), 1e-6);
            assertEquals(sums[3] / m, saw.compacted(turns), 1e-6 * most);
            assertEquals(sums[4] / m, saw.shareAbove(turns, limit), 1e-6);
            assertEquals(sums[5] / m, saw.sizeAbove(turns, limit), 1e-6 * most);
        });
    }
}
