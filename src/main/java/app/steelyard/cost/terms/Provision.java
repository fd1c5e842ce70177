package app.steelyard.cost.terms;

import app.steelyard.cost.column.Block;
import app.steelyard.cost.column.Column;
import app.steelyard.cost.column.Reuse;
import app.steelyard.cost.result.Hours;
import app.steelyard.plan.Contract.Capacity;
import app.steelyard.plan.item.Scope;
import java.util.ArrayList;
import java.util.List;

/** How many units a month's peak needs, and what of them is used. */
public final class Provision {
    private static final double MINUTES = 60;

    private Provision() {}

    /** Requests of the peak minute: those of a mean minute of the busiest hours × the peak factor. */
    public static Column peakRequests(Block x, Capacity of, Column sent) {
        Column pace = Column.ZERO;
        for (Reuse.Level level : x.arrivals().levels(Scope.SHARED)) {
            pace = pace.max(level.pace());
        }
        return pace.times(sent).times(of.peak() / MINUTES);
    }

    /**
     * Units, before minimum and steps.
     *
     * @param load of the month, in tokens that count as input
     * @param sent requests of the month
     */
    public static Column needed(Block x, Capacity of, Column load, Column sent) {
        Column each = sent.exceeds(Column.ZERO).choose(load.over(sent.max(Column.of(1e-300))), Column.ZERO);
        return peakRequests(x, of, sent).times(each).times(1 / of.throughput());
    }

    /** What is bought of {@code needed} units: the minimum, or whole steps beyond it. */
    public static Column bought(Capacity of, Column needed) {
        return needed.map(n -> bought(of, n));
    }

    /** The same of one number. */
    public static double bought(Capacity of, double needed) {
        double beyond = Math.max(0, needed - of.minimum());
        // What is a whole number of steps but for the last digits is no further step.
        return of.minimum() + Math.ceil(beyond / of.stepUnits() - 1e-9) * of.stepUnits();
    }

    /** By month, from 1: units are bought for a whole term, as many as its busiest month needs. */
    public static List<Column> byTerm(Capacity of, List<Column> needed) {
        List<Column> bought = new ArrayList<>();
        int term = of.term();
        for (int from = 0; from < needed.size(); from += term) {
            int to = Math.min(needed.size(), from + term);
            Column most = needed.get(from);
            for (int m = from + 1; m < to; m++) {
                most = most.max(needed.get(m));
            }
            for (int m = from; m < to; m++) {
                bought.add(bought(of, most));
            }
        }
        return bought;
    }

    /** The tokens, counted as input, that units could take in a month. */
    public static double room(Capacity of, double units) {
        return units * of.throughput() * MINUTES * Hours.PER_MONTH;
    }
}
