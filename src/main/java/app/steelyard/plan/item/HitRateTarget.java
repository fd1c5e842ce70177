package app.steelyard.plan.item;

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
