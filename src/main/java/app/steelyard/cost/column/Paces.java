package app.steelyard.cost.column;

import java.util.ArrayList;
import java.util.List;

/**
 * The rows of a block, put side by side where they change at about the same pace.
 *
 * @param order by place in that order, the row; empty where the rows stand so already
 */
record Paces(int[] order, List<Run> runs) {

    /** Places from {@code from} to, not including, {@code to}. */
    record Run(int pace, int from, int to) {}

    /** @param changes an hour */
    static Paces of(Block x, Column changes) {
        int n = x.rows();
        int[] pace = new int[n];
        List<Integer> paces = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            pace[i] = i > 0 && changes.uniform() ? pace[0] : Points.pace(changes.at(i));
            if (!paces.contains(pace[i])) {
                paces.add(pace[i]);
            }
        }
        if (paces.size() == 1) {
            return new Paces(new int[0], List.of(new Run(pace[0], 0, n)));
        }
        int[] order = new int[n];
        List<Run> runs = new ArrayList<>();
        int place = 0;
        for (int each : paces) {
            int from = place;
            for (int i = 0; i < n; i++) {
                if (pace[i] == each) {
                    order[place++] = i;
                }
            }
            runs.add(new Run(each, from, place));
        }
        return new Paces(order, runs);
    }

    int row(int place) {
        return inOrder() ? place : order[place];
    }

    boolean inOrder() {
        return order.length == 0;
    }

    /** By place; not to be written into. */
    double[] gathered(Block x, Column column) {
        double[] rows = column.rows(x);
        if (inOrder() || column.uniform()) {
            return rows;
        }
        double[] out = x.take();
        for (int place = 0; place < order.length; place++) {
            out[place] = rows[order[place]];
        }
        return out;
    }

    /** Writes what is known by place to its rows. */
    void scatter(double[] from, double[] to) {
        for (int place = 0; place < order.length; place++) {
            to[order[place]] = from[place];
        }
    }
}
