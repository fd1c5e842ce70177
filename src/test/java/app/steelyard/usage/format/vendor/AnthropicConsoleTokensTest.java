package app.steelyard.usage.format.vendor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.steelyard.usage.figures.FileReport;
import app.steelyard.usage.figures.Imported;
import app.steelyard.usage.figures.LedgerView;
import app.steelyard.usage.figures.UsageTotals;
import app.steelyard.usage.row.Format;
import org.junit.jupiter.api.Test;

class AnthropicConsoleTokensTest {
    private static final String FORMAT = "anthropic-console-tokens";

    @Test
    void keepsTheCachedTokensBesideTheInput() {
        LedgerView view = Imported.of(FORMAT, "2026-08.csv");
        // 46,981 + 1,019 not cached; 15,969 + 31 and 400 written; 16,932 + 68 read; 700 + 300 output.
        assertEquals(new UsageTotals(0, 48_000, 17_000, 16_000, 400, 0, 1_000, false, true, true), view.totals());
        assertEquals(
                new FileReport(
                        1, "2026-08.csv", "Anthropic Console, token CSV", Format.Kind.USAGE, 2, 0, 0, 0, 0, true),
                Imported.only(view));
    }
}
