package app.steelyard.cost;

import app.steelyard.plan.item.ContextItem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** The cheapest order of cached items as docs/model.md defines it, by trying every order. */
final class ModelPageOrder {
    private static final double SAME = 1e-7;

    private final List<ContextItem> items;
    private final double minimum;
    private final int breakpoints;
    private final double plain;
    private final ToDoubleFunction<List<ContextItem>> ofPrefix;
    private final Map<Set<ContextItem>, Double> prices = new HashMap<>();
    private final Map<List<ContextItem>, Double> costs = new HashMap<>();
    private final List<ContextItem> usual;

    /** @param ofPrefix what a token costs of a prefix that holds these items */
    ModelPageOrder(
            List<ContextItem> items,
            double minimum,
            @Nullable Integer breakpoints,
            double plain,
            ToDoubleFunction<List<ContextItem>> ofPrefix) {
        this.items = items;
        this.minimum = minimum;
        this.breakpoints = breakpoints == null ? items.size() : breakpoints;
        this.plain = plain;
        this.ofPrefix = ofPrefix;
        this.usual = items.stream()
                .sorted(Comparator.comparing(ContextItem::scope).thenComparing(ContextItem::changesPerMonth))
                .toList();
        permute(new ArrayList<>());
    }

    private void permute(List<ContextItem> order) {
        if (order.size() == items.size()) {
            costs.put(List.copyOf(order), cost(order));
            return;
        }
        for (ContextItem item : items) {
            if (!order.contains(item)) {
                order.add(item);
                permute(order);
                order.remove(order.size() - 1);
            }
        }
    }

    private double price(List<ContextItem> prefix) {
        return prices.computeIfAbsent(new HashSet<>(prefix), p -> ofPrefix.applyAsDouble(prefix));
    }

    private double cost(List<ContextItem> order) {
        int n = order.size();
        double[] upTo = new double[n + 1];
        for (int p = 0; p < n; p++) {
            upTo[p + 1] = upTo[p] + order.get(p).tokens();
        }
        if (breakpoints >= n) {
            double cost = 0;
            double paid = 0;
            for (int p = 1; p <= n; p++) {
                if (upTo[p] >= minimum) {
                    cost += (upTo[p] - paid) * price(order.subList(0, p));
                    paid = upTo[p];
                }
            }
            return cost + (upTo[n] - paid) * plain;
        }
        double[] least = new double[n + 1];
        for (int p = 1; p <= n; p++) {
            least[p] = Double.POSITIVE_INFINITY;
        }
        double best = upTo[n] * plain;
        for (int k = 1; k <= breakpoints; k++) {
            double[] more = new double[n + 1];
            for (int p = n; p >= 0; p--) {
                more[p] = Double.POSITIVE_INFINITY;
                for (int before = 0; before < p && upTo[p] >= minimum; before++) {
                    more[p] = Math.min(more[p], least[before] + (upTo[p] - upTo[before]) * price(order.subList(0, p)));
                }
                best = Math.min(best, more[p] + (upTo[n] - upTo[p]) * plain);
            }
            least = more;
        }
        return best;
    }

    private double least() {
        return costs.values().stream().mapToDouble(Double::doubleValue).min().orElseThrow();
    }

    List<ContextItem> cheapest() {
        double least = least();
        return costs.get(usual) * (1 - 1e-9) <= least
                ? usual
                : costs.entrySet().stream()
                        .filter(e -> e.getValue() == least)
                        .map(Map.Entry::getKey)
                        .findFirst()
                        .orElseThrow();
    }

    /** Orders that cost as little, but for the last digits. */
    List<List<ContextItem>> alike() {
        double most = least() * (1 + SAME);
        return costs.entrySet().stream()
                .filter(e -> e.getValue() <= most)
                .map(Map.Entry::getKey)
                .limit(200)
                .toList();
    }
}
