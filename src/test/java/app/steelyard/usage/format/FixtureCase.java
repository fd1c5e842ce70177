package app.steelyard.usage.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.steelyard.text.ExactMoney;
import app.steelyard.usage.figures.DailyUsage;
import app.steelyard.usage.figures.FileReport;
import app.steelyard.usage.figures.Imported;
import app.steelyard.usage.figures.LedgerView;
import app.steelyard.usage.figures.UsageTotals;
import java.math.BigDecimal;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is to be read of a fixture, its totals worked out by hand.
 *
 * @param format whose folder it lies in
 * @param cost null where there is none
 */
public record FixtureCase(
        String format,
        String file,
        String variant,
        UsageTotals totals,
        @Nullable String cost,
        int accepted,
        int unreadable,
        int leftOut) {

    /** Reads it to the token, and finds nothing private kept. */
    public void assertHolds() {
        LedgerView view = Imported.of(format, file);
        FileReport report = Imported.only(view);
        assertEquals(variant, report.format());
        assertEquals(totals, view.totals(), () -> "refused: " + view.rejected());
        assertEquals(cost == null ? null : new BigDecimal(cost), cost(view));
        assertEquals(accepted, report.accepted(), "accepted");
        assertEquals(unreadable, report.unreadable(), () -> "refused: " + view.rejected());
        assertEquals(leftOut, report.leftOut(), "left out");
        assertEquals(0, report.duplicates(), "duplicates");
        assertTrue(
                Stream.concat(view.usage().stream(), view.rejected().stream())
                        .noneMatch(row -> row.toString().contains("ada@")
                                || row.toString().contains("prompt,")),
                "nothing private is kept");
    }

    /** All that rows state, added up; null where none states any. */
    public static @Nullable BigDecimal cost(LedgerView view) {
        return view.usage().stream()
                .map(DailyUsage::cost)
                .filter(Objects::nonNull)
                .map(ExactMoney::value)
                .reduce(BigDecimal::add)
                .map(BigDecimal::stripTrailingZeros)
                .map(c -> c.scale() < 0 ? c.setScale(0) : c)
                .orElse(null);
    }

    /** Vendors and models of a fixture. */
    public static Set<String> models(String format, String file) {
        return Imported.of(format, file).usage().stream()
                .map(u -> u.vendor() + " " + u.model())
                .collect(Collectors.toSet());
    }

    @Override
    public String toString() {
        return format + "/" + file;
    }
}
