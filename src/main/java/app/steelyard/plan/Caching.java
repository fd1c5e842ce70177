package app.steelyard.plan;

import org.jspecify.annotations.Nullable;

/**
 * How the prompt cache is used.
 *
 * @param lifetime name of one of the cache policy's lifetimes, or null for the policy's first
 * @param measuredHitRate token-weighted hit rate of the cached prefix, measured from usage, 0 to 1; null to derive it
 * @param minimumTokens overrides the vendor's minimum prefix in tokens; null to take the vendor's
 * @param engineeringWeeks work to introduce caching, in weeks
 */
public record Caching(
        @Nullable String lifetime,
        @Nullable Double measuredHitRate,
        @Nullable Double minimumTokens,
        double engineeringWeeks) {}
