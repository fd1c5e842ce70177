package app.steelyard.whatif.trials;

import static app.steelyard.whatif.trials.Uncertain.plan;
import static app.steelyard.whatif.trials.Uncertain.range;
import static app.steelyard.whatif.trials.Uncertain.requests;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.steelyard.plan.Correlation;
import app.steelyard.plan.Distribution;
import app.steelyard.plan.ItemNumber;
import app.steelyard.plan.Plan;
import app.steelyard.plan.PlanField;
import app.steelyard.plan.PlanNumber;
import app.steelyard.plan.Range;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CopulaTest {
    private static final int TRIALS = 40_000;
    private static final String REQUESTS = PlanField.REQUESTS_PER_MONTH.path();
    private static final String OUTPUT = PlanField.OUTPUT_TOKENS.path();
    private static final String HOURS = PlanField.ACTIVE_HOURS_PER_DAY.path();
    private static final String TOKENS = new ItemNumber("context", ItemNumber.Kind.TOKENS).path();

    private static final Range[] RANGES = {
        requests(400_000, 2_000_000, Distribution.LOGNORMAL),
        range(PlanField.OUTPUT_TOKENS, 100, 900, Distribution.PERT),
        range(PlanField.ACTIVE_HOURS_PER_DAY, 4, 20, Distribution.UNIFORM),
        range(new ItemNumber("context", ItemNumber.Kind.TOKENS), 500, 3000, Distribution.TRIANGULAR)
    };

    private static Plan correlated(Correlation... correlations) {
        return Uncertain.correlated(plan(RANGES), correlations);
    }

    private static double ranked(Simulation simulation, String first, String second) {
        return Ranks.correlation(
                Ranks.of(values(simulation, first), TRIALS), Ranks.of(values(simulation, second), TRIALS));
    }

    private static double[] values(Simulation simulation, String path) {
        List<String> paths = simulation.assumptions().stream()
                .map(Assumption::number)
                .map(PlanNumber::path)
                .toList();
        return simulation.values(paths.indexOf(path));
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1, -0.7, -0.2, 0.3, 0.9, 1})
    void ranksCorrelateAsStated(double coefficient) {
        Simulation simulation = Uncertain.run(correlated(new Correlation(REQUESTS, OUTPUT, coefficient)), TRIALS);
        double error = (1 - coefficient * coefficient) * Math.sqrt(1.5 / TRIALS);
        assertEquals(coefficient, ranked(simulation, REQUESTS, OUTPUT), 3 * error + 1e-6);
        assertEquals(0, ranked(simulation, REQUESTS, HOURS), 3.0 / Math.sqrt(TRIALS));
        for (int i = 0; i < RANGES.length; i++) {
            Assumption assumption = simulation.assumptions().get(i);
            Sample sample = new Sample(simulation.values(i));
            assertEquals(assumption.spread().mean(), sample.mean(), 3.5 * sample.standardError());
        }
    }

    @Test
    void severalPairsHoldAtOnce() {
        Simulation simulation = Uncertain.run(
                correlated(
                        new Correlation(REQUESTS, OUTPUT, 0.6),
                        new Correlation(OUTPUT, HOURS, -0.4),
                        new Correlation(HOURS, REQUESTS, 0.2)),
                TRIALS);
        assertEquals(0.6, ranked(simulation, REQUESTS, OUTPUT), 0.02);
        assertEquals(-0.4, ranked(simulation, OUTPUT, HOURS), 0.02);
        assertEquals(0.2, ranked(simulation, HOURS, REQUESTS), 0.02);
        assertEquals(0, ranked(simulation, TOKENS, REQUESTS), 0.02);
    }

    @Test
    void threeThatMoveAsOneAreNoContradiction() {
        Simulation simulation = Uncertain.run(
                correlated(
                        new Correlation(REQUESTS, OUTPUT, 1),
                        new Correlation(OUTPUT, HOURS, 1),
                        new Correlation(HOURS, REQUESTS, 1)),
                TRIALS);
        assertEquals(1, ranked(simulation, REQUESTS, HOURS), 1e-6);
    }

    @Test
    void aContradictionNamesItsPairsAndNoOther() {
        Plan plan = correlated(
                new Correlation(TOKENS, REQUESTS, 0.1),
                new Correlation(REQUESTS, OUTPUT, 0.9),
                new Correlation(OUTPUT, HOURS, 0.9),
                new Correlation(HOURS, REQUESTS, -0.9));
        ContradictionException contradiction = assertThrows(ContradictionException.class, () -> Assumptions.of(plan));
        assertEquals(3, contradiction.correlations().size());
        String message = String.valueOf(contradiction.getMessage());
        assertTrue(
                message.contains(
                        "“Requests a month” (" + REQUESTS + ") with “Output tokens a request” (" + OUTPUT + "): 0.9"),
                message);
        assertTrue(message.contains("(" + HOURS + ") with “Requests a month” (" + REQUESTS + "): −0.9"), message);
        assertTrue(!message.contains(TOKENS), message);
    }

    /** The usual formula from rank correlation to the correlation of normal scores. */
    @Test
    void pearsonOfSpearman() {
        assertEquals(1, Copula.pearson(1), 1e-15);
        assertEquals(0, Copula.pearson(0));
        assertEquals(2 * Math.sin(Math.PI / 12), Copula.pearson(0.5), 1e-15);
    }
}
