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

class AnsweredSuccessTest {
    private static final Plan PLAN = OutcomeTest.classifier();

    private static Answers reached(double share) {
        return Answers.NONE.with(AnswerKey.ofSystem("accuracyNow"), Answer.of(share));
    }

    @Test
    void theAccuracyReachedIsHowOftenTodaysDesignSucceeds() {
        Plan plan = AnsweredSuccess.in(PLAN, reached(0.82));
        assertEquals(0.82, plan.outcome().prompted());
        assertNull(plan.outcome().tuned());
        assertEquals(0.7, AnsweredSuccess.in(plan, reached(0.7)).outcome().prompted());
        Plan tuned = AnsweredSuccess.in(PLAN.withToday(Design.FINE_TUNING), reached(0.9));
        assertEquals(0.9, tuned.outcome().tuned());
        assertNull(tuned.outcome().prompted());
    }

    @Test
    void whatThePlanStatesStays() {
        Plan stated = PlanField.SUCCESS_PROMPTED.with(PLAN, 0.6);
        assertEquals(stated, AnsweredSuccess.in(stated, reached(0.82)));
        assertEquals(PLAN, AnsweredSuccess.in(PLAN, Answers.NONE));
        assertEquals(
                PLAN, AnsweredSuccess.in(PLAN, Answers.NONE.with(AnswerKey.ofSystem("accuracyNow"), Answer.DONT_KNOW)));
    }
}
