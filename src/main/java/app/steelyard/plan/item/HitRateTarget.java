package app.steelyard.plan.item;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * The cache hit rates that the guide tells a team to aim for, as fractions, by what most of the cached tokens are. Source:
 * "Prompt Caching vs. Fine-Tuning", PromptMetrics, 2026, section "Measuring Success".
 */
public enum HitRateTarget {
    /** Documents that stay as they are for days. */
    CUSTOMER_SUPPORT(0.85, 0.95),
    /** What changes daily or faster, such as the repository of a team. */
    CODE_COPILOT(0.70, 0.85),
    /** Data of one of several tenants, or of its users. */
    MULTI_TENANT(0.60, 0.75);

    /** Between the guide's documents, which change weekly, and a repository, which changes on every working day. */
    private static final double FIXED_CHANGES_PER_MONTH = 10;

    private final double low;
    private final double high;

    HitRateTarget(double low, double high) {
        this.low = low;
        this.high = high;
    }

    /** Where a value lies against a span to aim for, whose ends belong to it. */
    public enum Standing {
        BELOW,
        WITHIN,
        ABOVE;

        public static Standing of(double value, double low, double high) {
            return value < low ? BELOW : value > high ? ABOVE : WITHIN;
        }
    }

    /**
     * What the most of the cached tokens are, as a hit rate is a mean over tokens.
     *
     * @param documents whether an item that belongs to tenants or users and keeps changing is a repository and no records: in
     *     numbers they look alike
     */
    public static HitRateTarget of(List<ContextItem> cached, Predicate<ContextItem> documents) {
        Map<HitRateTarget, Double> tokens = new EnumMap<>(HitRateTarget.class);
        for (ContextItem item : cached) {
            boolean own = item.scope() == Scope.TENANT || item.scope() == Scope.USER;
            boolean changing = item.changesPerMonth() > FIXED_CHANGES_PER_MONTH;
            HitRateTarget target = own && !(changing && documents.test(item))
                    ? MULTI_TENANT
                    : changing ? CODE_COPILOT : CUSTOMER_SUPPORT;
            tokens.merge(target, item.tokens(), Double::sum);
        }
        return tokens.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(CUSTOMER_SUPPORT);
    }

    public double low() {
        return low;
    }

    public double high() {
        return high;
    }

    public Standing standing(double hitRate) {
        return Standing.of(hitRate, low, high);
    }
}
