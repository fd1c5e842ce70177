package app.steelyard.cost;

import app.steelyard.cost.engine.Trial;
import app.steelyard.cost.result.Adaptation;
import app.steelyard.cost.result.Architecture;
import app.steelyard.cost.result.Evaluation;
import app.steelyard.plan.Design;
import app.steelyard.plan.ModelNumber.StatedModel;
import app.steelyard.plan.Plan;
import app.steelyard.plan.session.Outcome;
import app.steelyard.pricing.CachePolicy;
import app.steelyard.pricing.Model;
import app.steelyard.pricing.PriceBook;
import app.steelyard.pricing.Quote;
import app.steelyard.pricing.RateCard;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A plan on another model, by prices alone: how often that model succeeds is not known, so what failures cost is left out.
 *
 * @param base whether it is the plan's own
 * @param rates its list prices on the plan's day
 * @param today the design in use today, untuned, on this model
 * @param caching prompt caching on this model, in the cheapest order
 * @param observed what such a cache was seen to find of what it should, the median; empty where nobody has looked
 * @param success share of the sessions that it is stated to succeed with by prompt; empty where nobody has said
 */
public record OnModel(
        Model model,
        boolean base,
        RateCard rates,
        Evaluation today,
        Evaluation caching,
        OptionalDouble observed,
        OptionalDouble success) {

    /** All models that have a price at the plan's service tier on its day, the cheapest with prompt caching first. */
    public static List<OnModel> all(Plan plan, PriceBook book) {
        return of(
                plan, book.models().stream().filter(m -> m.standsFor() == null).toList(), book);
    }

    /** Some models, as far as they have a price there, in the same order. */
    public static List<OnModel> of(Plan plan, List<Model> models, PriceBook book) {
        Plan priced = plan.withOutcome(Outcome.UNKNOWN)
                .withModels(
                        plan.models().stream().map(StatedModel::withoutSuccess).toList());
        Architecture today = Architecture.designs(priced).get(0);
        Architecture caching = Architecture.of(priced, Design.PROMPT_CACHING.placementsOf(priced.items()), book);
        return models.stream()
                .flatMap(m -> book
                        .rates(
                                m.ref(),
                                plan.inference().tier(),
                                plan.inference().pricesAsOf())
                        .map(q -> new OnModel(
                                m,
                                own(m, plan),
                                q.fact(),
                                evaluate(today, m, priced, book),
                                evaluate(caching.proposed(), m, priced, book),
                                observed(m, plan, book),
                                success(m, plan)))
                        .stream())
                .sorted(Comparator.comparingDouble(OnModel::cost)
                        .thenComparing(o -> o.model().ref().toString()))
                .toList();
    }

    private static boolean own(Model model, Plan plan) {
        return model.ref().equals(plan.inference().model());
    }

    private static OptionalDouble success(Model model, Plan plan) {
        double stated = (own(model, plan) ? Adaptation.PROMPTED : Adaptation.PROMPTED_ELSEWHERE)
                .on(model.ref())
                .get(plan);
        return Double.isNaN(stated) ? OptionalDouble.empty() : OptionalDouble.of(stated);
    }

    /** What prompt caching costs there over the horizon; endless where it has no price. */
    private double cost() {
        return caching instanceof Evaluation.Priced priced ? priced.measures().tco() : Double.POSITIVE_INFINITY;
    }

    /** Whether the prompt fits the model, and the model answers on the day; empty where its window is not known. */
    public Optional<Boolean> able() {
        return model.contextWindow() != null && caching instanceof Evaluation.Priced priced
                ? Optional.of(priced.feasible())
                : Optional.empty();
    }

    private static Evaluation evaluate(Architecture architecture, Model model, Plan plan, PriceBook book) {
        return Trial.of(plan, architecture.on(model.ref(), plan, book), book).evaluate(plan);
    }

    private static OptionalDouble observed(Model model, Plan plan, PriceBook book) {
        return book.cachePolicy(model.ref(), plan.inference().pricesAsOf())
                .map(Quote::fact)
                .map(CachePolicy::behaviour)
                .flatMap(b -> b.effectiveness(plan.caching().keyed()))
                .map(e -> OptionalDouble.of(e.p50().doubleValue()))
                .orElse(OptionalDouble.empty());
    }
}
