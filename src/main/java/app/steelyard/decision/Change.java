package app.steelyard.decision;

import app.steelyard.decision.answers.Answer;
import app.steelyard.decision.answers.Answers;
import app.steelyard.decision.rules.AnswerKey;
import app.steelyard.plan.Plan;
import app.steelyard.plan.PlanNumber;

/** One thing that could be otherwise. */
public sealed interface Change {

    /** Another answer; {@code to} may replace an answer or stand where none was given. */
    record ToAnswer(AnswerKey key, Answer to) implements Change {}

    /**
     * Another number in the plan.
     *
     * @param path as in the plan's sources, such as {@code items.docs.tokens}
     */
    record ToNumber(String path, double from, double to) implements Change {}

    /** The plan with the change made. */
    default Plan in(Plan plan) {
        return this instanceof ToNumber number
                ? PlanNumber.at(plan, number.path())
                        .map(n -> n.with(plan, number.to()))
                        .orElse(plan)
                : plan;
    }

    /** The answers with the change made. */
    default Answers in(Answers answers) {
        return this instanceof ToAnswer answer ? answers.with(answer.key(), answer.to()) : answers;
    }
}
