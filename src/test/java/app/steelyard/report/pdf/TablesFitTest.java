package app.steelyard.report.pdf;

import static app.steelyard.Fixtures.item;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.steelyard.Fixtures;
import app.steelyard.SampleComparisons;
import app.steelyard.cost.Comparison;
import app.steelyard.plan.Inference;
import app.steelyard.plan.Plan;
import app.steelyard.plan.PlanField;
import app.steelyard.plan.PriceRef;
import app.steelyard.plan.ServiceTier;
import app.steelyard.plan.item.Kind;
import app.steelyard.plan.item.Scope;
import app.steelyard.plan.session.Outcome;
import app.steelyard.pricing.PriceBook;
import app.steelyard.pricing.profile.PriceBookLoader;
import app.steelyard.report.Edition;
import app.steelyard.report.PaperSize;
import app.steelyard.report.ReportModel;
import app.steelyard.report.Sheet;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** No table of a report runs over the paper, prints one cell over another, or breaks words into letters. */
class TablesFitTest {
    private static final PriceBook BOOK = new PriceBook(PriceBookLoader.shipped(), List.of());
    private static final double SIDE_MM = 21;

    /** Seven designs, two of them on a model with a long name, their successes and amounts of hundreds of millions. */
    private static Plan large() {
        PriceRef base = PriceRef.parse("openai/gpt-4.1");
        Plan plan = Fixtures.plan(0, 2e9)
                .withItems(List.of(
                        item("documents", 30_000, Kind.INFORMATION, Scope.TENANT, 4),
                        item("tone", 3_000, Kind.BEHAVIOUR, Scope.SHARED, 0),
                        item("question", 400, Kind.INFORMATION, Scope.REQUEST, 0)));
        plan = plan.withInference(new Inference(base, ServiceTier.STANDARD, Fixtures.DAY))
                .withTuning(plan.tuning().withModel(PriceRef.parse("google/gemini-2.5-flash-lite")))
                .withRetrieval(SampleComparisons.copilot().retrieval())
                .withOutcome(new Outcome(0.8, 0.8, 0.95, 0.8, 0.9, 0.01, null, null, null, 1));
        plan = PlanField.DATASET_TOKENS.with(plan, 5e6);
        return PlanField.OUTPUT_TOKENS.with(plan, 500);
    }

    @ParameterizedTest
    @EnumSource(PaperSize.class)
    void ofManyDearDesignsWithSuccesses(PaperSize paper) throws IOException {
        ReportModel model = ReportModel.of(Comparison.of(large(), BOOK), BOOK, "1", Fixtures.DAY);
        assertTrue(model.ledgers().stream().anyMatch(l -> l.name().equals("Hybrid on Gemini 2.5 Flash-Lite")));
        assertTrue(model.ledgers().stream().anyMatch(l -> l.total().value() > 1e9));
        check(model, paper);
    }

    @ParameterizedTest
    @EnumSource(PaperSize.class)
    void ofAnyNames(PaperSize paper) throws IOException {
        check(
                ReportModel.of(
                        SampleComparisons.compare(SampleComparisons.extreme()),
                        null,
                        SampleComparisons.book(),
                        "1",
                        Fixtures.DAY),
                paper);
    }

    private static void check(ReportModel model, PaperSize paper) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PdfReport.write(model, out, Sheet.of(paper, Edition.WHOLE), Edition.WHOLE);
        try (PDDocument document = Loader.loadPDF(out.toByteArray())) {
            Glyphs glyphs = new Glyphs();
            String text = glyphs.getText(document);
            assertEquals(
                    List.of(),
                    text.lines().filter(l -> l.strip().matches("\\p{L}")).toList(),
                    "words are not broken into letters");
            assertTrue(text.lines().anyMatch(l -> l.startsWith("Architecture")), text);
            assertEquals(List.of(), glyphs.beyond(paper), "nothing stands in the margin");
            assertEquals(List.of(), glyphs.over(), "nothing stands on another");
        }
    }

    /** Where every letter stands. */
    private static final class Glyphs extends PDFTextStripper {
        private final Map<Integer, List<TextPosition>> pages = new TreeMap<>();

        @Override
        protected void processTextPosition(TextPosition text) {
            pages.computeIfAbsent(getCurrentPageNo(), p -> new ArrayList<>()).add(text);
            super.processTextPosition(text);
        }

        List<String> beyond(PaperSize paper) {
            double most = (paper.shortMm() - SIDE_MM) * 72 / 25.4 + 0.5;
            return pages.entrySet().stream()
                    .flatMap(p -> p.getValue().stream()
                            .filter(t -> end(t) > most && !t.getUnicode().isBlank())
                            .map(t -> "page " + p.getKey() + ": " + t.getUnicode()))
                    .toList();
        }

        List<String> over() {
            List<String> over = new ArrayList<>();
            pages.forEach((page, glyphs) -> {
                List<TextPosition> sorted = glyphs.stream()
                        .filter(t -> !t.getUnicode().isBlank())
                        .sorted(Comparator.<TextPosition>comparingLong(t -> Math.round(t.getYDirAdj()))
                                .thenComparingDouble(TextPosition::getXDirAdj))
                        .toList();
                for (int i = 1; i < sorted.size(); i++) {
                    TextPosition before = sorted.get(i - 1);
                    TextPosition glyph = sorted.get(i);
                    if (Math.round(before.getYDirAdj()) == Math.round(glyph.getYDirAdj())
                            && end(before) > glyph.getXDirAdj() + 1
                            && !twice(before, glyph)) {
                        over.add("page " + page + ": " + before.getUnicode() + " under " + glyph.getUnicode() + " at "
                                + Math.round(glyph.getYDirAdj()));
                    }
                }
            });
            return over;
        }

        /** The head of a table that goes on on the next page can be printed twice on one place. */
        private static boolean twice(TextPosition one, TextPosition other) {
            return one.getUnicode().equals(other.getUnicode()) && Math.abs(one.getXDirAdj() - other.getXDirAdj()) < 0.1;
        }

        private static double end(TextPosition text) {
            return text.getXDirAdj() + text.getWidthDirAdj();
        }
    }
}
