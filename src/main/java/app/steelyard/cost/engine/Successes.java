package app.steelyard.cost.engine;

import app.steelyard.cost.column.Block;
import app.steelyard.cost.column.Column;
import app.steelyard.cost.result.Adaptation;
import app.steelyard.plan.Plan;
import app.steelyard.plan.PlanField;
import java.util.Set;

/**
 * How often the sessions of one architecture succeed, in every row, and how often they are repeated.
 *
 * @param counted 1 in the rows in which that is known of all architectures that are compared; else nothing fails
 * @param repeated share of the sessions that are repeated after a failure
 * @param failed share of the sessions that fail in the end; NaN where this architecture's own success is not known
 */
record Successes(Column counted, Column repeated, Column failed) {
    static final Successes UNKNOWN = new Successes(Column.ZERO, Column.ZERO, Column.ZERO);

    /**
     * @param own how this architecture answers
     * @param compared how those answer that are compared
     */
    static Successes of(Block x, Plan plan, Set<Adaptation.Rate> own, Set<Adaptation.Rate> compared) {
        Column counted = Column.ONE;
        for (Adaptation.Rate each : compared) {
            counted = counted.times(rate(x, plan, each).known());
        }
        if (counted.isZero()) {
            return UNKNOWN;
        }
        Column first = Column.ONE;
        for (Adaptation.Rate each : own) {
            first = first.min(rate(x, plan, each));
        }
        Column lost = counted.choose(first.not(), Column.ZERO);
        Column again = x.get(PlanField.RETRY_SUCCESS);
        Column retried = again.known();
        return new Successes(counted, lost.times(retried), retried.choose(lost.times(again.not()), lost));
    }

    /** As {@link Adaptation.Rate#get} has it of one plan. */
    private static Column rate(Block x, Plan plan, Adaptation.Rate rate) {
        Column all = x.get(rate.ofAll());
        return rate.ofModel()
                .map(n -> x.get(plan, n))
                .map(own -> own.known().choose(own, all))
                .orElse(all);
    }

    /** Share of the sessions that succeed in the end; 1 where nothing is counted. */
    Column succeeded() {
        return failed.not();
    }

    /** What is paid for usage, as a multiple of what it costs without repetition. */
    Column usage(Block x) {
        return repeated.times(x.get(PlanField.RETRY_COST)).plus(Column.ONE);
    }

    /** Sessions among {@code requests}. */
    static Column sessions(Block x, Column requests) {
        return requests.over(x.get(PlanField.TURNS));
    }

    /** What a failure costs; nothing where that is not stated. */
    static Column failureCost(Block x) {
        Column stated = x.get(PlanField.FAILURE_COST);
        Column work = x.get(PlanField.FAILURE_MINUTES)
                .times(x.get(PlanField.FAILURE_HOURLY_RATE))
                .times(1.0 / 60);
        return stated.known().choose(stated, work.known().choose(work, Column.ZERO));
    }
}
