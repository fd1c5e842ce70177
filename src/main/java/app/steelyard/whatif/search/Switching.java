package app.steelyard.whatif.search;

import app.steelyard.cost.Comparison;
import app.steelyard.cost.column.Columns;
import app.steelyard.cost.engine.Batch;
import app.steelyard.cost.engine.Sums;
import app.steelyard.cost.result.Architecture;
import app.steelyard.cost.result.Basis;
import app.steelyard.cost.result.Measure;
import app.steelyard.plan.ItemNumber;
import app.steelyard.plan.Plan;
import app.steelyard.plan.PlanField;
import app.steelyard.plan.PlanNumber;
import app.steelyard.plan.item.ContextItem;
import app.steelyard.plan.item.Scope;
import app.steelyard.pricing.PriceBook;
import app.steelyard.whatif.Blocks;
import app.steelyard.whatif.Edges;
import app.steelyard.whatif.Result;
import app.steelyard.whatif.SearchSpan;
import app.steelyard.whatif.Subject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/** The values of each number at which the cheapest feasible design changes, found to a billionth of themselves. */
public final class Switching {
    private static final int LARGEST_ITEMS = 5;
    private static final List<PlanField> MAIN = List.of(
            PlanField.REQUESTS_PER_MONTH,
            PlanField.SESSIONS_PER_MONTH,
            PlanField.TURNS,
            PlanField.OUTPUT_TOKENS,
            PlanField.GROWTH_PER_MONTH,
            PlanField.TENANTS,
            PlanField.USERS,
            PlanField.ACTIVE_HOURS_PER_DAY,
            PlanField.MEASURED_HIT_RATE,
            PlanField.CACHING_WEEKS,
            PlanField.DATASET_TOKENS,
            PlanField.RUNS_PER_ROUND,
            PlanField.RETRAIN_EVERY_MONTHS,
            PlanField.LABELLING_COST,
            PlanField.EVALUATION_COST,
            PlanField.TUNING_WEEKS,
            PlanField.RETRIEVED_TOKENS,
            PlanField.RETRIEVAL_WEEKS,
            PlanField.ENGINEERING_WEEK_COST,
            PlanField.HORIZON_MONTHS);

    private final Plan plan;
    private final Batch batch;
    private final Batch.Worker worker;
    private final int preferred;

    private Switching(Batch batch) {
        this.plan = batch.plan();
        this.batch = batch;
        this.worker = batch.worker();
        this.preferred = kinds(worker, batch.columns(1), Sums.NONE)[0];
    }

    /** Of every number with a range, of the hit rate where it is derived, then of the main ones without. */
    public static List<SwitchingValue> of(Plan plan, PriceBook book) {
        return of(Batch.of(plan, book), () -> false);
    }

    /**
     * The same: the one list of the numbers along which the answer is searched for changes, wherever it is told.
     *
     * @throws java.util.concurrent.CancellationException once {@code cancelled} says so
     */
    public static List<SwitchingValue> of(Batch batch, BooleanSupplier cancelled) {
        return new Switching(batch).of(numbers(batch.plan()), cancelled);
    }

    /**
     * The part of that list that is quick enough to follow a hand: numbers with a range or, while there is none, the main
     * ones but the horizon, which takes new prices for each of its values; and the hit rate.
     *
     * @throws java.util.concurrent.CancellationException once {@code cancelled} says so
     */
    public static List<SwitchingValue> quick(Batch batch, BooleanSupplier cancelled) {
        Plan plan = batch.plan();
        boolean certain = plan.whatIf().ranges().isEmpty();
        List<PlanNumber> numbers = numbers(plan).stream()
                .filter(n -> certain
                        ? n != PlanField.HORIZON_MONTHS
                        : plan.whatIf().range(n.path()).isPresent())
                .toList();
        return new Switching(batch).of(numbers, cancelled);
    }

    private List<SwitchingValue> of(List<PlanNumber> numbers, BooleanSupplier cancelled) {
        List<SwitchingValue> values = new ArrayList<>();
        for (PlanNumber number : numbers) {
            Blocks.check(cancelled);
            values.add(of(number));
        }
        int ranged = plan.whatIf().ranges().size();
        derivedHitRate().ifPresent(v -> {
            values.add(Math.min(ranged, values.size()), v);
            // How far off it is says the same in points that nobody knows.
            values.removeIf(of -> of.number() == PlanField.MODEL_HIT_RATE);
        });
        return List.copyOf(values);
    }

    /**
     * Of the hit rate that the plan leaves to be derived, as if it were measured instead; its base is what is derived for
     * prompt caching or, where that has no price, for the cheapest design. Empty where the plan states a measured one,
     * where nothing is cached, and where one value for all months would be another answer.
     */
    public static Optional<SwitchingValue> derivedHitRate(Batch batch) {
        return new Switching(batch).derivedHitRate();
    }

    /**
     * The hit rate that stands where the plan leaves it out: that of prompt caching or, where that has no price, of the
     * cheapest design. Empty where nothing is cached.
     */
    public static Optional<Double> derivedHitRate(Comparison comparison) {
        return Stream.of(Subject.PROMPT_CACHING, Subject.CHEAPEST)
                .map(s -> new Result(Measure.HIT_RATE, s).of(comparison))
                .filter(Double::isFinite)
                .findFirst();
    }

    private Optional<SwitchingValue> derivedHitRate() {
        if (!Double.isNaN(PlanField.MEASURED_HIT_RATE.get(plan))) {
            return Optional.empty();
        }
        return derivedHitRate(Comparison.of(plan, batch.book()))
                .map(derived -> along(PlanField.MEASURED_HIT_RATE, derived, true))
                // What is derived changes from month to month, so that one value of it can tell another answer than the
                // plan.
                .filter(v -> v.here().equals(architecture(preferred)));
    }

    /**
     * Of one number.
     *
     * @throws IllegalArgumentException if the plan leaves it out
     */
    public static SwitchingValue of(Plan plan, PriceBook book, PlanNumber number) {
        return new Switching(Batch.of(plan, book)).of(number);
    }

    /** Those with a range in the plan's order, then the main ones without. */
    public static List<PlanNumber> numbers(Plan plan) {
        List<PlanNumber> numbers = new ArrayList<>(PlanNumber.of(plan).stream()
                .filter(n -> plan.whatIf().range(n.path()).isPresent())
                .toList());
        Stream<PlanNumber> sizes = plan.items().stream()
                .sorted(Comparator.comparingDouble(ContextItem::tokens).reversed())
                .limit(LARGEST_ITEMS)
                .map(i -> new ItemNumber(i.id(), ItemNumber.Kind.TOKENS));
        Stream<PlanNumber> growth = plan.items().stream()
                .filter(i -> i.growing().perTurn() > 0)
                .map(i -> new ItemNumber(i.id(), ItemNumber.Kind.PER_TURN));
        Stream<PlanNumber> changes = plan.items().stream()
                .filter(i -> i.scope() != Scope.REQUEST)
                .sorted(Comparator.comparingDouble(ContextItem::changesPerMonth).reversed())
                .limit(LARGEST_ITEMS)
                .map(i -> new ItemNumber(i.id(), ItemNumber.Kind.CHANGES));
        Stream.of(MAIN.stream(), success(plan), sizes, growth, changes)
                .flatMap(s -> s)
                .filter(n -> !numbers.contains(n) && !Double.isNaN(n.get(plan)) && matters(plan, n))
                .forEach(numbers::add);
        return List.copyOf(numbers);
    }

    /** How often the designs succeed and what a failure costs, where they are ranked by that. */
    private static Stream<PlanNumber> success(Plan plan) {
        return Basis.of(plan).perSuccess()
                ? Stream.concat(
                        Basis.needed(plan).stream().map(r -> r.number(plan)).distinct(),
                        Stream.of(PlanField.FAILURE_COST))
                : Stream.empty();
    }

    private static boolean matters(Plan plan, PlanNumber number) {
        if (number instanceof PlanField field) {
            return matters(plan, field);
        }
        return true;
    }

    private static boolean matters(Plan plan, PlanField field) {
        return switch (field) {
            case TENANTS -> scoped(plan, Scope.TENANT) || scoped(plan, Scope.USER);
            case USERS -> scoped(plan, Scope.USER);
            // Where sessions are stated, requests follow.
            case REQUESTS_PER_MONTH -> plan.traffic().sessions().perMonth() == null;
            default -> field.matters(plan);
        };
    }

    private static boolean scoped(Plan plan, Scope scope) {
        return plan.items().stream().anyMatch(i -> i.scope() == scope);
    }

    private SwitchingValue of(PlanNumber number) {
        double base = number.get(plan);
        if (Double.isNaN(base)) {
            throw new IllegalArgumentException(number.path());
        }
        return along(number, base, false);
    }

    private SwitchingValue along(PlanNumber number, double base, boolean derived) {
        SearchSpan searched = SearchSpan.of(plan, number);
        SearchSpan span = SearchSpan.between(
                number, Math.min(base, searched.from()), Math.max(base, searched.to()), searched.stated());
        List<Edges.Stretch> stretches =
                Edges.of(span, base, number == PlanField.HORIZON_MONTHS ? this::byHorizon : v -> along(number, v));
        return new SwitchingValue(
                number,
                base,
                derived,
                span,
                stretches.stream()
                        .map(s -> new SwitchingValue.Stretch(s.from(), s.to(), architecture(s.kind())))
                        .toList());
    }

    private int[] along(PlanNumber number, double[] values) {
        Columns in = batch.columns(values.length);
        System.arraycopy(values, 0, in.vary(number), 0, values.length);
        return kinds(worker, in, preferred);
    }

    /** The horizon decides which prices are looked up, so that each has a batch of its own. */
    private int[] byHorizon(double[] months) {
        int[] kinds = new int[months.length];
        for (int i = 0; i < months.length; i++) {
            Batch at = Batch.of(PlanField.HORIZON_MONTHS.with(plan, months[i]), batch.book());
            List<Architecture> priced = at.architectures();
            int same = preferred < 0 ? -1 : priced.indexOf(batch.architectures().get(preferred));
            Sums sums = Sums.totals(at, at.columns(1));
            at.worker().evaluate(at.columns(1), 0, 1, sums);
            int winner = sums.cheapest(0, same);
            kinds[i] = winner < 0 ? Sums.NONE : batch.architectures().indexOf(priced.get(winner));
        }
        return kinds;
    }

    private int[] kinds(Batch.Worker by, Columns in, int prefer) {
        Sums sums = Sums.totals(batch, in);
        by.evaluate(in, 0, in.rows(), sums);
        int[] kinds = new int[in.rows()];
        for (int row = 0; row < kinds.length; row++) {
            kinds[row] = sums.cheapest(row, prefer);
        }
        return kinds;
    }

    private Optional<Architecture> architecture(int kind) {
        return kind < 0 ? Optional.empty() : Optional.of(batch.architectures().get(kind));
    }
}
