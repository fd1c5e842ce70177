package app.steelyard.plan;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a hit rate was measured on, and so what it speaks for: a prompt with other parts in the cache, another model or another
 * lifetime has a hit rate of its own. What is not known is not asked for.
 *
 * @param model that answered; null where it is not known
 * @param lifetime name of the cache lifetime; null where it is not known
 * @param items ids of the cached items in the order of the prompt; empty where they are not known
 */
public record MeasuredOn(@Nullable PriceRef model, @Nullable String lifetime, List<String> items) {

    public MeasuredOn {
        items = List.copyOf(items);
    }

    /**
     * What runs today in {@code plan}.
     *
     * @param usual the lifetime that the vendor takes where the plan names none; null for no cache
     */
    public static MeasuredOn today(Plan plan, @Nullable String usual) {
        String stated = plan.caching().lifetime();
        return new MeasuredOn(
                plan.inference().model(),
                stated == null ? usual : stated,
                plan.cachedToday().stream().map(i -> plan.items().get(i).id()).toList());
    }

    /** Whether a rate measured on this is one of a design of that model, lifetime and cached items, by their ids in order. */
    public boolean speaksFor(@Nullable PriceRef otherModel, String otherLifetime, List<String> cached) {
        return (model == null || model.equals(otherModel))
                && (lifetime == null || lifetime.equals(otherLifetime))
                && (items.isEmpty() || items.equals(cached));
    }
}
