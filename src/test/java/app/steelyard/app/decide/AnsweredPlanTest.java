package app.steelyard.app.decide;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import app.steelyard.cost.OutcomeTest;
import app.steelyard.decision.answers.Answer;
import app.steelyard.decision.answers.Answers;
import app.steelyard.decision.rules.AnswerKey;
import app.steelyard.plan.Design;
import app.steelyard.plan.Plan;
import app.steelyard.plan.PlanField;
import org.junit.jupiter.api.Test;

class AnsweredPlanTest {
    private static final Plan PLAN = OutcomeTest.classifier();

    private static Answers reached(double share) {
        return Answers.NONE.with(AnswerKey.ofSystem("accuracyNow"), Answer.of(share));
    }

    @Test
    void theAccuracyReachedIsHowOftenTodaysDesignSucceeds() {
        Plan plan = AnsweredPlan.in(PLAN, reached(0.82));
        assertEquals(0.82, plan.outcome().prompted());
        assertNull(plan.outcome().tuned());
        assertEquals(0.7, AnsweredPlan.in(plan, reached(0.7)).outcome().prompted());
        Plan tuned = AnsweredPlan.in(PLAN.withToday(Design.FINE_TUNING), reached(0.9));
        assertEquals(0.9, tuned.outcome().tuned());
        assertNull(tuned.outcome().prompted());
    }

    @Test
    void whatThePlanStatesStays() {
        Plan stated = PlanField.SUCCESS_PROMPTED.with(PLAN, 0.6);
        assertEquals(stated, AnsweredPlan.in(stated, reached(0.82)));
        assertEquals(PLAN, AnsweredPlan.in(PLAN, Answers.NONE));
        assertEquals(
                PLAN, AnsweredPlan.in(PLAN, Answers.NONE.with(AnswerKey.ofSystem("accuracyNow"), Answer.DONT_KNOW)));
    }

    @Test
    void whatAnAnswerFilledInGoesWithIt() {
        AnswerKey cost = AnswerKey.ofSystem("failureCost");
        Plan filled = AnsweredPlan.in(PLAN, cost, Answers.NONE.with(cost, Answer.of(12)));
        assertEquals(12, filled.outcome().failureCost());
        assertEquals("Answered in Decide", filled.sources().get("outcome.failureCost"));
        assertEquals(PLAN, AnsweredPlan.in(filled, cost, Answers.NONE));
        assertEquals(PLAN, AnsweredPlan.in(filled, cost, Answers.NONE.with(cost, Answer.DONT_KNOW)));
        Plan own = PlanField.FAILURE_COST.with(PLAN, 12);
        assertEquals(own, AnsweredPlan.in(own, cost, Answers.NONE));
    }

    /** Minutes at a rate an hour are a cost that is stated. */
    @Test
    void aCostThatFollowsFromMinutesStays() {
        Plan minutes = PlanField.FAILURE_HOURLY_RATE.with(PlanField.FAILURE_MINUTES.with(PLAN, 30), 60);
        AnswerKey cost = AnswerKey.ofSystem("failureCost");
        assertEquals(minutes, AnsweredPlan.in(minutes, cost, Answers.NONE.with(cost, Answer.of(12))));
    }

    @Test
    void eachRateHasItsNumberInThePlan() {
        Plan filled = AnsweredPlan.in(
                PLAN,
                Answers.NONE
                        .with("accuracyElsewhere", Answer.of(0.1))
                        .with("accuracyTuned", Answer.of(0.2))
                        .with("accuracyInWeights", Answer.of(0.3))
                        .with("accuracyRetrieved", Answer.of(0.4)));
        assertEquals(0.1, filled.outcome().promptedElsewhere());
        assertEquals(0.2, filled.outcome().tuned());
        assertEquals(0.3, filled.outcome().informationInWeights());
        assertEquals(0.4, filled.outcome().retrieved());
        assertNull(filled.outcome().prompted());
    }
}
