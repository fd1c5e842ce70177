package app.steelyard.app.usage;

import app.steelyard.app.plan.NewPlan;
import app.steelyard.plan.Plan;
import app.steelyard.pricing.PriceBook;
import app.steelyard.usage.PlanEdit;
import app.steelyard.usage.UsageToPlan;
import app.steelyard.usage.figures.LedgerView;
import app.steelyard.usage.figures.PricedModels;
import app.steelyard.usage.figures.Selection;
import app.steelyard.usage.ledger.SessionSums;
import java.util.List;
import java.util.Optional;

/** A plan with what was measured. */
public final class MeasuredPlan {
    private MeasuredPlan() {}

    /**
     * The plan with the measured traffic, prompt and hit rate.
     *
     * @param into the plan it is put into; empty for a new one
     * @param sessions the chains of requests that the usage is made of, as far as they are told
     * @param book has the model of a new plan where the usage states none
     */
    public static PlanEdit of(
            Optional<Plan> into,
            LedgerView usage,
            List<SessionSums> sessions,
            Selection selection,
            PricedModels prices,
            PriceBook book) {
        return into.map(plan -> UsageToPlan.into(plan, usage, sessions, selection, prices))
                .orElseGet(() -> UsageToPlan.newPlan(usage, sessions, selection, prices, NewPlan.model(book)));
    }
}
