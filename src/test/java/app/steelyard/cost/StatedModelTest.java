package app.steelyard.cost;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.steelyard.cost.column.Columns;
import app.steelyard.cost.engine.Batch;
import app.steelyard.cost.engine.Sums;
import app.steelyard.cost.engine.Trial;
import app.steelyard.cost.explain.Derivations;
import app.steelyard.cost.result.Architecture;
import app.steelyard.cost.result.Evaluation;
import app.steelyard.cost.result.Line;
import app.steelyard.cost.result.LineKind;
import app.steelyard.plan.Design;
import app.steelyard.plan.ModelNumber;
import app.steelyard.plan.ModelNumber.Kind;
import app.steelyard.plan.ModelNumber.StatedModel;
import app.steelyard.plan.Plan;
import app.steelyard.plan.PlanField;
import app.steelyard.plan.PriceRef;
import app.steelyard.plan.Scenario;
import app.steelyard.pricing.PriceBook;
import app.steelyard.pricing.profile.PriceBookLoader;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is known of one model goes before what is said of all, by hand. */
class StatedModelTest {
    private static final PriceRef BASE = PriceRef.parse("test/base");
    private static final PriceRef LARGE = PriceRef.parse("openai/gpt-4.1");
    private static final PriceRef MINI = PriceRef.parse("openai/gpt-4.1-mini");

    @TempDir
    private static Path none;

    private static Plan state(Plan plan, PriceRef model, Kind kind, double value) {
        Plan with = plan.stated(model).isPresent() ? plan : plan.withModels(List.of(new StatedModel(model)));
        return new ModelNumber(model, kind).with(with, value);
    }

    private static PriceBook shipped() {
        return PriceBookLoader.load(none).book();
    }

    /** The classifier on the large model, of which the small one could be tuned. */
    private static Plan twoModels() {
        Plan plan = OutcomeTest.classifier();
        plan = plan.withInference(plan.inference().withModel(LARGE))
                .withTuning(plan.tuning().withModel(MINI));
        plan = PlanField.FAILURE_COST.with(plan, 4);
        return PlanField.SUCCESS_TUNED.with(PlanField.SUCCESS_PROMPTED.with(plan, 0.9), 0.85);
    }

    private static Evaluation.Priced rival(Plan plan) {
        return Comparison.of(plan, shipped()).priced().stream()
                .filter(e -> MINI.equals(e.architecture().own()))
                .findFirst()
                .orElseThrow();
    }

    private static double quantity(Evaluation.Priced evaluation, LineKind kind) {
        return evaluation.statement().stream()
                .filter(l -> l.kind() == kind)
                .mapToDouble(Line::quantity)
                .sum();
    }

    @Test
    void aModelMakesMoreTokensOfATextAndThinks() {
        Plan plan = state(OutcomeTest.classifier(), BASE, Kind.TOKEN_FACTOR, 1.1);
        Evaluation.Priced longer = today(plan);
        // 120,000 × (2,500 × $2 + 100 × $10) a million, all of it a tenth more.
        assertEquals(792, longer.measures().firstMonth(), 1e-6);
        Evaluation.Priced thinks =
                today(state(state(plan, BASE, Kind.OUTPUT_TOKENS, 50), BASE, Kind.REASONING_TOKENS, 30));
        assertEquals(660 + 96, thinks.measures().firstMonth(), 1e-6);
        String derived = Derivations.line(
                        Comparison.of(plan, OutcomeTest.prices()),
                        longer,
                        longer.statement().get(0))
                .toString();
        assertTrue(derived.contains("test/base: tokens of the same text"), derived);
    }

    private static Evaluation.Priced today(Plan plan) {
        return Comparison.of(plan, OutcomeTest.prices()).priced(Design.UNCACHED).orElseThrow();
    }

    @Test
    void theRivalOnAnotherModelHasWhatIsKnownOfThatModel() {
        Plan plan = twoModels();
        assertTrue(Comparison.of(plan, shipped()).unpriced().stream()
                .anyMatch(e -> MINI.equals(e.architecture().own())));
        Plan known = state(state(plan, MINI, Kind.PROMPTED, 0.8), MINI, Kind.OUTPUT_TOKENS, 300);
        assertEquals(0.2 * 120_000, quantity(rival(known), LineKind.FAILURE), 1e-6);
        assertEquals(300.0 * 120_000, quantity(rival(known), LineKind.OUTPUT), 1e-3);
        // It goes before what is said of all other models; the base stays as it is.
        Plan both = PlanField.SUCCESS_ELSEWHERE.with(known, 0.5);
        assertEquals(0.2 * 120_000, quantity(rival(both), LineKind.FAILURE), 1e-6);
        Evaluation.Priced base =
                Comparison.of(both, shipped()).priced(Design.PROMPT_CACHING).orElseThrow();
        assertEquals(0.1 * 120_000, quantity(base, LineKind.FAILURE), 1e-6);
        assertEquals(100.0 * 120_000, quantity(base, LineKind.OUTPUT), 1e-3);
    }

    /** A tuned model answers as long as it does untuned, unless that is said of it tuned. */
    @Test
    void theTunedModelAnswersAsLongAsItIsKnownTo() {
        Plan plan = state(twoModels(), MINI, Kind.OUTPUT_TOKENS, 300);
        assertEquals(300.0 * 120_000, quantity(tuned(plan), LineKind.OUTPUT), 1e-3);
        assertEquals(
                40.0 * 120_000, quantity(tuned(PlanField.TUNED_OUTPUT_TOKENS.with(plan, 40)), LineKind.OUTPUT), 1e-3);
    }

    private static Evaluation.Priced tuned(Plan plan) {
        return Comparison.of(plan, shipped()).priced(Design.FINE_TUNING).orElseThrow();
    }

    @Test
    void aScenarioOnAnotherModelHasWhatIsKnownOfIt() {
        Plan plan = state(state(twoModels(), MINI, Kind.PROMPTED, 0.8), MINI, Kind.TOKEN_FACTOR, 1.2);
        Plan there = new Scenario("Small", new Scenario.Models(MINI, null), List.of()).apply(plan);
        Evaluation.Priced today =
                Comparison.of(there, shipped()).priced(Design.UNCACHED).orElseThrow();
        assertEquals(0.2 * 120_000, quantity(today, LineKind.FAILURE), 1e-6);
        assertEquals(1.2 * 2_500 * 120_000, quantity(today, LineKind.PLAIN_INPUT), 1e-3);
        // Nothing is known of yet another.
        Plan nano = new Scenario(
                        "Smallest", new Scenario.Models(PriceRef.parse("openai/gpt-4.1-nano"), null), List.of())
                .apply(plan);
        assertFalse(Comparison.of(nano, shipped()).basis().perSuccess());
    }

    @Test
    void theTableOfOtherModelsTellsIt() {
        Plan plan = state(twoModels(), MINI, Kind.PROMPTED, 0.8);
        List<OnModel> all = OnModel.all(plan, shipped());
        assertEquals(0.8, on(all, MINI).success().orElseThrow());
        assertEquals(0.9, on(all, LARGE).success().orElseThrow());
        // By prices alone, so that what failures cost is in none of them.
        Evaluation.Priced small = (Evaluation.Priced) on(all, MINI).today();
        assertEquals(0, quantity(small, LineKind.FAILURE));
        Plan more = state(plan, MINI, Kind.TOKEN_FACTOR, 1.5);
        Evaluation.Priced longer =
                (Evaluation.Priced) on(OnModel.all(more, shipped()), MINI).today();
        assertEquals(1.5 * small.tco().value(), longer.tco().value(), 1e-6);
    }

    private static OnModel on(List<OnModel> all, PriceRef model) {
        return all.stream()
                .filter(o -> o.model().ref().equals(model))
                .findFirst()
                .orElseThrow();
    }

    /** A placement on a model of which success is known is counted by it, of another it is left out. */
    @Test
    void aPlacementOnAnotherModelIsCountedWhereItsSuccessIsKnown() {
        Plan plan = twoModels();
        PriceBook book = shipped();
        List<app.steelyard.plan.item.Placement> plain = Design.UNCACHED.placementsOf(plan.items());
        assertFalse(Trial.best(plan, MINI, plain, book).evaluate(plan) instanceof Evaluation.Priced);
        Plan known = state(plan, MINI, Kind.PROMPTED, 0.8);
        Evaluation.Priced there =
                (Evaluation.Priced) Trial.best(known, MINI, plain, book).evaluate(known);
        assertEquals(0.8, there.measures().successRate(), 1e-12);
    }

    /** In doubt, it is weighed row by row. */
    @Test
    void itIsARowOfTrials() {
        Plan plan = state(state(twoModels(), MINI, Kind.PROMPTED, 0.8), MINI, Kind.OUTPUT_TOKENS, 300);
        PriceBook book = shipped();
        Batch batch = Batch.of(plan, book);
        Columns in = batch.columns(2);
        ModelNumber success = new ModelNumber(MINI, Kind.PROMPTED);
        in.vary(success)[1] = 0.6;
        Sums sums = Sums.of(batch, in);
        batch.worker().evaluate(in, 0, 2, sums);
        for (int row = 0; row < 2; row++) {
            int at = row;
            Plan alone = in.plan(row);
            for (Evaluation.Priced e : Comparison.of(alone, book).priced()) {
                int a = batch.architectures().indexOf(e.architecture());
                assertEquals(
                        e.measures().tco(),
                        sums.total()[a][row],
                        1e-6,
                        () -> e.architecture().name() + " " + at);
            }
        }
        Architecture rival = rival(plan).architecture();
        int a = batch.architectures().indexOf(rival);
        assertEquals(12 * 0.2 * 120_000 * 4, sums.total()[a][1] - sums.total()[a][0], 1e-3);
    }
}
