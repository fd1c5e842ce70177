package app.steelyard.decision.advice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.steelyard.Seeded;
import app.steelyard.Seeded.Draw;
import app.steelyard.decision.LargePlans;
import app.steelyard.decision.answers.Answer;
import app.steelyard.decision.answers.Answers;
import app.steelyard.decision.rules.AnswerKey;
import app.steelyard.decision.rules.Answering;
import app.steelyard.decision.rules.Cases;
import app.steelyard.decision.rules.Question;
import app.steelyard.decision.rules.Questions;
import app.steelyard.decision.rules.RuleBook;
import app.steelyard.plan.Plan;
import app.steelyard.plan.PlanNumber;
import app.steelyard.plan.item.ContextItem;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class JudgeTest {
    private static final Judge JUDGE = new Judge(RuleBook.get());

    private static List<Object> ways(Judge.Case one, Plan plan) {
        Judgement judgement = one.judgement();
        judgement.weigh();
        List<Object> ways = new ArrayList<>();
        IntStream.range(0, plan.items().size()).forEach(i -> ways.add(judgement.option(i)));
        ways.add(judgement.approach());
        assertEquals(judgement.approach(), one.approach());
        return ways;
    }

    private static List<Object> afresh(Plan plan, Answers answers) {
        return ways(JUDGE.of(Facts.of(PlanFacts.of(plan, Cases.BOOK), answers)), plan);
    }

    private static Answers answers(Plan plan, Draw draw) {
        Answers answers = draw.maybe() ? Answers.NONE : LargePlans.promising(plan);
        for (int i = 0; i < 5; i++) {
            ContextItem item = draw.oneOf(plan.items());
            answers = answers.with(key(item, draw), Answer.DONT_KNOW);
            answers = answers.with(item.id(), "nature", Answer.of(draw.oneOf("facts", "tone", "examples")));
        }
        return answers;
    }

    private static AnswerKey key(ContextItem item, Draw draw) {
        return AnswerKey.ofItem(
                item.id(),
                draw.oneOf(Questions.get().about(Question.About.ITEM)).id());
    }

    /** What a change leaves alone is taken over, and comes to what a decision from the beginning comes to. */
    @Test
    void aChangeIsJudgedAsAfresh() {
        AtomicInteger moved = new AtomicInteger();
        Seeded.forAll(12, draw -> {
            Plan plan = LargePlans.of(draw.whole(3, 12), draw);
            Answers answers = answers(plan, draw);
            Judge.Case known = JUDGE.of(Facts.of(PlanFacts.of(plan, Cases.BOOK), answers));
            List<Object> before = afresh(plan, answers);
            for (int i = 0; i < 20; i++) {
                PlanNumber number = draw.oneOf(
                        PlanNumber.of(plan).subList(0, 2 * plan.items().size()));
                double value = draw.scaled(0.1, 1e5);
                Plan other = number.with(plan, value);
                List<Object> after =
                        ways(known.with(known.facts().plan().with(number, value).apply(0)), other);
                assertEquals(afresh(other, answers), after, () -> number.path() + " is " + number.get(other));
                moved.addAndGet(after.equals(before) ? 0 : 1);
            }
            for (int i = 0; i < 20; i++) {
                AnswerKey key = key(draw.oneOf(plan.items()), draw);
                Answers others = answers.with(key, answer(key, draw));
                List<Object> after = ways(known.with(key, others), plan);
                assertEquals(afresh(plan, others), after, () -> key + " is " + others.get(key));
                moved.addAndGet(after.equals(before) ? 0 : 1);
            }
        });
        assertTrue(moved.get() > 20, moved + " changes moved anything");
    }

    private static Answer answer(AnswerKey key, Draw draw) {
        return switch (Questions.get().question(key).orElseThrow().answering()) {
            case Answering.Choice choice -> Answer.of(draw.oneOf(choice.words()));
            case Answering.Amount amount -> Answer.of(draw.between(amount.min(), amount.max()));
            default -> Answer.DONT_KNOW;
        };
    }
}
