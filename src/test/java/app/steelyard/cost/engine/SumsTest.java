package app.steelyard.cost.engine;

import static app.steelyard.Fixtures.book;
import static app.steelyard.Fixtures.model;
import static app.steelyard.Fixtures.plan;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.steelyard.cost.column.Columns;
import app.steelyard.cost.result.Evaluation;
import app.steelyard.plan.Design;
import app.steelyard.plan.PlanField;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which of several designs is the cheapest, row by row. */
class SumsTest {
    private static final double UNKNOWN = Double.NaN;

    /** By design, then by row: the costs; below 0 where the design cannot do the job. */
    private static Sums sums(double[]... costs) {
        double[][] total = new double[costs.length][costs[0].length];
        boolean[][] feasible = new boolean[costs.length][costs[0].length];
        for (int a = 0; a < costs.length; a++) {
            for (int row = 0; row < total[a].length; row++) {
                total[a][row] = Math.abs(costs[a][row]);
                feasible[a][row] = !(costs[a][row] < 0);
            }
        }
        double[][] succeeded = new double[costs.length][total[0].length];
        for (double[] row : succeeded) {
            Arrays.fill(row, 1);
        }
        return new Sums(new double[costs.length][total[0].length], total, new double[0][0], succeeded, feasible);
    }

    @Test
    void theCheapestCanDoTheJobAndHasAPrice() {
        Sums sums =
                sums(new double[] {10, 3, UNKNOWN, -1}, new double[] {8, 4, 7, -1}, new double[] {-5, 9, 6, UNKNOWN});
        assertEquals(1, sums.cheapest(0), "5 would be less, and cannot do the job");
        assertEquals(0, sums.cheapest(1));
        assertEquals(2, sums.cheapest(2), "what is not known is not the least");
        assertEquals(Sums.NONE, sums.cheapest(3));
    }

    @Test
    void ofThoseThatCostTheSameTheFirstOrThePreferredOneIsTaken() {
        // The last digits of a long sum are noise.
        Sums sums = sums(new double[] {9}, new double[] {8 + 2e-12}, new double[] {8}, new double[] {-8});
        assertEquals(1, sums.cheapest(0));
        assertEquals(2, sums.cheapest(0, 2));
        assertEquals(1, sums.cheapest(0, 1));
        assertEquals(1, sums.cheapest(0, 0), "what costs more is not preferred");
        assertEquals(1, sums.cheapest(0, 3), "nor what cannot do the job");
        assertEquals(1, sums.cheapest(0, Sums.NONE));
        assertEquals(0, sums(new double[] {8}, new double[] {8}).cheapest(0, 0));
    }

    @Test
    void theNextIsTheCheapestWithoutOne() {
        Sums sums = sums(new double[] {7}, new double[] {5}, new double[] {6}, new double[] {-1});
        assertEquals(2, sums.cheapestBut(0, 1));
        assertEquals(1, sums.cheapestBut(0, 0));
        assertEquals(Sums.NONE, sums(new double[] {7}, new double[] {-1}).cheapestBut(0, 0));
    }

    /** Half a million requests instead of a million, with nothing but their totals asked for. */
    @Test
    void totalsAloneAreTheSameTotals() {
        Batch batch = Batch.of(plan(5000, 1_000_000), book(model().prices("1", "0.1", "5")));
        assertEquals(
                List.of(Design.FINE_TUNING),
                batch.unpriced().stream()
                        .map(Evaluation.Unpriced::architecture)
                        .map(a -> a.design())
                        .toList());
        Columns in = batch.columns(2);
        in.vary(PlanField.REQUESTS_PER_MONTH)[1] = 500_000;
        Sums all = Sums.of(batch, in);
        batch.worker().evaluate(in, 0, 2, all);
        Sums totals = Sums.totals(batch, in);
        batch.worker().evaluate(in, 0, 2, totals);
        assertArrayEquals(new double[] {60_000, 30_000}, totals.total()[0], 1e-6);
        assertArrayEquals(all.total(), totals.total());
        assertArrayEquals(all.feasible(), totals.feasible());
        assertTrue(all.discounted() && all.presentValue()[0][0] < all.total()[0][0]);
        assertTrue(!totals.discounted());
        assertEquals(0, totals.presentValue().length);
        assertEquals(1, totals.cheapest(1), "caching");
    }
}
