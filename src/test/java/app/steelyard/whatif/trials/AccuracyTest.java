package app.steelyard.whatif.trials;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.steelyard.cost.Comparison;
import app.steelyard.cost.OutcomeTest;
import app.steelyard.cost.engine.Batch;
import app.steelyard.cost.engine.Sums;
import app.steelyard.cost.result.Evaluation;
import app.steelyard.plan.Distribution;
import app.steelyard.plan.Plan;
import app.steelyard.plan.PlanField;
import app.steelyard.plan.Range;
import app.steelyard.plan.session.Outcome;
import app.steelyard.whatif.Subject;
import app.steelyard.whatif.search.Goal;
import app.steelyard.whatif.search.GoalAnswer;
import app.steelyard.whatif.search.GoalSeek;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How sure an answer is that hangs on how often each design succeeds. */
class AccuracyTest {
    private static final int TRIALS = 20_000;

    /** 82 % by prompt, 90 % tuned, $4 a failure, 120,000 requests a month, no retries. */
    private static Plan plan() {
        return OutcomeTest.classifier().withOutcome(new Outcome(0.82, 0.9, null, null, 4.0, null, null, null, 1));
    }

    private static Plan doubted() {
        Plan plan = plan();
        for (Range range : List.of(
                new Range("outcome.tuned", 0.8, 0.92, Distribution.UNIFORM, null),
                new Range("traffic.requestsPerMonth", 60_000, 240_000, Distribution.LOGNORMAL, null),
                new Range("traffic.outputTokens", 20, 400, Distribution.LOGNORMAL, null),
                new Range("outcome.failureCost", 2, 8, Distribution.LOGNORMAL, null))) {
            plan = plan.withWhatIf(plan.whatIf().with(range));
        }
        return plan;
    }

    private static Simulation run(Plan plan) {
        return Simulation.run(Batch.of(plan, OutcomeTest.prices()), new TrialSettings(TRIALS, 7, 1), () -> false);
    }

    @Test
    void accuracyIsWorthMeasuringFirst() {
        Information information = Information.of(run(doubted()), () -> false);
        assertEquals(
                PlanField.SUCCESS_TUNED,
                information.worths().get(0).assumption().number());
        assertTrue(information.worths().get(0).value() > 0.9 * information.total());
        assertTrue(information.worths().get(1).value() < 0.01 * information.total());
    }

    /** Against an integral by hand: what is known of it before saves the months in which tuning answers worse. */
    @Test
    void itsWorthIsThatOfTheBetterDesign() {
        Plan plan = plan();
        plan = plan.withWhatIf(plan.whatIf().with(new Range("outcome.tuned", 0.8, 0.92, Distribution.UNIFORM, null)));
        double caching = 12 * (120_000 * (2_000 * 0.2 + 500 * 2 + 100 * 10) / 1e6 + 0.18 * 480_000) / 0.82;
        double cheaper = 0;
        double mean = 0;
        int steps = 100_000;
        for (int i = 0; i < steps; i++) {
            double share = 0.8 + 0.12 * (i + 0.5) / steps;
            double tuned = (25 + 12 * (360 + (1 - share) * 480_000)) / share;
            mean += tuned / steps;
            cheaper += Math.min(caching, tuned) / steps;
        }
        assertTrue(mean < caching, "tuning is chosen without knowing");
        Information information = Information.of(run(plan), () -> false);
        // The cached prefix misses a few times a month.
        assertEquals(mean - cheaper, information.total(), 0.03 * (mean - cheaper));
    }

    @Test
    void theLeadIsTheOneOfTheRanking() {
        Batch batch = Batch.of(doubted(), OutcomeTest.prices());
        Lead lead = Lead.of(batch, Assumptions.of(doubted())).orElseThrow();
        Comparison comparison = Comparison.of(doubted(), OutcomeTest.prices());
        Evaluation.Priced best = comparison.cheapest().orElseThrow();
        double other = comparison.cheapestBut(best.architecture()).orElseThrow().ranked();
        assertEquals(other - best.ranked(), lead.atBase(), 1e-6 * other);
        Bar widest = lead.bars().get(0);
        assertEquals(PlanField.SUCCESS_TUNED, widest.assumption().number());
        assertTrue(widest.atLow() < 0 && widest.atHigh() > 0);
    }

    /** The success from which tuning wins, found again by the goal and by rows. */
    @Test
    void aGoalFindsTheAccuracyThatIsNeeded() {
        Plan plan = plan();
        GoalAnswer answer = GoalSeek.solve(
                plan,
                OutcomeTest.prices(),
                PlanField.SUCCESS_TUNED,
                new Goal.Cheapest(Subject.FINE_TUNING),
                () -> false);
        double found = assertInstanceOf(GoalAnswer.Found.class, answer)
                .solutions()
                .get(0)
                .from();
        assertEquals(0.82, found, 0.001);
        Batch batch = Batch.of(plan, OutcomeTest.prices());
        var rows = batch.columns(2);
        double[] tuned = rows.vary(PlanField.SUCCESS_TUNED);
        tuned[0] = found - 0.001;
        tuned[1] = found + 0.001;
        Sums sums = Sums.totals(batch, rows);
        batch.worker().evaluate(rows, 0, 2, sums);
        assertTrue(sums.cheapest(0) != sums.cheapest(1));
    }
}
