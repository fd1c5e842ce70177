package app.steelyard.decision.advice;

import app.steelyard.decision.answers.Answer;
import app.steelyard.decision.answers.Answers;
import app.steelyard.decision.rules.AnswerKey;
import app.steelyard.decision.rules.Answering;
import app.steelyard.decision.rules.Question;
import app.steelyard.decision.rules.Question.About;
import app.steelyard.decision.rules.Questions;
import app.steelyard.decision.rules.Truth;
import app.steelyard.plan.Plan;
import app.steelyard.plan.item.ContextItem;
import app.steelyard.pricing.PriceBook;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What to ask, given what is known: item by item, then the system. Any step may be skipped, revisited or changed. */
public final class Interview {
    private Interview() {}

    /**
     * One question to ask.
     *
     * @param given the answer so far; empty where none was given. A {@link Answering.FromPlan} question without an
     *     answer is answered by the plan
     */
    public record Step(AnswerKey key, Question question, Optional<Answer> given) {
        /** Whether somebody said something, a don't-know included, or the plan states it. */
        public boolean done() {
            return given.isPresent() || question.answering() instanceof Answering.FromPlan;
        }

        /** Whether it is still unknown to the rules. */
        public boolean open() {
            return given.map(Answer.DontKnow.class::isInstance)
                    .orElse(!(question.answering() instanceof Answering.FromPlan));
        }
    }

    /** Every question worth asking now, in order; one that an answer made pointless is left out. */
    public static List<Step> steps(Plan plan, Answers answers, PriceBook book) {
        Facts facts = Facts.of(PlanFacts.of(plan, book), answers);
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i < plan.items().size(); i++) {
            ContextItem item = plan.items().get(i);
            for (Question question : Questions.get().about(About.ITEM)) {
                if (question.when().test(facts.ofItem(i)) != Truth.FALSE) {
                    steps.add(step(AnswerKey.ofItem(item.id(), question.id()), question, answers));
                }
            }
        }
        for (Question question : Questions.get().about(About.SYSTEM)) {
            if (question.when().test(facts.ofSystem()) != Truth.FALSE) {
                steps.add(step(AnswerKey.ofSystem(question.id()), question, answers));
            }
        }
        return List.copyOf(steps);
    }

    private static Step step(AnswerKey key, Question question, Answers answers) {
        return new Step(key, question, answers.get(key));
    }
}
