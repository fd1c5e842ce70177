package app.steelyard.usage.figures;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class LedgerViewTest {
    @Test
    void aBillBesideTheUsageAddsNoTokens() {
        LedgerView usage = Imported.of("openai", "page.json");
        LedgerView both = Imported.of(
                Imported.fixture("openai", "page.json"), Imported.fixture("openai-cost-csv", "2026-09.csv"));
        assertEquals(usage.totals(), both.totals());
        assertEquals(usage.byModel(), both.byModel());
    }
}
