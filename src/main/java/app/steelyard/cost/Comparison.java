package app.steelyard.cost;

import app.steelyard.cost.engine.Batch;
import app.steelyard.cost.engine.CostModel;
import app.steelyard.cost.engine.Evaluator;
import app.steelyard.cost.result.Architecture;
import app.steelyard.cost.result.Basis;
import app.steelyard.cost.result.CashFlow;
import app.steelyard.cost.result.Evaluation;
import app.steelyard.cost.result.Ties;
import app.steelyard.cost.result.Uncompared;
import app.steelyard.plan.Design;
import app.steelyard.plan.Plan;
import app.steelyard.plan.PriceRef;
import app.steelyard.pricing.PriceBook;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A plan weighed: every distinct architecture at dated prices, the do-nothing baseline first.
 *
 * @param evaluations one for each architecture; at least one
 */
public record Comparison(Plan plan, List<Evaluation> evaluations) {

    public Comparison {
        evaluations = List.copyOf(evaluations);
    }

    /** Weighs {@code plan}, which must be free of problems. */
    public static Comparison of(Plan plan, PriceBook book) {
        List<Architecture> architectures = Batch.designs(plan, book);
        List<CostModel.Compiled> compiled = architectures.stream()
                .map(a -> CostModel.compile(plan, a, book))
                .toList();
        List<Optional<Evaluator>> evaluators = compiled.stream()
                .map(c -> Optional.ofNullable(c.model()).map(m -> new Evaluator(plan, m)))
                .toList();
        CashFlow unknown = Evaluator.unknown((int) Math.round(plan.finance().horizonMonths()));
        CashFlow baseline = evaluators.get(0).map(Evaluator::cashFlow).orElse(unknown);
        Architecture today = architectures.get(0);
        // Today's design on each model that another design runs on: what of a saving is the model's.
        Map<Optional<PriceRef>, CashFlow> elsewhere = new HashMap<>();
        elsewhere.put(Optional.ofNullable(today.model(plan)), baseline);
        List<Evaluation> evaluations = new ArrayList<>();
        for (int i = 0; i < architectures.size(); i++) {
            Architecture architecture = architectures.get(i);
            CashFlow alike = elsewhere.computeIfAbsent(
                    Optional.ofNullable(architecture.model(plan)),
                    model -> model.flatMap(m -> elsewhere(today, m, plan, book)).orElse(unknown));
            List<String> missing = compiled.get(i).missing();
            Evaluation evaluation = evaluators
                    .get(i)
                    .<Evaluation>map(e -> e.evaluate(baseline, alike))
                    .orElseGet(() -> new Evaluation.Unpriced(architecture, missing));
            Evaluation told = OverCaching.told(architecture.in(plan), evaluation, book);
            evaluations.add(
                    ExpectedPrices.told(plan, AgreedTerms.told(plan, TodaysEnd.told(plan, today, told, book), book)));
        }
        return new Comparison(plan, evaluations);
    }

    /** Today's design on another model; where nobody knows how often it succeeds there, as often as it does today. */
    private static Optional<CashFlow> elsewhere(Architecture today, PriceRef model, Plan plan, PriceBook book) {
        Architecture on = today.on(model, plan, book);
        return flow(on, plan, book).or(() -> flow(today, on.in(plan), book));
    }

    private static Optional<CashFlow> flow(Architecture architecture, Plan plan, PriceBook book) {
        return Optional.ofNullable(CostModel.compile(plan, architecture, book).model())
                .map(m -> new Evaluator(plan, m).cashFlow());
    }

    /** What today's design costs on {@code model}, be it the plan's own; empty where a price is not known. */
    public static Optional<CashFlow> todayOn(PriceRef model, Plan plan, PriceBook book) {
        Architecture today = Architecture.designs(plan).get(0);
        return model.equals(today.model(plan)) ? flow(today, plan, book) : elsewhere(today, model, plan, book);
    }

    /** Whether a design runs on another model than today's, so that a saving can be the model's. */
    public boolean models() {
        return evaluations.stream().map(e -> e.architecture().on()).distinct().count() > 1;
    }

    /** The do-nothing baseline, priced or not. */
    public Evaluation baseline() {
        return evaluations.get(0);
    }

    /** The architectures that could be priced, in order. */
    public List<Evaluation.Priced> priced() {
        return evaluations.stream()
                .filter(Evaluation.Priced.class::isInstance)
                .map(Evaluation.Priced.class::cast)
                .toList();
    }

    /** The architectures that could not, in order. */
    public List<Evaluation.Unpriced> unpriced() {
        return evaluations.stream()
                .filter(Evaluation.Unpriced.class::isInstance)
                .map(Evaluation.Unpriced.class::cast)
                .toList();
    }

    /** Which designs a price is missing of, as a sentence without a full stop; empty where it is of none. */
    public Optional<String> uncompared() {
        return Uncompared.of(unpriced());
    }

    /** What it comes to. */
    public Verdict verdict() {
        return Verdict.of(this);
    }

    /** By what they are ranked. */
    public Basis basis() {
        return Basis.of(plan);
    }

    /**
     * The lowest of the designs that can do the job, by what they are ranked by; of those that cost the same the first,
     * so that today's is left for nothing that costs as much. Empty where none can.
     */
    public Optional<Evaluation.Priced> cheapest() {
        return cheapest(e -> true);
    }

    /** The same without {@code architecture}. */
    public Optional<Evaluation.Priced> cheapestBut(Architecture architecture) {
        return cheapest(e -> !e.architecture().equals(architecture));
    }

    /** The lowest of those that {@code counts} takes. */
    Optional<Evaluation.Priced> cheapest(Predicate<Evaluation.Priced> counts) {
        List<Evaluation.Priced> fit = priced().stream()
                .filter(Evaluation.Priced::feasible)
                .filter(counts)
                .toList();
        double most = Ties.most(
                fit.stream().mapToDouble(Evaluation.Priced::ranked).min().orElse(Double.NaN));
        return fit.stream().filter(e -> e.ranked() <= most).findFirst();
    }

    /** The evaluation of {@code design} on the plan's models, if that is among the distinct ones and priced. */
    public Optional<Evaluation.Priced> priced(Design design) {
        return priced().stream()
                .filter(e -> e.architecture().design() == design
                        && e.architecture().own() == null
                        && !e.architecture().reordered())
                .findFirst();
    }

    /** The evaluation of the design on the model that {@code like} is, if that is among the distinct ones and priced. */
    public Optional<Evaluation.Priced> priced(Architecture like) {
        return priced().stream().filter(e -> e.architecture().like(like)).findFirst();
    }
}
