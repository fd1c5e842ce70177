package app.steelyard.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.steelyard.app.chart.ChartFile;
import app.steelyard.app.chart.PlanMaterial;
import app.steelyard.app.chart.UsageMaterial;
import app.steelyard.chart.ChartSpec;
import app.steelyard.chart.catalog.CatalogueChart;
import app.steelyard.chart.catalog.CatalogueChart.Needs;
import app.steelyard.chart.catalog.ChartMaterial;
import app.steelyard.cli.terminal.ExitCodes;
import app.steelyard.document.Samples;
import app.steelyard.plan.Plan;
import app.steelyard.plan.PlanField;
import app.steelyard.plan.Scenario;
import app.steelyard.pricing.PriceBook;
import app.steelyard.pricing.profile.PriceBookLoader;
import app.steelyard.text.Refusal;
import app.steelyard.usage.figures.Reconciliation;
import app.steelyard.usage.ledger.Ledger;
import app.steelyard.usage.ledger.LookedAt;
import app.steelyard.usage.ledger.UsageFigures;
import app.steelyard.usage.log.ReadingChoice;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every chart of the catalogue can be taken by its name. */
class ChartsTest {
    private static final PriceBook BOOK = new PriceBook(PriceBookLoader.shipped(), List.of());

    @TempDir
    Path folder;

    private Path log() throws Exception {
        return Files.writeString(
                folder.resolve("log.csv"),
                "time,model,project,prefix,input_tokens,cached_tokens,output_tokens\n"
                        + "2026-01-05T10:00:00Z,gpt-5.1,a,p,1000,0,20\n"
                        + "2026-01-05T10:01:00Z,gpt-5.1,a,p,1000,900,20\n");
    }

    @Test
    void everyChartIsMadeOfWhatItNeeds() throws Exception {
        Plan plan = Samples.plan("support-bot").orElseThrow();
        Plan varied = plan.withWhatIf(plan.whatIf().withScenarios(List.of(new Scenario("Same", List.of()))));
        ChartMaterial ofPlan = new PlanMaterial(varied, BOOK);
        Set<String> titles = new HashSet<>();
        try (Ledger ledger = Ledger.temporary()) {
            assertTrue(ledger.add(List.of(log()), ReadingChoice.BY_CONTENT, (f, bytes, all, rows) -> true));
            ChartMaterial ofUsage = new UsageMaterial(
                    UsageFigures.of(ledger, ledger.view(), LookedAt.ALL, Reconciliation.TOLERANCE, BOOK));
            for (CatalogueChart chart : CatalogueChart.values()) {
                boolean usage = chart.needs() == Needs.USAGE;
                ChartSpec made = chart.of(usage ? ofUsage : ofPlan);
                assertEquals(chart.title(), made.title());
                assertEquals("", made.empty(), chart.id());
                assertFalse(made.table().rows().isEmpty(), chart.id());
                assertTrue(ChartFile.svg(made).startsWith("<svg"), chart.id());
                assertTrue(titles.add(made.title()), made.title());
                assertThrows(Refusal.class, () -> chart.of(usage ? ofPlan : ofUsage), chart.id());
                assertEquals(chart, CatalogueChart.byId(chart.id()).orElseThrow());
            }
        }
    }

    @Test
    void whatAPlanLacksIsSaid() {
        Plan plan = Samples.plan("caching").orElseThrow();
        Plan certain = PlanField.MEASURED_HIT_RATE.with(plan.withWhatIf(app.steelyard.plan.WhatIf.NOTHING), 0.9);
        ChartMaterial material = new PlanMaterial(certain, BOOK);
        assertThrows(Refusal.class, () -> CatalogueChart.LIKELY.of(material));
        assertThrows(Refusal.class, () -> CatalogueChart.SCENARIOS.of(material));
    }

    private static CliRun run(String... arguments) {
        return CliRun.in(Path.of(""), arguments);
    }

    @Test
    void theCommandListsAndDraws() throws Exception {
        CliRun list = run("charts");
        assertEquals(CatalogueChart.values().length, list.out().lines().count(), list.err());
        Path svg = folder.resolve("c.svg");
        Path csv = folder.resolve("c.csv");
        CliRun drawn = run(
                "charts",
                "--draw",
                "monthly-cost",
                "--plan",
                "sample:hybrid",
                "--svg",
                svg.toString(),
                "--csv",
                csv.toString());
        assertEquals(ExitCodes.DONE, drawn.code(), drawn.err());
        assertEquals(
                List.of(svg.toString(), csv.toString()), drawn.out().lines().toList());
        assertTrue(Files.readString(svg).contains(CatalogueChart.MONTHLY_COST.title()));
        assertTrue(Files.readString(csv).lines().count() > 3);
        CliRun usage = run("charts", "--draw", "model-tokens", log().toString());
        assertEquals(ExitCodes.DONE, usage.code(), usage.err());
        assertTrue(usage.out().contains("gpt-5.1"), usage.out());
    }

    @Test
    void whatCannotBeDrawnIsRefused() {
        CliRun unknown = run("charts", "--draw", "pie", "--plan", "sample:hybrid");
        assertEquals(ExitCodes.BAD_INPUT, unknown.code());
        assertTrue(unknown.err().contains("monthly-cost"), unknown.err());
        assertEquals(
                ExitCodes.BAD_INPUT, run("charts", "--draw", "monthly-cost").code());
        CliRun nowhere = run(
                "charts",
                "--draw",
                "monthly-cost",
                "--plan",
                "sample:hybrid",
                "--svg",
                folder.resolve("no/c.svg").toString());
        assertEquals(ExitCodes.BAD_INPUT, nowhere.code(), nowhere.err());
    }
}
