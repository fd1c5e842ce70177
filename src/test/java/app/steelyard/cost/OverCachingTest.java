package app.steelyard.cost;

import static app.steelyard.Fixtures.book;
import static app.steelyard.Fixtures.item;
import static app.steelyard.Fixtures.model;
import static app.steelyard.Fixtures.plan;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.steelyard.Fixtures.ModelBuilder;
import app.steelyard.cost.result.Evaluation;
import app.steelyard.cost.result.Notice;
import app.steelyard.plan.Design;
import app.steelyard.plan.Plan;
import app.steelyard.plan.item.Kind;
import app.steelyard.plan.item.Scope;
import java.util.List;
import org.junit.jupiter.api.Test;

class OverCachingTest {
    private static final double EVERY_10_MINUTES = 730 * 6;

    private static final ModelBuilder PRICES = model().write("5m", "1.25").prices("1", "0.1", "5");

    private static Plan stock(double changes, double requests, Kind kind) {
        return plan(0, requests).withItems(List.of(item("stock", 20_000, kind, Scope.SHARED, changes)));
    }

    private static List<Notice> warnings(Plan plan) {
        return Comparison.of(plan, book(PRICES)).priced(Design.PROMPT_CACHING).orElseThrow().notices().stream()
                .filter(n -> n.text().startsWith("Over-cached"))
                .toList();
    }

    @Test
    void theWarningSaysWhatTheItemWouldCostElsewhere() {
        Plan plan = stock(EVERY_10_MINUTES, 20_000, Kind.INFORMATION);
        Comparison comparison = Comparison.of(plan, book(PRICES));
        Notice warning = warnings(plan).get(0);
        assertEquals(Notice.Severity.WARNING, warning.severity());
        // 20,000 requests of 20,000 tokens at $1 a million, twelve times.
        assertTrue(warning.text().contains("as plain input instead to $4,800.00"), warning.text());
        for (Design design : List.of(Design.PROMPT_CACHING, Design.RETRIEVAL)) {
            Evaluation.Priced priced = comparison.priced(design).orElseThrow();
            assertTrue(warning.text().contains(priced.tco().full()), warning.text());
        }
        assertTrue(comparison.priced(Design.UNCACHED).orElseThrow().notices().isEmpty(), "nothing is cached there");
    }

    @Test
    void itSaysWhetherTheCacheCostsLeastAllTheSame() {
        Plan busy = stock(EVERY_10_MINUTES, 1_000_000, Kind.BEHAVIOUR);
        Notice behaviour = warnings(busy).get(0);
        assertTrue(behaviour.text().endsWith("the cache still costs least."), behaviour.text());
        assertTrue(!behaviour.text().contains("retrieved"), "behaviour cannot be looked up");
        Notice quiet = warnings(stock(EVERY_10_MINUTES, 100, Kind.BEHAVIOUR)).get(0);
        assertTrue(!quiet.text().contains("least"), quiet.text());
    }

    @Test
    void whatOutlivesTwoEntriesIsNotOverCached() {
        assertEquals(
                1, warnings(stock(EVERY_10_MINUTES, 1000, Kind.INFORMATION)).size());
        assertTrue(
                warnings(stock(EVERY_10_MINUTES * 0.99, 1000, Kind.INFORMATION)).isEmpty());
    }
}
