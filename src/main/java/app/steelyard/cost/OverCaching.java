package app.steelyard.cost;

import app.steelyard.cost.engine.Trial;
import app.steelyard.cost.result.CachedPart;
import app.steelyard.cost.result.Evaluation;
import app.steelyard.cost.result.Hours;
import app.steelyard.cost.result.Notice;
import app.steelyard.cost.result.Notice.Severity;
import app.steelyard.plan.Plan;
import app.steelyard.plan.item.ContextItem;
import app.steelyard.plan.item.Kind;
import app.steelyard.plan.item.Placement;
import app.steelyard.plan.item.Scope;
import app.steelyard.pricing.CacheLifetime;
import app.steelyard.pricing.PriceBook;
import app.steelyard.text.Several;
import app.steelyard.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Items that change so often that a cache entry hardly outlives their text. A warning against caching them has to say what
 * else they would cost, as where traffic is dense nothing else may be cheaper.
 */
public final class OverCaching {
    /** Changes in the life of a cache entry: every 10 minutes at 5 minutes, the guide's example. */
    private static final double MOST_CHANGES = 0.5;

    private static final Texts TEXTS = Texts.of(OverCaching.class);

    private OverCaching() {}

    /** With the warning, where the design caches such an item. */
    static Evaluation told(Plan plan, Evaluation evaluation, PriceBook book) {
        return evaluation instanceof Evaluation.Priced priced
                ? of(plan, priced, book).<Evaluation>map(priced::with).orElse(priced)
                : evaluation;
    }

    /** What such items of a design would cost outside the cache, all else as it is; empty where it caches none. */
    public static Optional<Notice> of(Plan plan, Evaluation.Priced cached, PriceBook book) {
        List<ContextItem> items = often(cached);
        if (items.isEmpty()) {
            return Optional.empty();
        }
        Evaluation plain = moved(plan, cached, Placement.PLAIN_PROMPT, items, book);
        // Behaviour cannot be looked up.
        Optional<Evaluation> retrieved = items.stream().anyMatch(i -> i.kind() == Kind.BEHAVIOUR)
                ? Optional.empty()
                : Optional.of(moved(plan, cached, Placement.RETRIEVED, items, book));
        boolean least = less(cached, plain) && retrieved.stream().allMatch(e -> less(cached, e));
        return Optional.of(new Notice(
                Severity.WARNING,
                TEXTS.get(
                        "overCached",
                        Several.joined(items.stream()
                                .map(i -> TEXTS.get("overCached.item", i.name()))
                                .toList()),
                        Math.round(plan.finance().horizonMonths()),
                        total(cached),
                        total(plain),
                        retrieved
                                .map(e -> TEXTS.get("overCached.retrieved", total(e)))
                                .orElse(""),
                        least ? 1 : 0)));
    }

    private static List<ContextItem> often(Evaluation.Priced cached) {
        CacheLifetime lifetime = cached.caches().lifetime();
        if (lifetime == null) {
            return List.of();
        }
        double lives = lifetime.duration().toSeconds() / 3600.0 / Hours.PER_MONTH;
        return cached.caches().parts().stream()
                .filter(p -> p.cachedTokens() > 0)
                .map(CachedPart::item)
                .filter(i -> i.scope() != Scope.REQUEST && i.changesPerMonth() * lives >= MOST_CHANGES)
                .toList();
    }

    private static Evaluation moved(
            Plan plan, Evaluation.Priced from, Placement to, List<ContextItem> items, PriceBook book) {
        List<Placement> placements = new ArrayList<>(from.architecture().placements());
        for (int i = 0; i < placements.size(); i++) {
            if (items.contains(plan.items().get(i))) {
                placements.set(i, to);
            }
        }
        return Trial.of(plan, placements, book).evaluate(plan);
    }

    private static boolean less(Evaluation.Priced one, Evaluation other) {
        return !(other instanceof Evaluation.Priced priced)
                || !priced.feasible()
                || one.measures().tco() <= priced.measures().tco();
    }

    private static String total(Evaluation evaluation) {
        return switch (evaluation) {
            case Evaluation.Priced priced ->
                TEXTS.get(
                        priced.feasible() ? "overCached.total" : "overCached.unfit",
                        priced.tco().full());
            case Evaluation.Unpriced unpriced -> TEXTS.get("overCached.unpriced");
        };
    }
}
