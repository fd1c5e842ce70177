package app.steelyard.usage.figures;

import app.steelyard.pricing.kind.Extras;
import app.steelyard.pricing.kind.Modifiers;
import app.steelyard.text.ExactMoney;
import app.steelyard.usage.row.PromptLength;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * All rows of one file and day with the same dimensions, added up. Screens and figures work on these; the ledger holds
 * hours, keys and tenants as well.
 *
 * @param source the file's number in the ledger
 * @param day in UTC, on which the buckets began; null for rows without a time
 * @param vendor id, as in price references
 * @param modifiers how it was served
 * @param length of each single prompt, as far as it is known
 * @param hits how many of the requests found something in the cache
 * @param extras what was used beside text
 * @param cost what was billed, exactly; null where the rows state no money
 */
public record DailyUsage(
        int source,
        @Nullable LocalDate day,
        String vendor,
        @Nullable String model,
        @Nullable String project,
        Modifiers modifiers,
        PromptLength length,
        UsageTotals totals,
        Hits hits,
        Extras extras,
        @Nullable ExactMoney cost) {}
