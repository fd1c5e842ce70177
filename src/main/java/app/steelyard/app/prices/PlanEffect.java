package app.steelyard.app.prices;

import app.steelyard.cost.Comparison;
import app.steelyard.cost.result.Evaluation;
import app.steelyard.plan.Plan;
import app.steelyard.pricing.PriceBook;
import app.steelyard.text.Money;
import java.util.Optional;

/**
 * What other prices come to in a plan: an average month of the design in use today, and of the cheapest that can do the job.
 *
 * @param today empty where it has no price
 * @param best empty where nothing that has a price can do the job
 */
public record PlanEffect(Plan plan, Month today, Month best) {

    /** Before and after; each empty where there is no price. */
    public record Month(Optional<Money> before, Optional<Money> after) {
        /** Whether anything changes. */
        public boolean changes() {
            return !before.equals(after);
        }
    }

    public static PlanEffect of(Plan plan, PriceBook before, PriceBook after) {
        Comparison old = Comparison.of(plan, before);
        Comparison fresh = Comparison.of(plan, after);
        return new PlanEffect(
                plan,
                new Month(month(plan, Optional.of(old.baseline())), month(plan, Optional.of(fresh.baseline()))),
                new Month(month(plan, old.cheapest()), month(plan, fresh.cheapest())));
    }

    private static Optional<Money> month(Plan plan, Optional<? extends Evaluation> of) {
        return of.filter(Evaluation.Priced.class::isInstance)
                .map(Evaluation.Priced.class::cast)
                .map(p -> plan.currency().of(p.measures().averageMonth()));
    }
}
