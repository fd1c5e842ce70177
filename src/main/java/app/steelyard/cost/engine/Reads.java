package app.steelyard.cost.engine;

import app.steelyard.cost.column.Columns;

/**
 * Input tokens of a request in the first month, on average over its turns, by architecture and row.
 *
 * @param read those that are read from the cache
 * @param all with those that are not
 */
public record Reads(double[][] read, double[][] all) {

    /** Empty ones for all rows of {@code in}. */
    public static Reads of(Batch batch, Columns in) {
        int n = batch.architectures().size();
        return new Reads(new double[n][in.rows()], new double[n][in.rows()]);
    }

    /** The token hit rate: the share of all input tokens that is read from the cache; 0 where there are none. */
    public double share(int architecture, int row) {
        double tokens = all[architecture][row];
        return tokens > 0 ? read[architecture][row] / tokens : 0;
    }
}
