package app.steelyard.usage;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * All rows of one day with the same dimensions, added up. This is what an import keeps of them.
 *
 * @param day in UTC, on which the buckets began; null for rows without a time
 * @param vendor id, as in price references
 */
public record DailyUsage(
        @Nullable LocalDate day,
        String vendor,
        @Nullable String model,
        @Nullable String project,
        @Nullable Boolean batch,
        @Nullable String serviceTier,
        UsageTotals totals) {}
