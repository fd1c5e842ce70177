package app.steelyard.plan;

import org.jspecify.annotations.Nullable;

/**
 * What a number might be. Where the distribution has a peak of its own, that is the plan's number (or the nearer end, if
 * it lies outside).
 *
 * @param path of the number, such as {@code traffic.requestsPerMonth} or {@code items.price-list.tokens}
 * @param low in the number's unit, below {@code high}: the least value of a bounded distribution, the 5th percentile of
 *     the others
 * @param high in the number's unit: the greatest value, or the 95th percentile
 * @param note in the user's words; where the range comes from stands with the plan's sources
 */
public record Range(
        String path,
        double low,
        double high,
        Distribution distribution,
        @Nullable String note) {}
