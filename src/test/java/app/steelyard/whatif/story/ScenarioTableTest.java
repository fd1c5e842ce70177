package app.steelyard.whatif.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.steelyard.SampleComparisons;
import app.steelyard.cost.result.LineKind;
import app.steelyard.cost.result.Measure;
import app.steelyard.plan.Plan;
import app.steelyard.plan.PlanField;
import app.steelyard.plan.Scenario;
import app.steelyard.plan.WhatIf;
import app.steelyard.text.Footing;
import app.steelyard.whatif.Result;
import app.steelyard.whatif.Subject;
import java.util.List;
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
}
