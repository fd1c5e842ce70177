package app.steelyard.cli.cost;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.steelyard.Fixtures;
import app.steelyard.Seeded;
import app.steelyard.Seeded.Draw;
import app.steelyard.chart.DataTable;
import app.steelyard.cost.Comparison;
import app.steelyard.cost.result.CostPropertiesTest;
import app.steelyard.plan.Inference;
import app.steelyard.plan.ModelNumber.StatedModel;
import app.steelyard.plan.Plan;
import app.steelyard.plan.PlanField;
import app.steelyard.plan.PriceRef;
import app.steelyard.plan.ServiceTier;
import app.steelyard.plan.session.Outcome;
import app.steelyard.pricing.PriceBook;
import app.steelyard.pricing.profile.PriceBookLoader;
import app.steelyard.report.Edition;
import app.steelyard.report.PaperSize;
import app.steelyard.report.ReportModel;
import app.steelyard.report.Sheet;
import app.steelyard.report.csv.CsvReport;
import app.steelyard.report.pdf.PdfReport;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What of a saving is the other model's and what the design's foots as it is printed, in every output. */
class SplitEverywhereTest {
    private static final PriceBook BOOK = new PriceBook(PriceBookLoader.shipped(), List.of());
    private static final PriceRef[] MODELS = {
        PriceRef.parse("anthropic/claude-sonnet-5-5"),
        PriceRef.parse("openai/gpt-4.1"),
        PriceRef.parse("google/gemini-2.5-flash")
    };
    private static final Pattern GAP = Pattern.compile("\\s{2,}");
    private static final Pattern THREE = Pattern.compile(
            "^(\\D.*?) (−?[\\d,]+\\.\\d\\d) (−?[\\d,]+\\.\\d\\d) (−?[\\d,]+\\.\\d\\d)$", Pattern.MULTILINE);

    /** Of some it is known how many tokens their models make. */
    private static Plan any(Draw draw) {
        PriceRef base = draw.oneOf(MODELS);
        Plan plan = CostPropertiesTest.anyPlan(draw);
        plan = plan.withInference(new Inference(base, ServiceTier.STANDARD, Fixtures.DAY))
                .withTuning(plan.tuning().withModel(draw.oneOf(MODELS)));
        return draw.maybe()
                ? plan
                : plan.withModels(List.of(
                        new StatedModel(draw.oneOf(MODELS), null, null, null, null, null, null, draw.between(0.5, 2))));
    }

    private static BigDecimal amount(String digits) {
        return new BigDecimal(digits.replace(",", "").replace('−', '-'));
    }

    private static void foots(BigDecimal saving, BigDecimal model, BigDecimal design) {
        assertEquals(0, saving.compareTo(model.add(design)), saving + " = " + model + " + " + design);
    }

    @Test
    void inText() {
        AtomicInteger seen = new AtomicInteger();
        Seeded.forAll(200, draw -> {
            Comparison comparison = Comparison.of(any(draw), BOOK);
            String text = CostText.of(comparison, List.of(), Optional.empty());
            List<String[]> rows = new ArrayList<>();
            for (String name : List.of("Saving over ", "  by the other model", "  by this design")) {
                text.lines()
                        .filter(l -> l.startsWith(name) || l.startsWith("  " + name))
                        .findFirst()
                        .ifPresent(l -> rows.add(cells(l)));
            }
            for (int i = 1; rows.size() == 3 && i < rows.get(0).length; i++) {
                if (rows.get(0)[i].matches(".*\\d.*") && rows.get(1)[i].matches(".*\\d.*")) {
                    foots(amount(rows.get(0)[i]), amount(rows.get(1)[i]), amount(rows.get(2)[i]));
                    seen.incrementAndGet();
                }
            }
        });
        assertTrue(seen.get() > 100, seen + " rows");
    }

    /** The parts of one saving stand under the way that it is parted, where there are two. */
    @Test
    void twoWaysToPartASavingAreToldAsSuch() {
        Plan plan = PlanField.DATASET_TOKENS.with(Fixtures.plan(20_000, 100_000), 5e6);
        plan = plan.withInference(new Inference(MODELS[0], ServiceTier.STANDARD, Fixtures.DAY))
                .withOutcome(new Outcome(0.8, 0.8, 0.95, 0.8, 0.9, 0.01, null, null, null, 1));
        plan = PlanField.HORIZON_MONTHS.with(plan, 12);
        Plan both = plan.withTuning(plan.tuning().withModel(MODELS[2]));
        List<String> rows = List.of(
                "Saving in the first 12 months",
                "Saving over 12 months",
                "  as model and design:",
                "    by the other model",
                "    by this design",
                "  the same, as bill and failures:",
                "    on the bill",
                "    on failures");
        assertEquals(rows, parts(both));
        assertEquals(rows, parts(plan.withTuning(plan.tuning().withModel(MODELS[0]))));
        Plan free = both.withOutcome(Outcome.UNKNOWN);
        assertEquals(
                List.of(
                        "Saving in the first 12 months",
                        "Saving over 12 months",
                        "  by the other model",
                        "  by this design"),
                parts(free));
    }

    /** The names of the rows from the first saving of many months on to the net present value. */
    private static List<String> parts(Plan plan) {
        return CostText.of(Comparison.of(plan, BOOK), List.of(), Optional.empty())
                .lines()
                .dropWhile(l -> !l.startsWith("Saving over") && !l.startsWith("Saving in the first 12"))
                .takeWhile(l -> !l.startsWith("Net present value"))
                .map(l -> l.replaceAll("(?<=\\S)\\s{2,}.*", ""))
                .toList();
    }

    private static String[] cells(String line) {
        return GAP.splitAsStream(line.strip()).toArray(String[]::new);
    }

    @Test
    void inJson() {
        AtomicInteger seen = new AtomicInteger();
        Seeded.forAll(200, draw -> {
            Comparison comparison = Comparison.of(any(draw), BOOK);
            JsonNode root = new JsonMapper().readTree(CostJson.of(comparison, List.of(), Optional.empty()));
            for (JsonNode node : root.findParents("savedByModel")) {
                double saving = node.get("saving").asDouble();
                double parts = node.get("savedByModel").asDouble()
                        + node.get("savedByDesign").asDouble();
                assertEquals(saving, parts, 1e-6 + 1e-9 * Math.abs(saving));
                seen.incrementAndGet();
            }
        });
        assertTrue(seen.get() > 100, seen + " designs");
    }

    @Test
    void inTheReportsRows() {
        AtomicInteger seen = new AtomicInteger();
        Seeded.forAll(30, draw -> {
            ReportModel model = ReportModel.of(Comparison.of(any(draw), BOOK), BOOK, "1", Fixtures.DAY);
            Map<String, Map<String, BigDecimal>> byDesign = new HashMap<>();
            for (List<DataTable.Cell> row : CsvReport.table(model).rows()) {
                String measure = row.get(8).shown();
                if (row.get(0).shown().equals("measure")
                        && row.get(14) instanceof DataTable.Figure figure
                        && List.of("SAVING", "SAVED_BY_MODEL", "SAVED_BY_DESIGN")
                                .contains(measure)) {
                    byDesign.computeIfAbsent(row.get(1).shown(), d -> new HashMap<>())
                            .put(measure, figure.value());
                }
            }
            byDesign.values().stream().filter(m -> m.size() == 3).forEach(m -> {
                foots(m.get("SAVING"), m.get("SAVED_BY_MODEL"), m.get("SAVED_BY_DESIGN"));
                seen.incrementAndGet();
            });
        });
        assertTrue(seen.get() > 20, seen + " designs");
    }

    @Test
    void onPaper() throws IOException {
        AtomicInteger seen = new AtomicInteger();
        for (int i = 0; i < 2; i++) {
            Plan plan = Fixtures.plan(20_000, 123_457 + 1_111 * i)
                    .withInference(new Inference(MODELS[i], ServiceTier.STANDARD, Fixtures.DAY));
            plan = plan.withTuning(plan.tuning().withModel(MODELS[2]));
            ReportModel model = ReportModel.of(Comparison.of(plan, BOOK), BOOK, "1", Fixtures.DAY);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            PdfReport.write(model, out, Sheet.of(PaperSize.A4, Edition.WHOLE), Edition.WHOLE);
            try (PDDocument document = Loader.loadPDF(out.toByteArray())) {
                String text = new PDFTextStripper().getText(document);
                List<String> names = model.comparison().priced().stream()
                        .map(e -> e.architecture().name())
                        .toList();
                int caption = text.indexOf("What the saving is made of");
                Matcher rows = THREE.matcher(text.substring(Math.max(0, caption)));
                while (rows.find() && names.contains(rows.group(1))) {
                    foots(amount(rows.group(2)), amount(rows.group(3)), amount(rows.group(4)));
                    seen.incrementAndGet();
                }
            }
        }
        assertTrue(seen.get() > 4, seen + " rows");
    }
}
