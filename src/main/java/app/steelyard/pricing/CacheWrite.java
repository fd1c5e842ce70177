package app.steelyard.pricing;

import java.math.BigDecimal;

/**
 * What writing to the cache costs for one lifetime.
 *
 * @param lifetime name of the lifetime in the cache policy, such as {@code 5m}
 * @param price currency per 1M tokens
 */
public record CacheWrite(String lifetime, BigDecimal price) {
    /** What public data calls the lifetime that is the usual one of a model. */
    public static final String USUAL = "5m";
}
