package app.steelyard.decision.advice;

import app.steelyard.cost.engine.Trial;
import app.steelyard.plan.Plan;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * How long the first token takes with an item and all that is smaller uncached, and the rest from the cache. It takes a look
 * at the cache for every item, so that it is worked out only for those that a rule asks about. Safe for several threads.
 */
final class Waiting {
    private final Trial.@Nullable Prefix caching;
    /** The indexes of the items, the smallest first. */
    private final List<Integer> bySize;

    private final Map<Integer, Double> known = new ConcurrentHashMap<>();

    private Waiting(Plan plan, Trial.@Nullable Prefix caching, List<Integer> items) {
        this.caching = caching;
        bySize = new ArrayList<>(items);
        // A list that is nearly in order already, as that of a plan with one number changed, is sorted in no time.
        bySize.sort(
                Comparator.comparingDouble((Integer i) -> plan.items().get(i).tokens())
                        .thenComparingInt(i -> i));
    }

    static Waiting of(Plan plan, Trial.@Nullable Prefix caching) {
        return new Waiting(
                plan, caching, IntStream.range(0, plan.items().size()).boxed().toList());
    }

    /** The same for a plan that differs in numbers of its items and traffic alone. */
    Waiting with(Plan other, Trial.@Nullable Prefix cached) {
        return new Waiting(other, cached, bySize);
    }

    /** The indexes of the items, the smallest first. */
    List<Integer> bySize() {
        return bySize;
    }

    /** Seconds until the first token, where all that is cached is hit; NaN where that is unpriced. */
    double seconds(int item) {
        return caching == null
                ? Double.NaN
                : known.computeIfAbsent(item, i -> caching.waits().seconds(cached(i)));
    }

    /** What is still cached where the item and all that is smaller are not. */
    private BitSet cached(int item) {
        BitSet cached = new BitSet();
        bySize.subList(bySize.indexOf(item) + 1, bySize.size()).forEach(cached::set);
        return cached;
    }
}
