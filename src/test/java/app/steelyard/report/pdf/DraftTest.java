package app.steelyard.report.pdf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.steelyard.SampleComparisons;
import app.steelyard.plan.Plan;
import app.steelyard.report.Edition;
import app.steelyard.report.PaperSize;
import app.steelyard.report.ReportModel;
import app.steelyard.report.Sheet;
import app.steelyard.report.csv.CsvReport;
import java.io.ByteArrayOutputStream;
import java.time.LocalDate;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

class DraftTest {
    private static final String REASON = "3 % of the tokens have no price.";

    private static ReportModel model(Plan plan) {
        return ReportModel.of(
                SampleComparisons.compare(plan), null, SampleComparisons.book(), "1.0", LocalDate.of(2026, 2, 3));
    }

    @Test
    void aDraftSaysSoOnEveryPage() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PdfReport.write(
                model(SampleComparisons.copilot().withSource(Plan.DRAFT, REASON)),
                out,
                Sheet.of(PaperSize.A4, Edition.WHOLE),
                Edition.WHOLE);
        try (PDDocument document = Loader.loadPDF(out.toByteArray())) {
            PDFTextStripper pages = new PDFTextStripper();
            for (int page = 1; page <= document.getNumberOfPages(); page++) {
                pages.setStartPage(page);
                pages.setEndPage(page);
                String text = pages.getText(document);
                assertTrue(text.contains("DRAFT"), "page " + page + ": " + text);
                assertEquals(page == 1, text.contains("This report is not final."), "page " + page);
            }
        }
    }

    @Test
    void theCsvBeginsWithIt() {
        String csv = CsvReport.table(model(SampleComparisons.copilot().withSource(Plan.DRAFT, REASON)))
                .csv();
        String first = csv.lines().skip(1).findFirst().orElseThrow();
        assertTrue(first.startsWith("draft,") && first.endsWith(REASON), first);
    }

    @Test
    void whatIsNoDraftDoesNotSaySo() {
        ReportModel model = model(SampleComparisons.copilot());
        assertFalse(HtmlReport.of(model, PaperSize.A4).html().contains("DRAFT"));
        assertFalse(CsvReport.table(model).csv().contains("\ndraft,"));
    }
}
