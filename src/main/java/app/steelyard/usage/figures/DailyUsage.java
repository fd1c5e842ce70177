package app.steelyard.usage.figures;

import app.steelyard.text.ExactMoney;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * All rows of one file and day with the same dimensions, added up. Screens and figures work on these; the ledger holds
 * hours, keys and tenants as well.
 *
 * @param source the file's number in the ledger
 * @param day in UTC, on which the buckets began; null for rows without a time
 * @param vendor id, as in price references
 * @param tier service tier as the source names it; null where it doesn't
 * @param hits how many of the requests found something in the cache
 * @param cost what was billed, exactly; null where the rows state no money
 */
public record DailyUsage(
        int source,
        @Nullable LocalDate day,
        String vendor,
        @Nullable String model,
        @Nullable String project,
        @Nullable String tier,
        UsageTotals totals,
        Hits hits,
        @Nullable ExactMoney cost) {}
