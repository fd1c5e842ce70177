package app.steelyard.app.decide;

import app.steelyard.decision.advice.SuccessQuestions;
import app.steelyard.decision.answers.Answer;
import app.steelyard.decision.answers.Answers;
import app.steelyard.decision.rules.AnswerKey;
import app.steelyard.plan.Plan;
import app.steelyard.plan.PlanField;
import app.steelyard.text.Texts;

/**
 * What answers say of a plan's own numbers and of its order: how often designs succeed, what a failure costs, and what
 * stands first today. Who has stated a number otherwise knows better.
 */
public final class AnsweredPlan {
    private static final Texts TEXTS = Texts.of(AnsweredPlan.class);
    private static final AnswerKey ORDER = AnswerKey.ofSystem("order");

    private AnsweredPlan() {}

    /** {@code plan} with all of it, and with where it is from. */
    public static Plan in(Plan plan, Answers answers) {
        Plan filled = plan;
        for (AnswerKey key : answers.given().keySet()) {
            filled = in(filled, key, answers);
        }
        return filled;
    }

    /** {@code plan} with what the answer to one question says, and without what an answer said that was taken back. */
    public static Plan in(Plan plan, AnswerKey key, Answers answers) {
        Answer given = answers.get(key).orElse(Answer.DONT_KNOW);
        return key.equals(ORDER)
                ? AnsweredOrder.in(plan, given, answers)
                : SuccessQuestions.field(key, plan)
                        .map(field -> number(plan, key, field, given))
                        .orElse(plan);
    }

    private static Plan number(Plan plan, AnswerKey key, PlanField field, Answer given) {
        String source = TEXTS.get("answered");
        boolean answered = plan.sources().getOrDefault(field.path(), "").startsWith(source);
        if (given instanceof Answer.Amount amount) {
            return answered || Double.isNaN(SuccessQuestions.stated(key, plan))
                    ? field.with(plan, amount.value()).withSource(field.path(), source)
                    : plan;
        }
        return answered
                ? field.with(plan, Double.NaN)
                        .withWhatIf(plan.whatIf().withoutRange(field.path()))
                        .withSource(field.path(), "")
                : plan;
    }
}
