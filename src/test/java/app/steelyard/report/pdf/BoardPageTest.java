package app.steelyard.report.pdf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.steelyard.Fixtures;
import app.steelyard.Golden;
import app.steelyard.SampleComparisons;
import app.steelyard.VerdictCase;
import app.steelyard.app.plan.ContractNumber;
import app.steelyard.plan.Plan;
import app.steelyard.plan.PlanField;
import app.steelyard.plan.item.ContextItem;
import app.steelyard.plan.session.Outcome;
import app.steelyard.report.Edition;
import app.steelyard.report.Orientation;
import app.steelyard.report.PaperSize;
import app.steelyard.report.ReportModel;
import app.steelyard.report.Sheet;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class BoardPageTest {
    private static ReportModel model(Plan plan) {
        return ReportModel.of(SampleComparisons.compare(plan), null, SampleComparisons.book(), "1.0", Fixtures.DAY)
                .saying("0123456789abcdef", null);
    }

    private static String onePage(ReportModel model, PaperSize paper) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PdfReport.write(model, out, Sheet.of(paper, Edition.BOARD), Edition.BOARD);
        try (PDDocument document = Loader.loadPDF(out.toByteArray())) {
            assertEquals(1, document.getNumberOfPages());
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        }
    }

    @Test
    void thePageIsAsBefore() throws IOException {
        Golden.check(
                "report/board.html",
                HtmlReport.of(
                                model(SampleComparisons.copilot()),
                                Sheet.of(PaperSize.A4, Edition.BOARD),
                                Edition.BOARD,
                                0)
                        .html());
    }

    @ParameterizedTest
    @EnumSource(VerdictCase.class)
    void anyAnswerHasItsPage(VerdictCase of) throws IOException {
        ReportModel model = ReportModel.of(of.comparison(), null, of.prices(), "1.0", Fixtures.DAY);
        for (PaperSize paper : PaperSize.values()) {
            String text = onePage(model, paper);
            assertTrue(text.contains("What we ask you to approve") && text.contains("not approved"), text);
            assertTrue(text.contains("A forecast, not a quote."), text);
        }
    }

    @ParameterizedTest
    @EnumSource(PaperSize.class)
    void longNamesManyItemsAndLargeAmountsStayOnOnePage(PaperSize paper) throws IOException {
        Plan extreme = SampleComparisons.extreme();
        List<ContextItem> items = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            ContextItem item = extreme.items().get(i % extreme.items().size());
            items.add(new ContextItem(
                    "item-" + i,
                    item.name() + " " + i + ", und was sonst noch dazu gehört",
                    item.tokens(),
                    item.kind(),
                    item.scope(),
                    item.changesPerMonth(),
                    item.placement()));
        }
        Plan large = PlanField.REQUESTS_PER_MONTH
                .with(extreme.withItems(items), 1e11)
                .withSource(Plan.DRAFT, "The usage behind it does not hold against its bill. ".repeat(40));
        String text = onePage(model(large), paper);
        assertTrue(text.contains("DRAFT") && text.contains("name, date"), text);
        assertTrue(text.contains("Plan 0123 4567 · Steelyard 1.0"), text);
    }

    @Test
    void onLetterItLiesOnItsSideUnlessItIsToStand() throws IOException {
        ReportModel model = model(SampleComparisons.copilot());
        for (Orientation orientation : Orientation.values()) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            PdfReport.write(model, out, new Sheet(PaperSize.LETTER, orientation), Edition.BOARD);
            try (PDDocument document = Loader.loadPDF(out.toByteArray())) {
                PDRectangle page = document.getPage(0).getMediaBox();
                assertEquals(1, document.getNumberOfPages());
                assertEquals(orientation == Orientation.LANDSCAPE, page.getWidth() > page.getHeight());
            }
        }
        assertTrue(Sheet.of(PaperSize.LETTER, Edition.BOARD).wide());
        assertFalse(Sheet.of(PaperSize.LETTER, Edition.WHOLE).wide());
        assertFalse(Sheet.of(PaperSize.A4, Edition.BOARD).wide());
    }

    /** Pages are laid out to the width of the first: a wider one would have the text of all others cut. */
    @Test
    void allPagesAreOfOneWidth() {
        String html =
                HtmlReport.of(model(SampleComparisons.copilot()), PaperSize.A4).html();
        Matcher margins = Pattern.compile("margin: [\\d.]+mm ([\\d.]+)mm [\\d.]+mm ([\\d.]+)mm;")
                .matcher(html);
        assertTrue(margins.find());
        String all = margins.group(1) + " " + margins.group(2);
        assertTrue(margins.find());
        assertEquals(all, margins.group(1) + " " + margins.group(2));
    }

    @Test
    void theWholeReportBeginsWithIt() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ReportModel model = model(SampleComparisons.copilot());
        PdfReport.write(model, out, Sheet.of(PaperSize.A4, Edition.WHOLE), Edition.WHOLE);
        try (PDDocument document = Loader.loadPDF(out.toByteArray())) {
            PDFTextStripper first = new PDFTextStripper();
            first.setEndPage(1);
            String whole = first.getText(document).replaceAll("\\s+", " ");
            String alone = onePage(model, PaperSize.A4);
            assertEquals(alone.replaceAll("page 1 of 1 ?", ""), whole.replaceAll("page 1 of \\d+ ?", ""));
            assertTrue(document.getNumberOfPages() > 5);
        }
    }

    /** A page with agreed prices and taxes does not say that it is before them. */
    @ParameterizedTest
    @CsvSource({
        "0, 0, 'before taxes and discounts.', 'costs, taxes, negotiated discounts, price'",
        "0.1, 0, 'as agreed, before taxes.', 'costs, taxes, price'",
        "0, 0.19, 'with taxes, before discounts.', 'costs, negotiated discounts, price'",
        "0.1, 0.19, 'as agreed, with taxes.', 'costs, price'"
    })
    void whatIsAgreedIsNotCalledLeftOut(double off, double tax, String foot, String leftOut) throws IOException {
        Plan plan = SampleComparisons.copilot();
        if (off > 0) {
            plan = ContractNumber.OFF.with(plan, off);
        }
        String text = onePage(model(plan.withContract(plan.contract().withTax(tax == 0 ? null : tax))), PaperSize.A4);
        assertTrue(text.contains(foot), text);
        assertTrue(text.contains(leftOut), text);
    }

    @Test
    void whatFailuresCostIsNotCalledLeftOutWhereItCounts() {
        Plan plan = SampleComparisons.copilot();
        String quality = "Differences in the quality of answers, and what a wrong answer costs.";
        assertTrue(HtmlReport.of(model(plan), PaperSize.A4).html().contains(quality));
        Outcome stated = new Outcome(0.8, 0.8, 0.9, 0.7, 0.6, 4.0, null, null, null, 1);
        String counted =
                HtmlReport.of(model(plan.withOutcome(stated)), PaperSize.A4).html();
        assertFalse(counted.contains(quality));
        assertTrue(counted.contains("beyond the stated success rates"));
    }
}
