package app.steelyard.cost.engine;

import app.steelyard.cost.column.Block;
import app.steelyard.cost.column.Column;
import app.steelyard.cost.result.Architecture;
import app.steelyard.plan.Plan;
import app.steelyard.plan.PlanField;
import app.steelyard.plan.item.ContextItem;
import app.steelyard.plan.item.Kind;
import app.steelyard.plan.item.Placement;
import app.steelyard.pricing.Model;
import app.steelyard.pricing.TuningOffer;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** When a design cannot do the job. Each condition is written here once, for the notices and for many rows. */
final class Obstacles {
    /** Of long conversations a few may end at the model's window; that is no reason against a design. */
    static final double ENDS_ANYWAY = 0.05;

    private Obstacles() {}

    /** Whether what was to last until {@code until} is over. */
    static boolean over(@Nullable LocalDate until, LocalDate start) {
        return until != null && !until.isAfter(start);
    }

    /** The share of the requests whose prompt is longer than the model takes in. */
    static Column beyondWindow(Block x, Demand.Prompt prompt, @Nullable Long window) {
        return window == null ? Column.ZERO : prompt.beyond(x, window).share();
    }

    /** 1 where information in the weights changes more than once before the next training round, if there is one. */
    static Column stale(Column changesPerMonth, Column retrainEveryMonths) {
        Column every = retrainEveryMonths.exceeds(Column.ZERO).choose(retrainEveryMonths, Column.of(1e9));
        return changesPerMonth.times(every).exceeds(Column.ONE);
    }

    static boolean staleInWeights(ContextItem item, Plan plan) {
        return stale(Column.of(item.changesPerMonth()), Column.of(plan.tuning().retrainEveryMonths()))
                .isOne();
    }

    /** 1 in the rows in which the design can do the job. */
    static Column feasible(Plan plan, CostModel model, Block x, Demand.Prompt prompt) {
        Quotes quotes = model.epochs[1].quotes();
        Architecture architecture = model.architecture;
        boolean tuned = architecture.places(Placement.WEIGHTS);
        if (past(architecture, quotes, plan.inference().pricesAsOf())) {
            return Column.ZERO;
        }
        Model used = tuned ? quotes.tunedModel() : quotes.baseModel();
        Column feasible = used == null
                ? Column.ONE
                : beyondWindow(x, prompt, used.contextWindow())
                        .exceeds(Column.of(ENDS_ANYWAY))
                        .not();
        for (int i = 0; tuned && i < plan.items().size(); i++) {
            if (architecture.placements().get(i) == Placement.WEIGHTS
                    && plan.items().get(i).kind() == Kind.INFORMATION) {
                feasible = feasible.times(stale(x.changes(i), x.get(PlanField.RETRAIN_EVERY_MONTHS))
                        .not());
            }
        }
        return feasible;
    }

    /** Whether what the design needs is over by the day of the prices. */
    private static boolean past(Architecture architecture, Quotes quotes, LocalDate start) {
        if (!architecture.places(Placement.WEIGHTS)) {
            return quotes.baseModel() != null && over(quotes.baseModel().retires(), start);
        }
        TuningOffer offer = quotes.offer() == null ? null : quotes.offer().fact();
        return offer != null
                && (over(offer.inferenceUntil(), start) || needsJobs(architecture) && over(offer.jobsUntil(), start));
    }

    /** A team that tunes already needs no job at once; it still needs its model to answer. */
    static boolean needsJobs(Architecture architecture) {
        return !architecture.today();
    }
}
