package app.steelyard.cost;

import app.steelyard.cost.result.Architecture;
import app.steelyard.plan.Caching;
import app.steelyard.plan.Distribution;
import app.steelyard.plan.MeasuredOn;
import app.steelyard.plan.Plan;
import app.steelyard.plan.PlanField;
import app.steelyard.plan.PlanNumber;
import app.steelyard.plan.Range;
import app.steelyard.plan.ServiceTier;
import app.steelyard.plan.item.Placement;
import app.steelyard.plan.item.Scope;
import app.steelyard.pricing.CacheBehaviour;
import app.steelyard.pricing.CachePolicy;
import app.steelyard.pricing.PriceBook;
import app.steelyard.pricing.Quote;
import app.steelyard.text.Texts;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How wrong a derived hit rate is known to be, as ranges like any other: what the user does not say is not certain for it.
 */
public final class KnownErrors {
    /**
     * Half of the span that holds the truth in 80 of 100 systems: 1.5 points of the formula against replays of real sessions
     * and 3.0 points of vendors' caches with breakpoints or keys against it, taken together, times 1.28. Source: docs/model.md.
     */
    public static final double HIT_RATE = 0.043;

    /** From half an 80 % span to half a 90 % span of a normal distribution. */
    private static final double TO_NINETY = 1.6449 / 1.2816;
    /** How far a triangle reaches beyond its 10th and 90th percentiles, in distances of these from its middle. */
    private static final double TAIL = 0.6;

    private static final Texts TEXTS = Texts.of(KnownErrors.class);

    private KnownErrors() {}

    /** {@code plan} with a range for what is derived or observed in it and has none; as it is where nothing is. */
    public static Plan in(Plan plan, PriceBook book) {
        boolean cacheable = plan.items().stream().anyMatch(i -> i.scope() != Scope.REQUEST);
        return book.cachePolicy(plan.inference().model(), plan.inference().pricesAsOf())
                .map(Quote::fact)
                .filter(p -> cacheable && p.mode() != CachePolicy.Mode.OBJECT)
                .filter(p -> derives(plan, p))
                .filter(p -> p.inBatch() || plan.inference().tier() != ServiceTier.BATCH)
                .map(p -> formula(observed(plan, p)))
                .orElse(plan);
    }

    /** Half of the span that holds a derived hit rate of {@code plan} in 80 of 100 systems, 0 to 1: as stated, or as known. */
    public static double ofHitRate(Plan plan) {
        Double stated = plan.model().hitRateError();
        return stated == null ? HIT_RATE : stated;
    }

    /** Whether a hit rate of some design is derived: one that was measured on another says nothing of it. */
    private static boolean derives(Plan plan, CachePolicy policy) {
        MeasuredOn on = plan.caching().measuredOn();
        if (plan.caching().measuredHitRate() == null || on == null) {
            return plan.caching().measuredHitRate() == null;
        }
        String lifetime = policy.lifetime(plan.caching().lifetime())
                .orElse(policy.lifetimes().get(0))
                .name();
        return Architecture.designs(plan).stream()
                .filter(a -> a.places(Placement.CACHED_PREFIX))
                .anyMatch(a -> !on.speaksFor(a.model(plan), lifetime, cached(plan, a)));
    }

    private static List<String> cached(Plan plan, Architecture design) {
        IntStream items = design.today()
                ? plan.cachedToday().stream().mapToInt(i -> i)
                : IntStream.range(0, plan.items().size())
                        .filter(i -> design.placements().get(i) == Placement.CACHED_PREFIX)
                        .filter(i -> plan.items().get(i).scope() != Scope.REQUEST);
        return items.mapToObj(i -> plan.items().get(i).id()).toList();
    }

    private static Plan formula(Plan plan) {
        double half = ofHitRate(plan) * TO_NINETY;
        return half == 0
                ? plan
                : ranged(plan, PlanField.MODEL_HIT_RATE, -half, half, Distribution.NORMAL, TEXTS.get("known.formula"));
    }

    /** What a vendor's cache finds of what it should differs from system to system where it is left alone. */
    private static Plan observed(Plan plan, CachePolicy policy) {
        CacheBehaviour behaviour = policy.behaviour();
        boolean said = plan.caching().effectiveness() != null || plan.caching().keyed();
        if (behaviour == null || said || plan.caching().behaviour() != Caching.Behaviour.OBSERVED) {
            return plan;
        }
        String source = TEXTS.get("known.effectiveness", behaviour.source().title());
        return behaviour
                .effectiveness(false)
                .map(seen -> effectiveness(plan, seen, source))
                .orElse(plan);
    }

    private static Plan effectiveness(Plan plan, CacheBehaviour.Effectiveness seen, String source) {
        double middle = seen.p50().doubleValue();
        double below = middle - seen.p10().doubleValue();
        double above = seen.p90().doubleValue() - middle;
        double low = Math.max(0, middle - (1 + TAIL) * below);
        double high = Math.min(1, middle + (1 + TAIL) * above);
        Plan with = PlanField.EFFECTIVENESS.with(plan, middle);
        return low < high ? ranged(with, PlanField.EFFECTIVENESS, low, high, Distribution.TRIANGULAR, source) : with;
    }

    private static Plan ranged(
            Plan plan, PlanNumber number, double low, double high, Distribution distribution, String source) {
        if (plan.whatIf().range(number.path()).isPresent()) {
            return plan;
        }
        Plan with = plan.withWhatIf(plan.whatIf().with(new Range(number.path(), low, high, distribution, null)));
        return with.sources().containsKey(number.path()) ? with : with.withSource(number.path(), source);
    }
}
