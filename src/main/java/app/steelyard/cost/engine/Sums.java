package app.steelyard.cost.engine;

import app.steelyard.cost.column.Columns;

/**
 * What a batch came to, by architecture and row, in the plan's currency.
 *
 * @param setUp one-off cost before the first month
 * @param total undiscounted total over the horizon, set-up counted; NaN in rows that need a price which is not known, such
 *     as that of output in a plan otherwise without
 * @param presentValue discounted total; without architectures where only totals were asked for
 * @param feasible whether the design can do the job in that row
 */
public record Sums(double[][] setUp, double[][] total, double[][] presentValue, boolean[][] feasible) {

    /** Empty sums for all rows of {@code in}. */
    public static Sums of(Batch batch, Columns in) {
        return of(batch, in, batch.architectures().size());
    }

    /** As {@link #of(Batch, Columns)}, without present values, which saves time and memory. */
    public static Sums totals(Batch batch, Columns in) {
        return of(batch, in, 0);
    }

    private static Sums of(Batch batch, Columns in, int discounted) {
        int n = batch.architectures().size();
        return new Sums(
                new double[n][in.rows()],
                new double[n][in.rows()],
                new double[discounted][in.rows()],
                new boolean[n][in.rows()]);
    }

    boolean discounted() {
        return presentValue.length > 0;
    }

    /** The cheapest feasible architecture in {@code row} by total; −1 where none can do the job at a known price. */
    public int cheapest(int row) {
        int best = -1;
        for (int a = 0; a < total.length; a++) {
            if (feasible[a][row] && !Double.isNaN(total[a][row]) && (best < 0 || total[a][row] < total[best][row])) {
                best = a;
            }
        }
        return best;
    }
}
