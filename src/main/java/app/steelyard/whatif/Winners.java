package app.steelyard.whatif;

import app.steelyard.cost.engine.Sums;

/** Which design is cheapest, without the noise of the last digits deciding between equals. */
public final class Winners {
    /** Nothing can do the job. */
    public static final int NONE = -1;

    private static final double EQUAL = 1e-12;

    private Winners() {}

    /**
     * The cheapest feasible design in {@code row}; of those that cost the same, {@code preferred} if it is among them,
     * else the first; {@link #NONE} where nothing can do the job, or nothing that can has a price.
     */
    public static int of(Sums sums, int row, int preferred) {
        double least = Double.POSITIVE_INFINITY;
        for (int a = 0; a < sums.total().length; a++) {
            if (sums.feasible()[a][row] && sums.total()[a][row] < least) {
                least = sums.total()[a][row];
            }
        }
        double most = least + EQUAL * Math.abs(least);
        if (preferred >= 0 && equal(sums, preferred, row, most)) {
            return preferred;
        }
        for (int a = 0; a < sums.total().length; a++) {
            if (equal(sums, a, row, most)) {
                return a;
            }
        }
        return NONE;
    }

    private static boolean equal(Sums sums, int architecture, int row, double most) {
        return sums.feasible()[architecture][row] && sums.total()[architecture][row] <= most;
    }
}
