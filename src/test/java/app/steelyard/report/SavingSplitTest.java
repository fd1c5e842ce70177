package app.steelyard.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.steelyard.Fixtures;
import app.steelyard.Seeded;
import app.steelyard.chart.DataTable;
import app.steelyard.cost.Comparison;
import app.steelyard.cost.result.Architecture;
import app.steelyard.cost.result.CostPropertiesTest;
import app.steelyard.cost.result.Evaluation;
import app.steelyard.cost.result.Measure;
import app.steelyard.plan.Design;
import app.steelyard.plan.Inference;
import app.steelyard.plan.Plan;
import app.steelyard.plan.PriceRef;
import app.steelyard.plan.ServiceTier;
import app.steelyard.pricing.PriceBook;
import app.steelyard.pricing.profile.PriceBookLoader;
import app.steelyard.report.csv.CsvReport;
import app.steelyard.text.Money;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A saving against today is told apart: what the other model saves, and what the design does. */
class SavingSplitTest {
    private static final PriceBook BOOK = new PriceBook(PriceBookLoader.shipped(), List.of());
    private static final List<PriceRef> MODELS = List.of(
            PriceRef.parse("anthropic/claude-sonnet-5-5"),
            PriceRef.parse("openai/gpt-4.1"),
            PriceRef.parse("openai/gpt-4o-mini"),
            PriceRef.parse("google/gemini-2.5-flash"));

    private static Plan on(Plan plan, PriceRef base, PriceRef tuned) {
        return plan.withInference(new Inference(base, ServiceTier.STANDARD, Fixtures.DAY))
                .withTuning(plan.tuning().withModel(tuned));
    }

    private static Money rounded(Evaluation.Priced priced, Evaluation.Priced today, Measure measure) {
        return (Money) new RoundedMoney(priced).of(measure, new RoundedMoney(today));
    }

    @Test
    void thePartsFootForAnyPlan() {
        Seeded.forAll(1000, draw -> {
            PriceRef base = draw.oneOf(MODELS.toArray(PriceRef[]::new));
            PriceRef tuned = draw.oneOf(MODELS.toArray(PriceRef[]::new));
            Plan plan = on(CostPropertiesTest.anyPlan(draw), base, tuned);
            Comparison comparison = Comparison.of(plan, BOOK);
            if (!(comparison.baseline() instanceof Evaluation.Priced today)) {
                return;
            }
            Map<PriceRef, Evaluation> todayOn = MODELS.stream()
                    .collect(Collectors.toMap(
                            m -> m, m -> Comparison.of(on(plan, m, m), BOOK).baseline()));
            for (Evaluation.Priced e : comparison.priced()) {
                PriceRef model = e.architecture().model(plan);
                boolean same = model.equals(today.architecture().model(plan));
                if (!(todayOn.get(model) instanceof Evaluation.Priced between)) {
                    assertTrue(Double.isNaN(Measure.SAVED_BY_MODEL.of(e)));
                    continue;
                }
                double byModel =
                        same ? 0 : today.measures().tco() - between.measures().tco();
                double least = 1e-9 * today.measures().tco() + 1e-9;
                assertEquals(byModel, Measure.SAVED_BY_MODEL.of(e), least);
                assertEquals(Measure.SAVING.of(e), Measure.SAVED_BY_MODEL.of(e) + Measure.SAVED_BY_DESIGN.of(e), least);
                assertEquals(
                        rounded(e, today, Measure.SAVING).digits(),
                        rounded(e, today, Measure.SAVED_BY_MODEL)
                                .plus(rounded(e, today, Measure.SAVED_BY_DESIGN))
                                .digits());
            }
        });
    }

    @Test
    void theModelStandsInTheNameOfADesignThatRunsOnAnother() {
        Plan plan = on(Fixtures.plan(20_000, 100_000), MODELS.get(0), MODELS.get(3));
        List<String> names =
                Architecture.of(plan, BOOK).stream().map(Architecture::name).toList();
        assertEquals(
                List.of(
                        "Uncached",
                        "Prompt caching",
                        "Retrieval",
                        "Fine-tuning on Gemini 2.5 Flash",
                        "Prompt caching on Gemini 2.5 Flash"),
                names);
        List<String> alike = Architecture.of(on(plan, MODELS.get(3), MODELS.get(3)), BOOK).stream()
                .map(Architecture::name)
                .toList();
        assertEquals(List.of("Uncached", "Prompt caching", "Retrieval", "Fine-tuning"), alike);
    }

    /** Its prices are those of a plan on that model; by today's design alone it is cheaper, too. */
    @Test
    void promptCachingOnTheOtherModelIsARival() {
        Plan plan = on(Fixtures.plan(20_000, 100_000), MODELS.get(0), MODELS.get(3));
        Comparison comparison = Comparison.of(plan, BOOK);
        Evaluation.Priced rival = comparison.priced().stream()
                .filter(e -> e.architecture().own() != null)
                .findFirst()
                .orElseThrow();
        Evaluation.Priced there = Comparison.of(on(plan, MODELS.get(3), MODELS.get(3)), BOOK)
                .priced(Design.PROMPT_CACHING)
                .orElseThrow();
        assertEquals(there.measures().tco(), rival.measures().tco(), 1e-6);
        assertTrue(comparison.models());
        assertTrue(rival.measures().savedByModel() > rival.measures().savedByDesign());
        assertEquals(
                Optional.of(rival),
                comparison.priced(Architecture.of(plan, BOOK).getLast()));
        assertFalse(comparison.priced(Design.PROMPT_CACHING).equals(Optional.of(rival)));
    }

    /** A model that nobody lists has no price, and that is said. */
    @Test
    void aRivalWithoutAPriceSaysWhy() {
        Plan plan = on(Fixtures.plan(20_000, 100_000), MODELS.get(0), PriceRef.parse("nobody/nothing"));
        List<Evaluation.Unpriced> unpriced = Comparison.of(plan, BOOK).unpriced();
        Evaluation.Unpriced rival = unpriced.getLast();
        assertEquals("Prompt caching on nobody/nothing", rival.architecture().name());
        assertTrue(
                rival.reasons().get(0).contains("nobody/nothing"),
                rival.reasons().get(0));
    }

    @Test
    void everyRowOfACsvFoots() {
        Plan plan = on(Fixtures.plan(20_000, 123_457), MODELS.get(0), MODELS.get(3));
        ReportModel model = ReportModel.of(Comparison.of(plan, BOOK), BOOK, "1", Fixtures.DAY);
        Map<String, Map<String, BigDecimal>> totals = CsvReport.table(model).rows().stream()
                .filter(r ->
                        text(r.get(0)).equals("measure") && !text(r.get(14)).isEmpty())
                .filter(r ->
                        List.of("SAVING", "SAVED_BY_MODEL", "SAVED_BY_DESIGN").contains(text(r.get(8))))
                .collect(Collectors.groupingBy(
                        r -> text(r.get(1)),
                        Collectors.toMap(r -> text(r.get(8)), r -> new BigDecimal(text(r.get(14))))));
        assertEquals(4, totals.size());
        totals.forEach((name, of) -> assertEquals(
                0, of.get("SAVING").compareTo(of.get("SAVED_BY_MODEL").add(of.get("SAVED_BY_DESIGN"))), name));
    }

    private static String text(DataTable.Cell cell) {
        return cell instanceof DataTable.Figure figure ? figure.value().toPlainString() : cell.shown();
    }
}
