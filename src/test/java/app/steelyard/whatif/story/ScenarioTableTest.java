package app.steelyard.whatif.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.steelyard.SampleComparisons;
import app.steelyard.cost.Comparison;
import app.steelyard.cost.result.Architecture;
import app.steelyard.cost.result.LineKind;
import app.steelyard.cost.result.Measure;
import app.steelyard.document.Samples;
import app.steelyard.plan.Plan;
import app.steelyard.plan.PlanField;
import app.steelyard.plan.PriceRef;
import app.steelyard.plan.Scenario;
import app.steelyard.plan.WhatIf;
import app.steelyard.plan.session.Outcome;
import app.steelyard.pricing.PriceBook;
import app.steelyard.pricing.profile.PriceBookLoader;
import app.steelyard.text.Footing;
import app.steelyard.whatif.Result;
import app.steelyard.whatif.Subject;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ScenarioTableTest {
    private static final Plan PLAN = SampleComparisons.copilot()
            .withWhatIf(new WhatIf(
                    List.of(),
                    List.of(),
                    List.of(
                            new Scenario(
                                    "Busy",
                                    List.of(
                                            new Scenario.Value("items.rates.tokens", 3000),
                                            new Scenario.Value("traffic.requestsPerMonth", 4_000_000))),
                            new Scenario("Quiet", List.of(new Scenario.Value("traffic.requestsPerMonth", 3000))))));
    private final ScenarioTable table = ScenarioTable.of(PLAN, SampleComparisons.book());

    @Test
    void showsWhatEachReplaces() {
        assertEquals(
                List.of("Banking copilot", "Busy", "Quiet"),
                table.columns().stream().map(ScenarioTable.Column::name).toList());
        ScenarioTable.Overridden tokens = table.numbers().get(0);
        assertEquals("items.rates.tokens", tokens.number().path());
        assertEquals(List.of(1500.0, 3000.0, 1500.0), tokens.values());
        assertTrue(tokens.differs(1));
        assertFalse(tokens.differs(2));
        ScenarioTable.Overridden requests = table.numbers().get(1);
        assertEquals(PlanField.REQUESTS_PER_MONTH, requests.number());
        assertTrue(requests.differs(2));
    }

    @Test
    void eachColumnIsAPlanWeighed() {
        for (int column = 0; column < 3; column++) {
            double cheapest = table.cheapest(column).orElseThrow().measures().tco();
            assertEquals(cheapest, table.value(column, Result.of(Measure.TCO)), 0);
            // All but fine-tuning, which cannot do the job here.
            for (Subject subject : List.of(
                    Subject.TODAY, Subject.UNCACHED, Subject.PROMPT_CACHING, Subject.RETRIEVAL, Subject.HYBRID)) {
                double cost = table.value(column, new Result(Measure.TCO, subject));
                assertTrue(cost >= cheapest, subject + " " + cost);
            }
        }
        assertTrue(table.value(2, Result.of(Measure.TCO)) < table.value(1, Result.of(Measure.TCO)));
    }

    @Test
    void differencesFootToTheCent() {
        List<Subject> subjects = List.of(Subject.CHEAPEST, Subject.UNCACHED, Subject.HYBRID, Subject.RETRIEVAL);
        for (Subject subject : subjects) {
            for (int decimals : new int[] {0, 2}) {
                ScenarioTable.Difference shown =
                        table.difference(0, 1, subject).orElseThrow().rounded(decimals);
                double scale = Math.pow(10, decimals);
                long from = 0;
                long to = 0;
                long difference = 0;
                for (ScenarioTable.Difference.Row row : shown.rows()) {
                    from += Math.round(row.from() * scale);
                    to += Math.round(row.to() * scale);
                    difference += Math.round(row.difference() * scale);
                }
                assertEquals(Math.round(shown.totalFrom() * scale), from);
                assertEquals(Math.round(shown.totalTo() * scale), to);
                assertEquals(Math.round(shown.difference() * scale), difference);
                double exact = table.value(0, new Result(Measure.TCO, subject));
                assertEquals(Footing.round(new double[] {exact}, decimals)[0], shown.totalFrom(), 0);
            }
        }
    }

    /** Between two designs most lines stand on one side alone. */
    @Test
    void aLineOfOneSideCountsAsNothingOnTheOther() {
        var comparison = table.columns().get(0).comparison();
        ScenarioTable.Difference difference = ScenarioTable.Difference.of(
                Subject.UNCACHED.in(comparison).orElseThrow(),
                Subject.HYBRID.in(comparison).orElseThrow());
        ScenarioTable.Difference.Row training = difference.rows().stream()
                .filter(r -> r.kind() == LineKind.TRAINING)
                .findFirst()
                .orElseThrow();
        assertEquals(0, training.from());
        assertTrue(training.to() > 0);
        assertEquals(
                difference.totalTo() - difference.totalFrom(),
                difference.rows().stream()
                        .mapToDouble(ScenarioTable.Difference.Row::difference)
                        .sum(),
                1e-6);
    }

    private static final PriceBook BOOK = new PriceBook(PriceBookLoader.shipped(), List.of());
    private static final PriceRef MINI = PriceRef.parse("openai/gpt-4.1-mini");

    private static ScenarioTable on(Plan plan, Scenario.Models models) {
        return ScenarioTable.of(
                plan.withWhatIf(WhatIf.NOTHING.withScenarios(List.of(new Scenario("Other", models, List.of())))), BOOK);
    }

    @Test
    void anotherBaseIsThePlanOnThatModelByName() {
        Plan plan = Samples.plan("banking-copilot").orElseThrow();
        ScenarioTable other = on(plan, new Scenario.Models(MINI, null));
        Plan changed = other.columns().get(1).plan();
        assertEquals(MINI, changed.inference().model());
        assertEquals(plan.tuning().model(), changed.tuning().model());
        Comparison alone = Comparison.of(plan.withInference(plan.inference().withModel(MINI)), BOOK);
        assertEquals(alone.cheapest().orElseThrow().measures().tco(), other.value(1, Result.of(Measure.TCO)), 0);
        assertEquals("GPT-4.1 mini", other.columns().get(1).on());
        assertTrue(other.cheapestName(1).orElseThrow().endsWith("on GPT-4.1 mini"), other.cheapestName(1)::orElseThrow);
        assertFalse(other.cheapestName(0).orElseThrow().contains("GPT"));
        ScenarioTable.OtherModel base = other.models().get(0);
        assertEquals(Scenario.Models.Role.BASE, base.role());
        assertTrue(base.differs(1));
        assertFalse(base.differs(0));
        assertEquals(1, other.models().size());
    }

    @Test
    void designsThatOnlyOneColumnHasStandBehindTheOthers() {
        Plan extractor = Samples.plan("clinical-extractor").orElseThrow();
        PriceRef tuned = Objects.requireNonNull(extractor.tuning().model());
        ScenarioTable same = on(extractor, new Scenario.Models(tuned, null));
        List<Architecture> planned = same.architectures();
        assertTrue(planned.stream().anyMatch(a -> a.own() != null));
        Architecture rival =
                planned.stream().filter(a -> a.own() != null).findFirst().orElseThrow();
        assertTrue(same.evaluation(0, rival).isPresent());
        assertTrue(same.evaluation(1, rival).isEmpty(), "the tuned model is the base there");
        assertEquals(planned.size(), Set.copyOf(planned).size());
    }

    @Test
    void successOfOneModelIsNotTakenForAnothers() {
        PriceRef base = PLAN.inference().model();
        Outcome known = new Outcome(0.8, 0.7, 0.9, 0.85, 0.6, 4.0, null, null, null, 1);
        Plan plan = PLAN.withOutcome(known).withTuning(PLAN.tuning().withModel(MINI));
        Outcome on = new Scenario.Models(MINI, null).apply(plan).outcome();
        assertEquals(0.7, on.prompted());
        assertEquals(0.9, on.tuned(), "the same model is tuned");
        assertNull(on.retrieved());
        Outcome tuned = new Scenario.Models(null, PriceRef.parse("openai/gpt-4.1-nano"))
                .apply(plan)
                .outcome();
        assertEquals(0.8, tuned.prompted());
        assertNull(tuned.tuned());
        assertNull(tuned.informationInWeights());
        Outcome swapped = new Scenario.Models(MINI, base).apply(plan).outcome();
        assertEquals(0.7, swapped.prompted());
        assertEquals(0.8, swapped.promptedElsewhere(), "what was the base is the other model now");
        assertEquals(plan, new Scenario.Models(base, MINI).apply(plan));
    }
}
