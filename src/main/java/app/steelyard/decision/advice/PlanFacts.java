package app.steelyard.decision.advice;

import app.steelyard.cost.column.Columns;
import app.steelyard.cost.engine.Trial;
import app.steelyard.plan.Plan;
import app.steelyard.plan.PlanNumber;
import app.steelyard.plan.PriceRef;
import app.steelyard.plan.ServiceTier;
import app.steelyard.plan.item.ContextItem;
import app.steelyard.plan.item.Placement;
import app.steelyard.plan.item.Scope;
import app.steelyard.pricing.CacheLifetime;
import app.steelyard.pricing.CachePolicy;
import app.steelyard.pricing.Model;
import app.steelyard.pricing.PriceBook;
import app.steelyard.pricing.Quote;
import app.steelyard.pricing.RateCard;
import app.steelyard.pricing.TuningOffer;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What follows from the plan and the prices alone, whatever is answered.
 *
 * @param costs of placements of the items
 * @param caching with everything cached that can be; null where that is unpriced
 * @param waiting how long the first token takes without it
 * @param policy the cache rules that apply; null for none
 * @param offer the offer to tune the plan's model; null for none
 * @param tunedToday whether today's design has something in the weights
 * @param success the questions how often an answer is right
 * @param elsewhere other models of vendors' lists that a new customer can tune on the plan's day
 */
public record PlanFacts(
        Plan plan,
        PriceBook book,
        PlacementCosts costs,
        Trial.@Nullable Cached caching,
        Waiting waiting,
        @Nullable CachePolicy policy,
        @Nullable TuningOffer offer,
        boolean tunedToday,
        SuccessQuestions success,
        List<Model> elsewhere) {

    private static final double HOURS_PER_MONTH = 730;

    /** Whether the model to be tuned is another than the base, and a token costs less there even when it is tuned. */
    boolean tunedIsCheaper() {
        PriceRef base = plan.inference().model();
        PriceRef tuned = plan.tuning().model();
        if (tuned == null || tuned.equals(base)) {
            return false;
        }
        ServiceTier tier = plan.inference().tier();
        Optional<BigDecimal> now = input(book.rates(base, tier, day()));
        Optional<BigDecimal> then = input(book.tunedRates(tuned, tier, day()));
        return now.isPresent() && then.isPresent() && then.get().compareTo(now.get()) < 0;
    }

    private static Optional<BigDecimal> input(Optional<Quote<RateCard>> card) {
        return card.map(q -> q.fact().prices().input());
    }

    public static PlanFacts of(Plan plan, PriceBook book) {
        LocalDate day = plan.inference().pricesAsOf();
        PriceRef tuned = plan.tuning().model();
        PlacementCosts costs = new PlacementCosts(plan, book);
        Trial.Cached caching =
                costs.cached(new Columns(plan, 1)).map(c -> c.apply(0)).orElse(null);
        return new PlanFacts(
                plan,
                book,
                costs,
                caching,
                Waiting.of(plan, costs),
                book.cachePolicy(plan.inference().model(), day)
                        .map(Quote::fact)
                        .filter(p -> plan.inference().tier() != ServiceTier.BATCH || p.inBatch())
                        .orElse(null),
                tuned == null ? null : book.tuning(tuned, day).map(Quote::fact).orElse(null),
                plan.today().placementsOf(plan.items()).contains(Placement.WEIGHTS),
                SuccessQuestions.of(plan, book),
                elsewhere(book, day, tuned));
    }

    /**
     * The same where a number is another, once for each of some values; where there are many items, many values take little more time than one.
     *
     * @param number of an item, or of the traffic
     */
    public IntFunction<PlanFacts> with(PlanNumber number, double... values) {
        Columns in = new Columns(plan, values.length);
        System.arraycopy(values, 0, in.vary(number), 0, values.length);
        Optional<IntFunction<Trial.Cached>> cached = costs.cached(in);
        return i -> with(in.plan(i), cached.map(c -> c.apply(i)).orElse(null));
    }

    private PlanFacts with(Plan other, Trial.@Nullable Cached cached) {
        PlacementCosts others = costs.with(other);
        return new PlanFacts(
                other,
                book,
                others,
                cached,
                waiting.with(other, others),
                policy,
                offer,
                tunedToday,
                success,
                elsewhere);
    }

    private static List<Model> elsewhere(PriceBook book, LocalDate day, @Nullable PriceRef tuned) {
        Set<String> published = book.profiles().stream()
                .filter(p -> p.asPublished())
                .map(p -> p.vendor())
                .collect(Collectors.toSet());
        return book.models().stream()
                .filter(m ->
                        !m.ref().equals(tuned) && !published.contains(m.ref().vendor()))
                .filter(m -> m.retires() == null || m.retires().isAfter(day))
                .filter(m -> book.tuning(m.ref(), day)
                        .map(Quote::fact)
                        .filter(o -> o.validity().contains(day))
                        .filter(o -> !closedToNew(o, day) && !closed(o, day))
                        .isPresent())
                .toList();
    }

    LocalDate day() {
        return plan.inference().pricesAsOf();
    }

    LocalDate end() {
        return day().plusMonths(Math.round(plan.finance().horizonMonths()));
    }

    static boolean closedToNew(TuningOffer offer, LocalDate day) {
        return past(offer.soldUntil(), day);
    }

    /** Whether nobody can start a job, or no tuned model answers. */
    static boolean closed(TuningOffer offer, LocalDate day) {
        return past(offer.jobsUntil(), day) || past(offer.inferenceUntil(), day);
    }

    static boolean past(@Nullable LocalDate until, LocalDate day) {
        return until != null && !until.isAfter(day);
    }

    /** With everything cached that can be; NaN for an item that the cache does not hold. */
    double hitRate(int item) {
        return caching == null ? Double.NaN : caching.hitRates()[item];
    }

    /** Whether caching the item costs less than plain input. */
    boolean cachePays(int item) {
        return caching != null && hitRate(item) > caching.breakEven();
    }

    /** Hours that an entry of the cache lives; NaN where there is no cache. */
    double lifetimeHours() {
        if (policy == null) {
            return Double.NaN;
        }
        CacheLifetime lifetime = policy.lifetime(plan.caching().lifetime())
                .orElse(policy.lifetimes().get(0));
        return lifetime.duration().toSeconds() / 3600.0;
    }

    double changesPerLifetime(ContextItem item) {
        return item.changesPerMonth() * lifetimeHours() / HOURS_PER_MONTH;
    }

    double changesPerRound(ContextItem item) {
        double every = plan.tuning().retrainEveryMonths();
        return item.changesPerMonth() * (every == 0 ? plan.finance().horizonMonths() : every);
    }

    /** Most input tokens of the base model; NaN where not known. */
    double window() {
        Long window =
                book.model(plan.inference().model()).map(Model::contextWindow).orElse(null);
        return window == null ? Double.NaN : window;
    }

    double promptTokens() {
        return plan.items().stream().mapToDouble(ContextItem::tokens).sum();
    }

    double requestTokens() {
        return plan.items().stream()
                .filter(i -> i.scope() == Scope.REQUEST)
                .mapToDouble(ContextItem::tokens)
                .sum();
    }
}
