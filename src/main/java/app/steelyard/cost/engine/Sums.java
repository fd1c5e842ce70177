package app.steelyard.cost.engine;

import app.steelyard.cost.column.Columns;
import app.steelyard.cost.result.Basis;
import app.steelyard.cost.result.Ties;

/**
 * What a batch came to, by architecture and row, in the plan's currency.
 *
 * @param setUp one-off cost before the first month
 * @param total undiscounted total over the horizon, set-up counted; NaN in rows that need a price which is not known, such
 *     as that of output in a plan otherwise without
 * @param presentValue discounted total; without architectures where only totals were asked for
 * @param succeeded share of the sessions that succeed; 1 in rows in which that is not stated of all architectures
 * @param feasible whether the design can do the job in that row
 */
public record Sums(
        double[][] setUp, double[][] total, double[][] presentValue, double[][] succeeded, boolean[][] feasible) {
    /** In place of an architecture's index: there is none. */
    public static final int NONE = -1;

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
                new double[n][in.rows()],
                new boolean[n][in.rows()]);
    }

    boolean discounted() {
        return presentValue.length > 0;
    }

    /** What an architecture is ranked by: its total, or what as many successes as there are sessions would cost. */
    public double ranked(int architecture, int row) {
        double share = succeeded[architecture][row];
        return share == 1 ? total[architecture][row] : Basis.perSuccess(total[architecture][row], share);
    }

    /**
     * The cheapest architecture in {@code row} that can do the job, the first of those that cost the same;
     * {@link #NONE} where nothing can do the job, or nothing that can has a price.
     */
    public int cheapest(int row) {
        return cheapest(row, NONE, NONE);
    }

    /** The same, but of those that cost the same {@code preferred} if it is among them. */
    public int cheapest(int row, int preferred) {
        return cheapest(row, preferred, NONE);
    }

    /** The same without {@code left}. */
    public int cheapestBut(int row, int left) {
        return cheapest(row, NONE, left);
    }

    private int cheapest(int row, int preferred, int left) {
        double least = Double.POSITIVE_INFINITY;
        for (int a = 0; a < total.length; a++) {
            if (a != left && feasible[a][row] && ranked(a, row) < least) {
                least = ranked(a, row);
            }
        }
        double most = Ties.most(least);
        if (preferred >= 0 && feasible[preferred][row] && ranked(preferred, row) <= most) {
            return preferred;
        }
        for (int a = 0; a < total.length; a++) {
            if (a != left && feasible[a][row] && ranked(a, row) <= most) {
                return a;
            }
        }
        return NONE;
    }
}
