package app.steelyard.usage;

import org.jspecify.annotations.Nullable;

/**
 * One row of an export: what was used in one bucket of time by all that share the stated dimensions. A dimension is
 * null where the export was not grouped by it.
 *
 * @param bucket null where the row came without a time
 * @param batch whether the requests came through the batch interface
 */
public record UsageRecord(
        @Nullable Span bucket,
        UsageTotals counts,
        @Nullable String model,
        @Nullable String project,
        @Nullable Boolean batch,
        @Nullable String serviceTier,
        Origin origin) {}
