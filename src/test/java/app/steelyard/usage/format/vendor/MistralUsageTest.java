package app.steelyard.usage.format.vendor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.steelyard.text.Currency;
import app.steelyard.usage.figures.Imported;
import app.steelyard.usage.figures.UsageTotals;
import app.steelyard.usage.format.FixtureCase;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class MistralUsageTest {
    private static final String NAME = "Mistral, usage CSV";

    /** A row a kind: 120,000 + 1,000 of input, 30,000 cached, 5,000 of output; an embedding and a count below 0. */
    @Test
    void addsUpTheKindsThatHaveRowsOfTheirOwn() {
        new FixtureCase(
                        "mistral-usage",
                        "2026-09.csv",
                        NAME,
                        new UsageTotals(0, 121_000, 30_000, 0, 0, 0, 5_000, false, true, false),
                        "0.0695",
                        4,
                        1,
                        1)
                .assertHolds();
    }

    /** Without a kind for cached tokens nobody knows what was read; the column's name has the currency. */
    @Test
    void knowsNoReadsWhereNoRowTellsAny() {
        new FixtureCase(
                        "mistral-usage",
                        "plain.csv",
                        NAME,
                        new UsageTotals(0, 120_000, 0, 0, 0, 0, 5_000, false, false, false),
                        "0.057",
                        2,
                        0,
                        0)
                .assertHolds();
        assertEquals(
                new Currency("EUR"),
                Objects.requireNonNull(Imported.of("mistral-usage", "plain.csv")
                                .usage()
                                .getFirst()
                                .cost())
                        .currency());
    }
}
