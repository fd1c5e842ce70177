package app.steelyard.whatif.trials;

import app.steelyard.cost.column.Columns;
import app.steelyard.cost.engine.Batch;
import app.steelyard.cost.engine.Sums;
import java.util.List;
import java.util.Optional;

/**
 * By how much the design that is cheapest at the plan's own numbers costs less than the best of the others that can do the
 * job, whichever that is (where it is known how often all succeed, for as many successes as there are sessions); below 0
 * another is the cheapest. It is what a number has to move to change the answer, which the saving against today's design does
 * not show.
 *
 * @param leader index of the design that is cheapest at the plan's own numbers
 * @param next index of the next best there
 * @param bars one number at a time, the widest first; an end at which the leader cannot, or it alone can, do the job is NaN
 */
public record Lead(int leader, int next, List<Bar> bars) {

    public Lead {
        bars = List.copyOf(bars);
    }

    /** Empty where nothing, or one design alone, can do the job at the plan's own numbers. */
    public static Optional<Lead> of(Batch batch, Assumptions assumptions) {
        Columns columns = batch.columns(1);
        Sums sums = Sums.totals(batch, columns);
        batch.worker().evaluate(columns, 0, 1, sums);
        int leader = sums.cheapest(0);
        int next = leader < 0 ? Sums.NONE : sums.cheapestBut(0, leader);
        return next < 0
                ? Optional.empty()
                : Optional.of(
                        new Lead(leader, next, Tornado.bars(batch, assumptions, (s, row) -> lead(s, row, leader))));
    }

    /** At the plan's own numbers, in the plan's currency. */
    public double atBase() {
        return bars.isEmpty() ? Double.NaN : bars.get(0).atBase();
    }

    private static double lead(Sums sums, int row, int leader) {
        int other = sums.cheapestBut(row, leader);
        return other < 0 || !sums.feasible()[leader][row]
                ? Double.NaN
                : sums.ranked(other, row) - sums.ranked(leader, row);
    }
}
