package app.steelyard.decision.advice;

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
    private final PlacementCosts costs;
    private final Plan plan;
    /** The indexes of the items, nearly in the order of their sizes. */
    private final List<Integer> items;

    private @Nullable List<Integer> bySize;
    private final Map<Integer, Double> known = new ConcurrentHashMap<>();

    private Waiting(Plan plan, PlacementCosts costs, List<Integer> items) {
        this.costs = costs;
        this.plan = plan;
        this.items = items;
    }

    static Waiting of(Plan plan, PlacementCosts costs) {
        return new Waiting(
                plan, costs, IntStream.range(0, plan.items().size()).boxed().toList());
    }

    /** The same for a plan that differs in numbers of its items and traffic alone. */
    Waiting with(Plan other, PlacementCosts others) {
        return new Waiting(other, others, bySize());
    }

    /** The indexes of the items, the smallest first. */
    List<Integer> bySize() {
        List<Integer> known = bySize;
        if (known == null) {
            List<Integer> sorted = new ArrayList<>(items);
            // A list that is nearly in order already, as that of a plan with one number changed, is sorted in no time.
            sorted.sort(Comparator.comparingDouble(
                            (Integer i) -> plan.items().get(i).tokens())
                    .thenComparingInt(i -> i));
            known = List.copyOf(sorted);
            bySize = known;
        }
        return known;
    }

    /** Seconds until the first token, where all that is cached is hit; NaN where that is unpriced. */
    double seconds(int item) {
        return known.computeIfAbsent(item, i -> costs.seconds(cached(i)));
    }

    /** What is still cached where the item and all that is smaller are not. */
    private BitSet cached(int item) {
        BitSet cached = new BitSet();
        List<Integer> ordered = bySize();
        ordered.subList(ordered.indexOf(item) + 1, ordered.size()).forEach(cached::set);
        return cached;
    }
}
