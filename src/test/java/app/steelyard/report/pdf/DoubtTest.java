package app.steelyard.report.pdf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.steelyard.Golden;
import app.steelyard.SampleComparisons;
import app.steelyard.chart.ChartPart;
import app.steelyard.chart.ChartSpec;
import app.steelyard.chart.catalog.doubt.OutlookCharts;
import app.steelyard.cost.KnownErrors;
import app.steelyard.cost.engine.Batch;
import app.steelyard.plan.Correlation;
import app.steelyard.plan.Distribution;
import app.steelyard.plan.Plan;
import app.steelyard.plan.PlanField;
import app.steelyard.plan.Range;
import app.steelyard.plan.Scenario;
import app.steelyard.plan.WhatIf;
import app.steelyard.report.Edition;
import app.steelyard.report.PaperSize;
import app.steelyard.report.ReportModel;
import app.steelyard.report.Sheet;
import app.steelyard.report.csv.CsvReport;
import app.steelyard.text.Names;
import app.steelyard.whatif.story.Findings;
import app.steelyard.whatif.story.Outlook;
import app.steelyard.whatif.trials.DesignSpread;
import app.steelyard.whatif.trials.TrialSettings;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

class DoubtTest {
    private static final List<Range> RANGES = List.of(
            new Range("traffic.requestsPerMonth", 150_000, 900_000, Distribution.LOGNORMAL, "Forecast of sales"),
            new Range("items.handbook.tokens", 4000, 20_000, Distribution.PERT, null),
            new Range("tuning.engineeringWeeks", 2, 6, Distribution.UNIFORM, "Guide"));
    private static final ReportModel RANGED = model(ranged(SampleComparisons.copilot()));

    private static Plan ranged(Plan plan) {
        return plan.withWhatIf(new WhatIf(
                RANGES,
                List.of(new Correlation("traffic.requestsPerMonth", "items.handbook.tokens", 0.4)),
                List.of(new Scenario(
                        "Twice the requests", List.of(new Scenario.Value("traffic.requestsPerMonth", 800_000))))));
    }

    private static ReportModel model(Plan plan) {
        return ReportModel.of(
                SampleComparisons.compare(plan), null, SampleComparisons.book(), "1.0", LocalDate.of(2026, 2, 3));
    }

    private static List<NamedCsvRecord> csv(ReportModel model, String section) {
        return CsvReader.builder().ofNamedCsvRecord(CsvReport.table(model).csv()).stream()
                .filter(r -> r.getField("section").equals(section))
                .toList();
    }

    private static double total(List<NamedCsvRecord> rows, String architecture, String line) {
        return rows.stream()
                .filter(r -> r.getField("architecture").equals(architecture)
                        && r.getField("line").equals(line))
                .mapToDouble(r -> Double.parseDouble(r.getField("total")))
                .findFirst()
                .orElseThrow();
    }

    private static String text(ReportModel model) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PdfReport.write(model, out, Sheet.of(PaperSize.A4, Edition.WHOLE), Edition.WHOLE);
        try (PDDocument document = Loader.loadPDF(out.toByteArray())) {
            return new PDFTextStripper().getText(document).replaceAll("[\\s\u00a0]+", "");
        }
    }

    /** Wherever the lines of the page break. */
    private static void assertTold(String sentence, String text) {
        assertTrue(text.contains(sentence.replaceAll("[\\s\u00a0]+", "")), sentence);
    }

    @Test
    void thePageIsAsBefore() throws IOException {
        Golden.check("report/ranges.html", HtmlReport.of(RANGED, PaperSize.A4).html());
    }

    @Test
    void whatNoTrialShowedIsDrawnAsABound() {
        Outlook outlook = Outlook.of(
                Batch.of(KnownErrors.in(RANGED.plan(), SampleComparisons.book()), SampleComparisons.book()),
                new TrialSettings(10_000, 42, 1),
                () -> false);
        ChartSpec.Intervals likely = (ChartSpec.Intervals) OutlookCharts.likely(outlook, new Findings(outlook));
        List<ChartPart.Interval> never =
                likely.intervals().stream().filter(i -> i.share() == 0).toList();
        assertFalse(never.isEmpty());
        never.forEach(i -> assertEquals("< 0.03 %", i.shareText(), i.name()));
        likely.intervals().stream()
                .filter(i -> i.share() == 1)
                .forEach(i -> assertEquals("> 99.97 %", i.shareText(), i.name()));
    }

    @Test
    void theCsvHoldsTheSimulationWithTheStandardSeed() {
        Outlook outlook = Outlook.of(
                Batch.of(KnownErrors.in(RANGED.plan(), SampleComparisons.book()), SampleComparisons.book()),
                new TrialSettings(10_000, 42, 1),
                () -> false);
        List<NamedCsvRecord> rows = csv(RANGED, "uncertainty");
        double sure = total(rows, "", "PROBABILITY_NONE_FEASIBLE");
        for (DesignSpread option : outlook.simulation().options()) {
            String name = Names.of(option.architecture().design());
            assertEquals(option.p10(), total(rows, name, "P10"), 0.0051);
            assertEquals(option.p90(), total(rows, name, "P90"), 0.0051);
            assertEquals(total(rows, name, "P80") - total(rows, name, "P50"), total(rows, name, "CONTINGENCY"), 0.0101);
            assertEquals(option.standardError(), total(rows, name, "MEAN_ERROR"), 0.0051);
            sure += total(rows, name, "PROBABILITY_CHEAPEST");
        }
        assertEquals(1, sure, 1e-5);
        assertEquals(10_000, total(rows, "", "TRIALS"));
        assertEquals(42, total(rows, "", "SEED"));
        assertEquals(outlook.information().total(), total(rows, "", "WORTH_OF_ALL"), 0.0051);
    }

    @Test
    void aRangeStandsThereWithBothEndsAndWhatItsEndsMean() {
        List<NamedCsvRecord> rows = csv(RANGED, "range");
        for (Range range : RANGES) {
            List<NamedCsvRecord> of = rows.stream()
                    .filter(r -> r.getField("item").equals(range.path()))
                    .toList();
            assertEquals(
                    List.of(
                            "LOW",
                            "HIGH",
                            "SAVING_AT_LOW",
                            "SAVING_AT_HIGH",
                            "LEAD_AT_LOW",
                            "LEAD_AT_HIGH",
                            "WORTH",
                            "WORTH_ERROR"),
                    of.stream().map(r -> r.getField("line")).toList());
            assertEquals(range.low(), Double.parseDouble(of.get(0).getField("quantity")));
            assertEquals(range.high(), Double.parseDouble(of.get(1).getField("quantity")));
            assertTrue(of.get(0)
                    .getField("marks")
                    .endsWith(range.distribution() == Distribution.LOGNORMAL ? "90 % interval" : "bounds"));
        }
        assertEquals("0.4", csv(RANGED, "correlation").get(0).getField("quantity"));
        assertTrue(csv(RANGED, "scenario").stream()
                .anyMatch(r -> r.getField("item").equals("Twice the requests")
                        && r.getField("line").equals("traffic.requestsPerMonth")
                        && r.getField("quantity").equals("800000")));
        assertFalse(csv(RANGED, "switching").isEmpty());
    }

    @Test
    void thePdfTellsTheFindings() throws IOException {
        String text = text(RANGED);
        Outlook outlook = Outlook.of(
                Batch.of(KnownErrors.in(RANGED.plan(), SampleComparisons.book()), SampleComparisons.book()),
                TrialSettings.DEFAULT,
                () -> false);
        Findings findings = new Findings(outlook);
        for (String sentence : List.of(
                findings.headline(),
                findings.likely(),
                findings.contingency(),
                findings.movers().leads(),
                findings.movers().moves(),
                findings.saves(),
                findings.worth())) {
            assertTold(sentence, text);
        }
        assertTold("10,000 trials with seed 42", text);
        assertTold("Twice the requests", text);
        assertFalse(text.contains("Nonumberhasarange"));
    }

    @Test
    void withoutRangesTheReportSaysSoAndNoMore() {
        ReportModel model = model(PlanField.MEASURED_HIT_RATE.with(SampleComparisons.copilot(), 0.9));
        String html = HtmlReport.of(model, PaperSize.A4).html();
        assertTrue(html.contains("No number has a range"));
        assertFalse(html.contains("id=\"uncertainty\""));
        assertTrue(Stream.of("uncertainty", "range", "switching", "scenario")
                .allMatch(s -> csv(model, s).isEmpty()));
    }

    @Test
    void whatIsKnownOfADerivedHitRateIsADoubtAsInWhatIf() throws IOException {
        ReportModel model = model(SampleComparisons.copilot());
        Outlook outlook = Outlook.of(
                Batch.of(KnownErrors.in(model.plan(), SampleComparisons.book()), SampleComparisons.book()),
                TrialSettings.DEFAULT,
                () -> false);
        Findings findings = new Findings(outlook);
        String text = text(model);
        assertTold(findings.likely(), text);
        assertTold(findings.varied().told(), text);
        assertTold("Varied were: Hit rate, as derived.", text);
        assertTold("Held fixed, and so not certain, were: Requests a month", text);
    }

    @Test
    void rangesThatCannotBeWeighedAreListedWithTheReason() throws IOException {
        Plan contradictory = SampleComparisons.copilot()
                .withWhatIf(new WhatIf(
                        RANGES,
                        List.of(
                                new Correlation("traffic.requestsPerMonth", "items.handbook.tokens", 0.95),
                                new Correlation("traffic.requestsPerMonth", "tuning.engineeringWeeks", 0.95),
                                new Correlation("items.handbook.tokens", "tuning.engineeringWeeks", -0.95)),
                        List.of()));
        for (Plan plan : List.of(contradictory, ranged(SampleComparisons.unpriced()))) {
            ReportModel model = model(plan);
            List<NamedCsvRecord> rows = csv(model, "uncertainty");
            assertEquals(1, rows.size());
            String reason = rows.get(0).getField("note");
            assertFalse(reason.isBlank());
            String text = text(model);
            assertTold(reason, text);
            assertTold("Forecast of sales", text);
            // Both ends of each, of the hit rate that is derived too.
            assertEquals(
                    2 * model.doubted().whatIf().ranges().size(),
                    csv(model, "range").size());
        }
    }

    @Test
    void longAndHostileNamesAreShown() throws IOException {
        Plan extreme = SampleComparisons.extreme();
        List<Range> ranges = extreme.items().stream()
                .filter(i -> i.tokens() > 600)
                .map(i -> new Range(
                        "items." + i.id() + ".tokens",
                        i.tokens() / 2,
                        i.tokens() * 2,
                        Distribution.TRIANGULAR,
                        "<i>" + i.name()))
                .toList();
        Plan ranged = extreme.withWhatIf(new WhatIf(ranges, List.of(), List.of()));
        assertTold("<i>Per-tenant configuration", text(model(ranged)));
    }
}
