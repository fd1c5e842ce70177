package app.steelyard.app.check;

import app.steelyard.cost.KnownErrors;
import app.steelyard.cost.column.Columns;
import app.steelyard.cost.engine.Batch;
import app.steelyard.cost.engine.Sums;
import app.steelyard.cost.result.Architecture;
import app.steelyard.plan.Caching;
import app.steelyard.plan.Design;
import app.steelyard.plan.ItemNumber;
import app.steelyard.plan.Plan;
import app.steelyard.plan.PlanField;
import app.steelyard.plan.item.ContextItem;
import app.steelyard.plan.item.Placement;
import app.steelyard.plan.item.Scope;
import app.steelyard.plan.session.Sessions;
import app.steelyard.pricing.PriceBook;
import app.steelyard.whatif.trials.Sample;
import app.steelyard.whatif.trials.Simulation;
import app.steelyard.whatif.trials.TrialSettings;
import java.util.List;

/** What the program says of a system, as an interval, without a look at what is true. */
record Trials(PriceBook book, TrialSettings settings) {

    /** The ranges of the plan and the known errors of what is derived from it. */
    Interval now(Plan plan, Bank.Kind kind) {
        return interval(KnownErrors.in(plan, book), kind);
    }

    /**
     * The same by the program as it was before it knew of sessions: requests that have nothing to do with each other, a
     * conversation that is never cached, a cache as its vendor describes it, and nothing derived in doubt.
     */
    Interval before(Plan plan, Bank.Kind kind) {
        Plan changed = plan;
        for (int i = 0; i < plan.items().size(); i++) {
            ContextItem item = plan.items().get(i);
            if (item.growth() != null) {
                double mean = meanSize(plan, item);
                changed = changed.withItem(
                        i, item.withTokens(mean).withScope(Scope.REQUEST).withPlacement(Placement.PLAIN_PROMPT));
                changed = changed.withWhatIf(
                        changed.whatIf().withoutRange(new ItemNumber(item.id(), ItemNumber.Kind.TOKENS).path()));
            }
        }
        changed = changed.withTraffic(changed.traffic().withSessions(Sessions.SINGLE));
        for (PlanField field : PlanField.values()) {
            if (field.path().startsWith("traffic.sessions.")) {
                changed = changed.withWhatIf(changed.whatIf().withoutRange(field.path()));
            }
        }
        return interval(changed.withCaching(changed.caching().withBehaviour(Caching.Behaviour.IDEAL)), kind);
    }

    /** Tokens of the conversation on average over the turns, at the plan's own numbers. */
    private double meanSize(Plan plan, ContextItem item) {
        double others = plan.items().stream()
                .filter(i -> !i.equals(item))
                .mapToDouble(ContextItem::tokens)
                .sum();
        Batch batch = Batch.of(plan, List.of(placed(plan, Design.UNCACHED)), book);
        Columns one = batch.columns(1);
        Batch.Reads reads = Batch.Reads.of(batch, one);
        batch.worker().read(one, 0, 1, reads);
        return reads.all()[0][0] - others;
    }

    /** What was published of a saving leaves out what it took to get there. */
    private static double running(Sums sums, int architecture, int row) {
        return sums.total()[architecture][row] - sums.setUp()[architecture][row];
    }

    private Architecture placed(Plan plan, Design design) {
        return Architecture.of(plan, design.placementsOf(plan.items()), book);
    }

    private Interval interval(Plan plan, Bank.Kind kind) {
        Architecture uncached = placed(plan, Design.UNCACHED);
        Architecture cached = placed(plan, Design.AS_PLACED);
        Batch batch = Batch.of(plan, List.of(uncached, cached), book);
        if (!batch.unpriced().isEmpty()) {
            throw new IllegalStateException(plan.name() + " has no price");
        }
        Simulation drawn = Simulation.run(batch, settings, () -> false);
        double[] values = new double[settings.trials()];
        if (kind == Bank.Kind.SAVING) {
            Sums sums = drawn.sums();
            for (int row = 0; row < values.length; row++) {
                values[row] = 1 - running(sums, 1, row) / running(sums, 0, row);
            }
        } else {
            Batch.Reads reads = Batch.Reads.of(batch, drawn.columns());
            batch.worker().read(drawn.columns(), 0, values.length, reads);
            for (int row = 0; row < values.length; row++) {
                values[row] = reads.share(1, row);
            }
        }
        Sample sample = new Sample(values, 0.1, 0.5, 0.9);
        return new Interval(sample.quantile(0.1), sample.quantile(0.5), sample.quantile(0.9));
    }
}
