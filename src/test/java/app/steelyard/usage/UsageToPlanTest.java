package app.steelyard.usage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.steelyard.plan.Design;
import app.steelyard.plan.MeasuredOn;
import app.steelyard.plan.Plan;
import app.steelyard.plan.PlanField;
import app.steelyard.plan.PriceRef;
import app.steelyard.plan.ServiceTier;
import app.steelyard.plan.check.PlanValidator;
import app.steelyard.plan.item.ContextItem;
import app.steelyard.plan.item.Growth;
import app.steelyard.plan.item.Scope;
import app.steelyard.pricing.Model;
import app.steelyard.pricing.PriceBook;
import app.steelyard.pricing.Profile;
import app.steelyard.usage.figures.Imported;
import app.steelyard.usage.figures.LedgerView;
import app.steelyard.usage.figures.Measured;
import app.steelyard.usage.figures.PricedModels;
import app.steelyard.usage.figures.Selection;
import app.steelyard.usage.ledger.Ledger;
import app.steelyard.usage.row.TimeSpan;
import app.steelyard.usage.row.UsageFinding;
import app.steelyard.usage.store.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UsageToPlanTest {
    private static final PriceRef DEFAULT = new PriceRef("openai", "gpt-5");
    private static final PriceBook PRICES = new PriceBook(
            List.of(new Profile(
                    "openai",
                    "OpenAI",
                    false,
                    List.of(new Model(
                            new PriceRef("openai", "gpt-5-mini"),
                            "GPT-5 mini",
                            null,
                            List.of(),
                            List.of(),
                            List.of(),
                            null,
                            null,
                            "")),
                    List.of(),
                    "")),
            List.of());

    private static LedgerView read(String... files) {
        return Imported.of("openai", files);
    }

    private static PlanEdit plan(Selection selection, String... files) {
        return UsageToPlan.newPlan(read(files), selection, PricedModels.of(PRICES), DEFAULT);
    }

    private static void assertSays(PlanEdit edit, UsageFinding.Severity severity, String part) {
        assertTrue(
                edit.findings().stream()
                        .anyMatch(f -> f.severity() == severity && f.text().contains(part)),
                () -> "no " + severity + " '" + part + "' in " + edit.findings());
    }

    @Test
    void measuresTheCachedPrefixWhereWritesAreKnown() {
        PlanEdit edit = plan(Selection.largestModel(), "page.json");
        Plan plan = edit.plan().orElseThrow();
        // 150 requests in 3 days; 180,000 read and 45,000 written of 300,000 input; 30,000 output.
        assertEquals(150 / 3.0 * 365.25 / 12, plan.traffic().requestsPerMonth(), 1e-9);
        assertEquals(200, plan.traffic().outputTokens());
        assertEquals(1500, plan.items().get(0).tokens());
        assertEquals(500, plan.items().get(1).tokens());
        assertEquals(0.8, plan.caching().measuredHitRate());
        assertEquals(
                new MeasuredOn(new PriceRef("openai", "gpt-5-mini"), null, List.of("cached-prefix")),
                plan.caching().measuredOn());
        assertEquals(Design.PROMPT_CACHING, plan.today());
        assertEquals(new PriceRef("openai", "gpt-5-mini"), plan.inference().model());
        assertEquals(ServiceTier.STANDARD, plan.inference().tier());
        assertEquals(LocalDate.of(2026, 11, 4), plan.inference().pricesAsOf());
        assertEquals(List.of(), PlanValidator.validate(plan));
        assertEquals(
                "measured: OpenAI usage export, 1–3 Nov 2026, 150 requests (page.json)",
                plan.sources().get("traffic.requestsPerMonth"));
        // 330,000 of 375,000 tokens
        assertSays(
                edit, UsageFinding.Severity.WARNING, "Only gpt-5-mini-2025-08-07 was taken: it has 88 % of the tokens");
        assertSays(
                edit,
                UsageFinding.Severity.INFO,
                "3 days from the first bucket’s start to the last bucket’s end, 1 of them without");
    }

    @Test
    void takesAllInputForThePrefixWhereWritesAreNotKnown() {
        PlanEdit edit = plan(Selection.largestModel(), "ungrouped.json");
        Plan plan = edit.plan().orElseThrow();
        assertEquals(1, plan.items().size());
        assertEquals(2000, plan.items().getFirst().tokens());
        assertEquals(0.5, plan.caching().measuredHitRate());
        assertEquals(DEFAULT, plan.inference().model());
        assertEquals(
                new MeasuredOn(null, null, List.of("cached-prefix")),
                plan.caching().measuredOn());
        assertSays(edit, UsageFinding.Severity.WARNING, "all 2,000 input tokens a request");
        assertSays(edit, UsageFinding.Severity.WARNING, "states no model; openai/gpt-5 is taken");
        assertEquals(List.of(), PlanValidator.validate(plan));
    }

    @Test
    void leavesTheHitRateOpenWhereNothingWasRead() {
        PlanEdit edit = plan(Selection.ofModel("gpt-5.1"), "page.json");
        Plan plan = edit.plan().orElseThrow();
        assertEquals(10 / 3.0 * 365.25 / 12, plan.traffic().requestsPerMonth(), 1e-9);
        assertNull(plan.caching().measuredHitRate());
        assertEquals(Design.UNCACHED, plan.today());
        assertEquals(new PriceRef("openai", "gpt-5.1"), plan.inference().model());
        assertSays(edit, UsageFinding.Severity.WARNING, "No prices are known for gpt-5.1");
    }

    @Test
    void takesAllModelsWhenAsked() {
        PlanEdit edit = plan(Selection.everyModel().inProject("proj_support"), "page.json");
        Plan plan = edit.plan().orElseThrow();
        assertEquals(160 / 3.0 * 365.25 / 12, plan.traffic().requestsPerMonth(), 1e-9);
        assertEquals("Measured: all models in proj_support", plan.name());
        assertSays(edit, UsageFinding.Severity.WARNING, "2 models were taken together");
    }

    @Test
    void makesNoPlanOfNothing() {
        assertTrue(plan(Selection.ofModel("none"), "page.json").plan().isEmpty());
        assertTrue(plan(Selection.largestModel(), "empty-buckets.json").plan().isEmpty());
        assertTrue(plan(Selection.largestModel(), "result.json").plan().isEmpty());
        assertTrue(plan(Selection.largestModel(), "costs.csv").plan().isEmpty());
    }

    @Test
    void takesTheDaysThatWereChosen() {
        LedgerView all = read("usage.csv");
        LedgerView two =
                all.within(all.period().firstDay(), all.period().firstDay().plusDays(1));
        assertEquals(3, all.period().days(), 1e-9);
        assertEquals(2, two.period().days(), 1e-9);
        assertEquals(
                all.totals(),
                two.totals().plus(all.within(all.period().lastDay(), null).totals()));
        assertTrue(all.within(all.period().lastDay().plusDays(1), null).totals().isEmpty());
        assertEquals(all, all.within(null, null));
        PlanEdit edit = UsageToPlan.newPlan(two, Selection.everyModel(), PricedModels.of(PRICES), DEFAULT);
        assertEquals(
                two.totals().requests() / 2.0 * 365.25 / 12,
                edit.plan().orElseThrow().traffic().requestsPerMonth(),
                1e-9);
    }

    @Test
    void putsMeasuresIntoAPlanAndKeepsItsItems() {
        Plan before = plan(Selection.largestModel(), "page.json").plan().orElseThrow();
        PlanEdit edit = UsageToPlan.into(before, read("usage.csv"), Selection.largestModel(), PricedModels.of(PRICES));
        Plan after = edit.plan().orElseThrow();
        // 16 requests in 3 days; 50,000 read: 3,125 a request, more than the 1,500 of the item.
        assertEquals(16 / 3.0 * 365.25 / 12, after.traffic().requestsPerMonth(), 1e-9);
        assertEquals(150, after.traffic().outputTokens());
        assertEquals(0.8, after.caching().measuredHitRate());
        assertEquals(before.items(), after.items());
        assertSays(
                edit,
                UsageFinding.Severity.WARNING,
                "3,125 tokens a request were read from the cache, more than the 1,500");
        assertEquals(
                "measured: OpenAI usage export, 1–3 Nov 2026, 16 requests (usage.csv)",
                after.sources().get("traffic.outputTokens"));
        assertEquals(
                before.sources().get("caching.measuredHitRate"), after.sources().get("caching.measuredHitRate"));

        Plan larger = before.withItem(0, before.items().getFirst().withTokens(6250));
        assertEquals(
                0.5,
                UsageToPlan.into(larger, read("usage.csv"), Selection.largestModel(), PricedModels.of(PRICES))
                        .plan()
                        .orElseThrow()
                        .caching()
                        .measuredHitRate());
    }

    /** Four equal turns of a conversation that grows by 1,000 each: 2,500 tokens a request on average, where it begins with 1,000. */
    @Test
    void aConversationIsAsLongAsItIsOnAverage() {
        Plan before = plan(Selection.largestModel(), "page.json").plan().orElseThrow();
        ContextItem talk = before.items().getFirst().withTokens(1000).withScope(Scope.SESSION);
        Plan sessions = PlanField.TURNS_SPREAD.with(PlanField.TURNS.with(before, 4), 0);
        Plan grows = sessions.withItem(0, talk.withGrowth(new Growth(1000, 0, null, 0)));
        // 3,125 tokens a request were read: more than it begins with.
        assertSays(
                UsageToPlan.into(grows, read("usage.csv"), Selection.largestModel(), PricedModels.of(PRICES)),
                UsageFinding.Severity.WARNING,
                "more than the 2,500");
        Plan longer = sessions.withItem(0, talk.withGrowth(new Growth(5250 * 2 / 3.0, 0, null, 0)));
        assertEquals(
                0.5,
                UsageToPlan.into(longer, read("usage.csv"), Selection.largestModel(), PricedModels.of(PRICES))
                        .plan()
                        .orElseThrow()
                        .caching()
                        .measuredHitRate(),
                1e-9);
    }

    @Test
    void aLogOfOnesOwnIsNoExportOfTheVendor(@TempDir Path folder) throws IOException {
        Path log = folder.resolve("requests.csv");
        Files.writeString(log, """
            timestamp,model,prompt_tokens,cached_tokens,completion_tokens
            2026-11-01T00:00:00Z,gpt-5-mini,2000,1000,100
            2026-11-04T00:00:00Z,gpt-5-mini,2000,1000,100
            """);
        try (Ledger ledger = Ledger.temporary()) {
            ledger.add(List.of(log), Progress.NONE);
            Plan plan = UsageToPlan.newPlan(ledger.view(), Selection.largestModel(), PricedModels.of(PRICES), DEFAULT)
                    .plan()
                    .orElseThrow();
            String source = plan.sources().get("traffic.requestsPerMonth");
            assertTrue(source.startsWith("measured: request log, 1–4 Nov 2026"), source);
        }
    }

    @Test
    void writesPeriodsShort() {
        assertEquals("30 Nov 2026", dates("2026-11-30T00:00:00Z", "2026-12-01T00:00:00Z"));
        assertEquals("1–30 Nov 2026", dates("2026-11-01T00:00:00Z", "2026-12-01T00:00:00Z"));
        assertEquals("28 Oct – 3 Nov 2026", dates("2026-10-28T00:00:00Z", "2026-11-03T12:00:00Z"));
        assertEquals("28 Dec 2025 – 3 Jan 2026", dates("2025-12-28T00:00:00Z", "2026-01-04T00:00:00Z"));
    }

    private static String dates(String start, String end) {
        return Measured.dates(new TimeSpan(java.time.Instant.parse(start), java.time.Instant.parse(end)));
    }
}
