package app.steelyard.cost.engine;

import app.steelyard.cost.column.Column;
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

    /**
     * Money before the first month, in all, and discounted.
     *
     * @param succeeded share of the sessions that succeed; 1 where that is not counted
     * @param feasible 1 in the rows in which the design can do the job
     */
    record Weighed(Column setUp, Column total, Column presentValue, Column succeeded, Column feasible) {

        /** {@code other} in the rows in which {@code which} is 1. */
        Weighed where(Column which, Weighed other) {
            return new Weighed(
                    which.choose(other.setUp, setUp),
                    which.choose(other.total, total),
                    which.choose(other.presentValue, presentValue),
                    which.choose(other.succeeded, succeeded),
                    which.choose(other.feasible, feasible));
        }

        /** Writes as many rows as {@code count} into {@code out} from row {@code from}. */
        void copyTo(Sums out, int architecture, int from, int count) {
            setUp.copyTo(out.setUp()[architecture], from, count);
            total.copyTo(out.total()[architecture], from, count);
            succeeded.copyTo(out.succeeded()[architecture], from, count);
            if (out.discounted()) {
                presentValue.copyTo(out.presentValue()[architecture], from, count);
            }
            for (int i = 0; i < count; i++) {
                out.feasible()[architecture][from + i] = feasible.at(i) == 1;
            }
        }
    }
}
