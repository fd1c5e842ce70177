package app.steelyard.app.prices;

import app.steelyard.cost.OnModel;
import app.steelyard.cost.result.Evaluation;
import app.steelyard.plan.Plan;
import app.steelyard.plan.PriceRef;
import app.steelyard.pricing.Model;
import app.steelyard.pricing.PriceBook;
import app.steelyard.text.Money;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What an average month of a plan's own traffic costs on another model: its design in use today, and prompt caching.
 *
 * @param why what keeps either from having a price, or the model from doing the job, as sentences; empty where nothing does
 */
public record OnPlan(Model model, Optional<Money> today, Optional<Money> caching, boolean fit, List<String> why) {
    public OnPlan {
        why = List.copyOf(why);
    }

    /** On a model; empty where it has no price at the plan's tier. */
    public static Optional<OnPlan> of(PriceRef ref, Plan plan, PriceBook book) {
        return book.model(ref)
                .flatMap(m -> OnModel.of(plan, List.of(m), book).stream().findFirst())
                .map(on -> new OnPlan(
                        on.model(),
                        month(on.today(), plan),
                        month(on.caching(), plan),
                        fit(on.today()) || fit(on.caching()),
                        why(on)));
    }

    private static Optional<Money> month(Evaluation of, Plan plan) {
        return of instanceof Evaluation.Priced priced
                ? Optional.of(plan.currency().of(priced.measures().averageMonth()))
                : Optional.empty();
    }

    private static boolean fit(Evaluation of) {
        return of instanceof Evaluation.Priced priced && priced.feasible();
    }

    private static List<String> why(OnModel on) {
        return Stream.of(on.today(), on.caching())
                .flatMap(e -> switch (e) {
                    case Evaluation.Priced priced -> priced.obstacles().stream();
                    case Evaluation.Unpriced unpriced -> unpriced.reasons().stream();
                })
                .distinct()
                .toList();
    }
}
