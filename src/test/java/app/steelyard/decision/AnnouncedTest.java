package app.steelyard.decision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.steelyard.Seeded;
import app.steelyard.decision.advice.Classification;
import app.steelyard.decision.advice.ItemAdvice;
import app.steelyard.decision.advice.OptionScore;
import app.steelyard.decision.advice.PlanFacts;
import app.steelyard.decision.advice.Reasoning;
import app.steelyard.decision.advice.ScoreRange;
import app.steelyard.decision.answers.Answer;
import app.steelyard.decision.answers.Answers;
import app.steelyard.decision.rules.AnswerKey;
import app.steelyard.decision.rules.Answering;
import app.steelyard.decision.rules.Approach;
import app.steelyard.decision.rules.Cases;
import app.steelyard.decision.rules.Question;
import app.steelyard.decision.rules.Questions;
import app.steelyard.decision.rules.RuleBook;
import app.steelyard.decision.rules.Truth;
import app.steelyard.plan.Plan;
import app.steelyard.plan.PlanField;
import app.steelyard.plan.item.ContextItem;
import app.steelyard.plan.item.Growth;
import app.steelyard.plan.item.Kind;
import app.steelyard.plan.item.Placement;
import app.steelyard.plan.item.Scope;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whatever the open answers turn out to be, the result is among those announced. */
class AnnouncedTest {
    private static final List<Plan> PLANS =
            Cases.all().stream().map(Cases.Case::plan).toList();
    private static final List<String> VENDORS =
            Cases.BOOK.profiles().stream().map(p -> p.vendor()).distinct().toList();

    /** A plan with what was answered about it. */
    record Told(Plan plan, Answers answers) {
        Reasoning reasoning() {
            return Reasoning.of(PlanFacts.of(plan, Cases.BOOK), answers, RuleBook.get());
        }
    }

    @Test
    void everyResultWasAnnounced() {
        Seeded.forAll(Integer.getInteger("announced.cases", 200), random -> {
            Told told = told(random);
            Reasoning announced = told.reasoning();
            for (int i = 0; i < 4; i++) {
                Told completed = completed(told, random);
                holds(announced, completed.reasoning(), completed);
            }
        });
    }

    private static void holds(Reasoning announced, Reasoning came, Told completed) {
        List<Approach> possible = new ArrayList<>(announced.alsoPossible());
        possible.add(announced.approach());
        assertTrue(possible.contains(came.approach()), () -> came.approach() + " is not among " + possible);
        for (int i = 0; i < came.items().size(); i++) {
            ItemAdvice before = announced.items().get(i);
            ItemAdvice after = came.items().get(i);
            String about = before.item() + " " + completed.answers().given();
            Classification kind = before.classification();
            inside(kind.score(), after.classification().score(), about);
            if (kind.confidence() != Classification.Level.LOW) {
                assertEquals(kind.kind(), after.classification().kind(), about);
            }
            if (kind.confidence() == Classification.Level.HIGH) {
                assertEquals(Classification.Level.HIGH, after.classification().confidence(), about);
            }
            assertTrue(
                    before.option() == after.option() || before.alsoPossible().contains(after.option()),
                    () -> after.option() + " is not among " + before + about);
            for (OptionScore score : before.options()) {
                OptionScore then = after.score(score.option());
                inside(score.score(), then.score(), about + score.option());
                assertTrue(score.excluded() != Truth.FALSE || then.excluded() == Truth.FALSE, about);
            }
        }
    }

    private static void inside(ScoreRange range, ScoreRange then, String about) {
        assertTrue(
                range.low() <= then.low()
                        && then.low() <= then.score()
                        && then.score() <= then.high()
                        && then.high() <= range.high(),
                () -> then + " is not inside " + range + " of " + about);
    }

    static Told told(Seeded.Draw random) {
        Plan plan = random.oneOf(PLANS);
        List<ContextItem> items = new ArrayList<>();
        int count = random.whole(1, 5);
        for (int i = 0; i < count; i++) {
            items.add(new ContextItem(
                    "item-" + i,
                    "Item " + i,
                    Math.rint(random.scaled(100, 400_000)),
                    random.oneOf(Kind.values()),
                    random.oneOf(Scope.SHARED, Scope.SHARED, Scope.TENANT, Scope.USER, Scope.REQUEST),
                    random.maybe() ? 0 : random.scaled(0.01, 20_000),
                    random.oneOf(Placement.PLAIN_PROMPT, Placement.CACHED_PREFIX)));
        }
        Plan drawn = PlanField.REQUESTS_PER_MONTH.with(plan.withItems(items), random.scaled(100, 1e7));
        double open = random.between(0, 0.8);
        Answers answers = Answers.NONE;
        for (AnswerKey key : keys(drawn)) {
            boolean stated = answering(key) instanceof Answering.FromPlan;
            if (random.between(0, 1) < (stated ? open / 10 : open)) {
                answers = stated || random.maybe() ? answers.with(key, Answer.DONT_KNOW) : answers;
            } else if (!stated) {
                answers = answers.with(key, answer(answering(key), random));
            }
        }
        return new Told(drawn, answers);
    }

    private static List<AnswerKey> keys(Plan plan) {
        List<AnswerKey> keys = new ArrayList<>();
        Questions.get().about(Question.About.SYSTEM).forEach(q -> keys.add(AnswerKey.ofSystem(q.id())));
        plan.items()
                .forEach(i -> Questions.get()
                        .about(Question.About.ITEM)
                        .forEach(q -> keys.add(AnswerKey.ofItem(i.id(), q.id()))));
        return keys;
    }

    private static Answering answering(AnswerKey key) {
        return Questions.get().question(key).orElseThrow().answering();
    }

    private static Answer answer(Answering answering, Seeded.Draw random) {
        return switch (answering) {
            case Answering.Choice choice -> Answer.of(random.oneOf(choice.words()));
            case Answering.Amount amount ->
                Answer.of(
                        amount.max() > 1
                                ? random.scaled(Math.max(0.1, amount.min()), amount.max())
                                : random.between(amount.min(), amount.max()));
            case Answering.Vendors vendors ->
                new Answer.Names(VENDORS.stream().filter(v -> random.maybe()).toList());
            case Answering.FromPlan plan -> Answer.DONT_KNOW;
        };
    }

    /** Most of what is open answered: in the answers, or in the plan, where that states it. */
    private static Told completed(Told told, Seeded.Draw random) {
        Plan plan = told.plan();
        Answers answers = told.answers();
        for (AnswerKey key : keys(plan)) {
            Answer given = answers.get(key).orElse(null);
            boolean stated = answering(key) instanceof Answering.FromPlan;
            boolean open = given instanceof Answer.DontKnow || given == null && !stated;
            if (open && random.between(0, 1) < 0.8) {
                plan = stated ? stated(plan, key, random) : plan;
                answers = stated ? answers.without(key) : answers.with(key, answer(answering(key), random));
            }
        }
        return new Told(plan, answers);
    }

    private static Plan stated(Plan plan, AnswerKey key, Seeded.Draw random) {
        if (key.aboutSystem()) {
            return switch (key.question()) {
                case "requests" -> PlanField.REQUESTS_PER_MONTH.with(plan, random.scaled(100, 1e7));
                case "turns" -> PlanField.TURNS.with(plan, random.scaled(1, 50));
                case "gap" -> PlanField.GAP_MEDIAN.with(plan, random.scaled(1, 590));
                default -> throw new AssertionError(key.question());
            };
        }
        return plan.withItems(plan.items().stream()
                .map(i -> !i.id().equals(key.item())
                        ? i
                        : switch (key.question()) {
                            case "tokens" -> i.withTokens(Math.rint(random.scaled(100, 400_000)));
                            case "changes" -> i.withChangesPerMonth(random.scaled(0.01, 20_000));
                            case "scope" -> i.withScope(random.oneOf(Scope.values()));
                            case "growth" ->
                                i.scope() == Scope.SESSION ? i.withGrowth(new Growth(500, 0, null, 0.02)) : i;
                            default -> throw new AssertionError(key.question());
                        })
                .toList());
    }
}
