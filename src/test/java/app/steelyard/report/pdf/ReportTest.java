package app.steelyard.report.pdf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.steelyard.Golden;
import app.steelyard.SampleComparisons;
import app.steelyard.chart.draw.Fonts;
import app.steelyard.cost.result.CashFlow;
import app.steelyard.cost.result.Driver;
import app.steelyard.plan.Design;
import app.steelyard.plan.Plan;
import app.steelyard.plan.PlanField;
import app.steelyard.plan.item.ContextItem;
import app.steelyard.plan.item.Placement;
import app.steelyard.report.Edition;
import app.steelyard.report.PaperSize;
import app.steelyard.report.ReportModel;
import app.steelyard.report.RoundedMoney;
import app.steelyard.report.Sheet;
import app.steelyard.report.csv.CsvReport;
import app.steelyard.text.Currency;
import app.steelyard.text.Refusal;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTest {
    private static final ReportModel COPILOT = model(SampleComparisons.copilot());

    private static ReportModel model(Plan plan) {
        return ReportModel.of(
                SampleComparisons.compare(plan), null, SampleComparisons.book(), "1.0", LocalDate.of(2026, 2, 3));
    }

    private static byte[] pdf(ReportModel model, PaperSize paper) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PdfReport.write(model, out, Sheet.of(paper, Edition.WHOLE), Edition.WHOLE);
        return out.toByteArray();
    }

    private static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }

    private static List<NamedCsvRecord> csv(ReportModel model) throws IOException {
        StringWriter out = new StringWriter();
        CsvReport.write(model, out);
        return CsvReader.builder().ofNamedCsvRecord(out.toString()).stream().toList();
    }

    private static Stream<NamedCsvRecord> section(ReportModel model, String section) throws IOException {
        return csv(model).stream().filter(r -> r.getField("section").equals(section));
    }

    private static BigDecimal sum(List<NamedCsvRecord> records) {
        return records.stream().map(r -> new BigDecimal(r.getField("total"))).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    @Test
    void thePageIsAsBefore() throws IOException {
        Golden.check("report/copilot.html", HtmlReport.of(COPILOT, PaperSize.A4).html());
        Golden.check(
                "report/unpriced.html",
                HtmlReport.of(model(SampleComparisons.unpriced()), PaperSize.LETTER)
                        .html());
    }

    @Test
    void theCsvIsAsBefore() throws IOException {
        Golden.check("report/copilot.csv", CsvReport.table(COPILOT).csv());
    }

    @Test
    void statementCashFlowAndMeasureHaveOneTotal() throws IOException {
        for (Plan plan :
                List.of(SampleComparisons.copilot(), SampleComparisons.withoutTuning(), SampleComparisons.extreme())) {
            ReportModel model = model(plan);
            Map<String, List<NamedCsvRecord>> statement =
                    section(model, "statement").collect(Collectors.groupingBy(r -> r.getField("architecture")));
            Map<String, List<NamedCsvRecord>> cash =
                    section(model, "cash_flow").collect(Collectors.groupingBy(r -> r.getField("architecture")));
            for (NamedCsvRecord measure : section(model, "measure")
                    .filter(r -> r.getField("line").equals("TCO"))
                    .toList()) {
                BigDecimal total = new BigDecimal(measure.getField("total"));
                String architecture = measure.getField("architecture");
                assertEquals(0, total.compareTo(sum(statement.get(architecture))), architecture);
                assertEquals(0, total.compareTo(sum(cash.get(architecture))), architecture);
            }
        }
    }

    @Test
    void linesAddUpToTheirDriverAndMonthsToTheirTotal() {
        for (RoundedMoney ledger : model(SampleComparisons.extreme()).ledgers()) {
            for (Driver driver : Driver.values()) {
                double lines = ledger.lines().stream()
                        .filter(e -> e.line().kind().driver() == driver)
                        .mapToDouble(e -> e.total().value())
                        .sum();
                assertEquals(ledger.total(driver).value(), lines, 1e-4, ledger.name() + " " + driver);
            }
            assertTrue(ledger.total().ties(ledger.amount(0, ledger.months())));
            assertEquals(
                    ledger.evaluation().measures().tco(),
                    ledger.total().value(),
                    0.006,
                    "rounding moves no total by a cent");
        }
    }

    @Test
    void monthsThatCostTheSameShowTheSame() {
        for (RoundedMoney ledger : model(SampleComparisons.extreme()).ledgers()) {
            CashFlow flow = ledger.evaluation().cashFlow();
            for (int m = 0; m <= ledger.months(); m++) {
                assertEquals(flow.amount(m), ledger.amount(m).value(), 0.0101, ledger.name() + " in month " + m);
                for (Driver driver : Driver.values()) {
                    assertEquals(
                            flow.amount(m, driver), ledger.amount(m, driver).value(), 0.0151, ledger.name());
                }
            }
        }
    }

    @Test
    void noAmountMovesByAWholeCent() {
        for (RoundedMoney ledger : COPILOT.ledgers()) {
            for (RoundedMoney.Entry entry : ledger.lines()) {
                assertEquals(entry.line().amount(), entry.amount().value(), 0.0101, entry.line()::toString);
                assertEquals(entry.line().total(), entry.total().value(), 0.0101, entry.line()::toString);
            }
        }
    }

    @Test
    void thePdfSaysTheNumbersOfTheCsv() throws IOException {
        String text = text(pdf(COPILOT, PaperSize.A4));
        List<NamedCsvRecord> money = Stream.concat(
                        section(COPILOT, "statement"),
                        section(COPILOT, "measure")
                                .filter(r -> List.of("TCO", "SET_UP", "FIRST_MONTH", "SAVING", "NPV")
                                                .contains(r.getField("line"))
                                        && r.getField("today").equals("false")))
                .toList();
        assertFalse(money.isEmpty());
        for (NamedCsvRecord row : money) {
            String shown = Currency.USD
                    .of(new BigDecimal(row.getField("total")).doubleValue())
                    .digits()
                    .replace('-', '−');
            assertTrue(text.contains(shown), () -> shown + " of " + row);
        }
    }

    @Test
    void theAnswerStandsInThePdf() throws IOException {
        String text = text(pdf(COPILOT, PaperSize.A4)).replaceAll("\\s+", " ");
        assertTrue(text.contains("Prompt caching costs least: $155,986.45 over 24 months."), text);
        assertTrue(text.contains("A forecast, not a quote."));
        assertTrue(text.contains("Stated in the plan, no source given"));
    }

    @Test
    void whatCouldBeDoneAboutTheCacheIsToldWithItsOrder() throws IOException {
        assertEquals(0, section(COPILOT, "improvement").count());
        Plan plan = SampleComparisons.copilot().withToday(Design.AS_PLACED);
        ContextItem question = plan.items().get(4).withPlacement(Placement.CACHED_PREFIX);
        ContextItem handbook = plan.items().get(0).withPlacement(Placement.CACHED_PREFIX);
        ReportModel model = model(plan.withItems(List.of(question, handbook)));
        List<NamedCsvRecord> rows = section(model, "improvement").toList();
        assertEquals(
                List.of("ORDER  ", "ORDER Compliance handbook 2", "ORDER Question 1"),
                rows.stream()
                        .map(r -> r.getField("line") + " " + r.getField("item") + " " + r.getField("quantity"))
                        .toList());
        double month = new BigDecimal(rows.get(0).getField("amount")).doubleValue();
        double horizon = new BigDecimal(rows.get(0).getField("total")).doubleValue();
        assertTrue(month > 0 && horizon > 24 * month, month + ", " + horizon);
        String text = text(pdf(model, PaperSize.A4)).replaceAll("\\s+", " ");
        assertTrue(text.contains("“Compliance handbook” (now second), “Question” (now first)"), text);
        assertTrue(text.contains(Currency.USD.of(horizon).digits()), text);
    }

    @Test
    void sessionsAreToldTurnByTurn() throws IOException {
        assertEquals(0, section(COPILOT, "turn").count());
        ReportModel model = model(PlanField.TURNS.with(SampleComparisons.copilot(), 8));
        List<NamedCsvRecord> uncached = section(model, "turn")
                .filter(r -> r.getField("architecture").equals("Uncached"))
                .toList();
        assertEquals(
                List.of("1", "6", "23"),
                uncached.stream().map(r -> r.getField("quantity")).distinct().toList());
        assertEquals("14100", uncached.get(1).getField("total"), "tokens of the prompt, of which none grows");
        String text = text(pdf(model, PaperSize.A4)).replaceAll("\\s+", " ");
        assertTrue(text.contains("Seconds to the first token by turn"), text);
        assertTrue(text.contains("of 14,100)"), text);
    }

    @Test
    void paperFontsTagsAndOutline() throws IOException {
        for (PaperSize paper : PaperSize.values()) {
            try (PDDocument document = Loader.loadPDF(pdf(COPILOT, paper))) {
                float width = document.getPage(0).getMediaBox().getWidth();
                assertEquals(paper == PaperSize.A4 ? 595.3 : 612, width, 0.5);
                assertTrue(document.getDocumentCatalog().getMarkInfo().isMarked());
                assertEquals(
                        "Banking copilot", document.getDocumentInformation().getTitle());
                assertEquals(
                        "The page that decides",
                        document.getDocumentCatalog()
                                .getDocumentOutline()
                                .getFirstChild()
                                .getTitle());
                for (PDPage page : document.getPages()) {
                    for (COSName name : page.getResources().getFontNames()) {
                        assertTrue(page.getResources().getFont(name).isEmbedded(), name.getName());
                        assertTrue(page.getResources().getFont(name).getName().contains("IBMPlexSans"));
                    }
                }
            }
        }
    }

    @Test
    void whatIsUnpricedIsNamedWithItsReasonAndNeverZero() throws IOException {
        String text = text(pdf(model(SampleComparisons.withoutTuning()), PaperSize.A4));
        assertTrue(text.contains("No model to tune is chosen."));
        assertTrue(text.contains("unpriced"));
        List<NamedCsvRecord> unpriced =
                section(model(SampleComparisons.withoutTuning()), "unpriced").toList();
        assertEquals(2, unpriced.size());
        assertEquals("", unpriced.get(0).getField("total"));
        String nothing = text(pdf(model(SampleComparisons.unpriced()), PaperSize.LETTER));
        assertTrue(nothing.contains("Nothing could be priced"));
    }

    @Test
    void longForeignAndHostileNamesAreShownSafely() throws IOException {
        ReportModel extreme = model(SampleComparisons.extreme());
        String text = text(pdf(extreme, PaperSize.A4));
        assertTrue(text.contains("Überweisungsrückfragen"));
        assertTrue(text.contains("<b>Tables & \"quotes\"</b>"));
        assertTrue(text.contains("�"), "a visible replacement for what the font lacks");
        List<NamedCsvRecord> lines = section(extreme, "statement").toList();
        assertTrue(lines.stream().anyMatch(r -> r.getField("item").equals("'=HYPERLINK(\"http://example.org\")")));
        assertTrue(lines.stream().anyMatch(r -> r.getField("item").equals("'-1+1 looks like a formula")));
        assertTrue(lines.stream().anyMatch(r -> r.getField("item").equals("合规手册与每日汇率")));
        assertTrue(
                section(extreme, "measure").anyMatch(r -> r.getField("total").startsWith("-")),
                "negative numbers stay numbers");
    }

    @Test
    void csvEndsItsLinesAsTheStandardSays() {
        String csv = CsvReport.table(COPILOT).csv();
        assertTrue(csv.startsWith("section,architecture,today,feasible,month,"));
        assertTrue(csv.endsWith("\r\n"));
        assertEquals(csv.lines().count(), csv.split("\r\n", -1).length - 1);
    }

    @Test
    void aFileIsWrittenWholeOrNotAtAll(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("report.csv");
        CsvReport.write(COPILOT, file);
        CsvReport.write(COPILOT, file);
        assertEquals(CsvReport.table(COPILOT).csv(), Files.readString(file));
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(List.of(file), files.toList(), "nothing is left behind");
        }
        Refusal noFolder = assertThrows(
                Refusal.class,
                () -> PdfReport.write(
                        COPILOT,
                        folder.resolve("missing").resolve("report.pdf"),
                        Sheet.of(PaperSize.A4, Edition.WHOLE),
                        Edition.WHOLE));
        assertTrue(noFolder.getMessage().contains("does not exist"), noFolder.getMessage());
        Refusal isFolder = assertThrows(Refusal.class, () -> CsvReport.write(COPILOT, folder));
        assertTrue(isFolder.getMessage().contains("is a folder"), isFolder.getMessage());
    }

    @Test
    void theFontShowsFiguresEquallyWide() {
        for (boolean bold : new boolean[] {false, true}) {
            double zero = Fonts.width("0", 10, bold);
            "123456789".chars().forEach(c -> assertEquals(zero, Fonts.width(Character.toString(c), 10, bold)));
        }
    }
}
