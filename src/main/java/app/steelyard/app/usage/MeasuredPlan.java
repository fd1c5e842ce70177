package app.steelyard.app.usage;

import app.steelyard.app.plan.NewPlan;
import app.steelyard.plan.Plan;
import app.steelyard.pricing.PriceBook;
import app.steelyard.usage.PlanEdit;
import app.steelyard.usage.UsageToPlan;
import app.steelyard.usage.figures.LedgerView;
import app.steelyard.usage.figures.PricedModels;
import app.steelyard.usage.figures.Selection;
import java.util.Optional;

/** A plan with what was measured. */
public final class MeasuredPlan {
    private MeasuredPlan() {}

    /**
     * The plan with the measured traffic, prompt and hit rate.
     *
     * @param into the plan it is put into; empty for a new one
     * @param book has the model of a new plan where the usage states none
     */
    public static PlanEdit of(
            Optional<Plan> into, LedgerView usage, Selection selection, PricedModels prices, PriceBook book) {
        return into.map(plan -> UsageToPlan.into(plan, usage, selection, prices))
                .orElseGet(() -> UsageToPlan.newPlan(usage, selection, prices, NewPlan.model(book)));
    }
}
