package app.steelyard.app.decide;

import static org.assertj.core.api.Assertions.assertThat;

import app.steelyard.cost.Comparison;
import app.steelyard.cost.OutcomeTest;
import app.steelyard.cost.Verdict;
import app.steelyard.decision.Agreement;
import app.steelyard.decision.Decision;
import app.steelyard.decision.advice.Interview;
import app.steelyard.decision.advice.ItemAdvice;
import app.steelyard.decision.answers.Answer;
import app.steelyard.decision.answers.Answers;
import app.steelyard.decision.rules.Option;
import app.steelyard.decision.rules.Rule;
import app.steelyard.plan.Design;
import app.steelyard.plan.Plan;
import app.steelyard.plan.PlanField;
import app.steelyard.plan.PriceRef;
import app.steelyard.pricing.PriceBook;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What answers on order and outcome do to reasons, recommendation and verdict. */
class AnsweredDecisionTest {
    private static final PriceBook BOOK = OutcomeTest.prices();
    private static final Plan PLAN = OutcomeTest.classifier();

    private static Answers rates(double now, double tuned) {
        return Answers.NONE.with("accuracyNow", Answer.of(now)).with("accuracyTuned", Answer.of(tuned));
    }

    private static Decision decide(Plan plan, Answers answers) {
        return Decision.of(AnsweredPlan.in(plan, answers), answers, BOOK);
    }

    private static ItemAdvice guide(Answers answers) {
        return decide(PLAN, answers).item("guide").orElseThrow();
    }

    private static List<String> ids(List<Rule> rules) {
        return rules.stream().map(Rule::id).toList();
    }

    @Test
    void tuningThatMakesItRightMoreOftenSpeaksForTheWeights() {
        assertThat(ids(guide(rates(0.8, 0.82)).score(Option.WEIGHTS).good())).contains("tuned-right-more-often");
        assertThat(ids(guide(rates(0.8, 0.81)).score(Option.WEIGHTS).good())).doesNotContain("tuned-right-more-often");
    }

    @Test
    void tuningThatMakesItRightNoMoreOftenSpeaksAgainstThem() {
        assertThat(ids(guide(rates(0.8, 0.8)).score(Option.WEIGHTS).bad())).contains("tuned-right-no-more-often");
        assertThat(ids(guide(rates(0.8, 0.81)).score(Option.WEIGHTS).bad()))
                .doesNotContain("tuned-right-no-more-often");
    }

    /** The question about what is tuned today is the other way round. */
    @Test
    void whereTodayIsTunedThePromptAloneIsAskedFor() {
        Plan tuned = PLAN.withToday(Design.FINE_TUNING);
        Answers answers = Answers.NONE.with("accuracyNow", Answer.of(0.9)).with("accuracyPrompted", Answer.of(0.8));

        Plan filled = AnsweredPlan.in(tuned, answers);
        assertThat(filled.outcome().tuned()).isEqualTo(0.9);
        assertThat(filled.outcome().prompted()).isEqualTo(0.8);
        assertThat(asked(tuned)).contains("accuracyPrompted").doesNotContain("accuracyTuned");
        assertThat(asked(PLAN)).contains("accuracyTuned").doesNotContain("accuracyPrompted", "accuracyRetrieved");
        ItemAdvice guide = decide(tuned, answers).item("guide").orElseThrow();
        assertThat(ids(guide.score(Option.WEIGHTS).good())).contains("tuned-right-more-often");
    }

    private static List<String> asked(Plan plan) {
        return Interview.steps(plan, Answers.NONE, BOOK).stream()
                .map(s -> s.key().question())
                .toList();
    }

    /** 2.5 M tokens of guide and text an hour cost far less than 12,000 wrong answers. */
    @Test
    void whatAWrongAnswerCostsDecides() {
        Answers cheap = rates(0.8, 0.9).with("failureCost", Answer.of(0.000_01));
        Answers dear = rates(0.8, 0.9).with("failureCost", Answer.of(10));

        assertThat(guide(cheap).option()).isEqualTo(Option.CACHED_PREFIX);
        assertThat(guide(dear).option()).isEqualTo(Option.WEIGHTS);
        assertThat(guide(dear).weighed()).hasSize(2);
        Decision decision = decide(PLAN, dear);
        assertThat(ids(decision.findings().stream()
                        .flatMap(f -> f.rules().stream())
                        .toList()))
                .contains("failures-weighed");
        assertThat(Agreement.difference(decision, BOOK)).isEmpty();
        assertThat(Comparison.of(AnsweredPlan.in(PLAN, dear), BOOK).verdict())
                .isInstanceOfSatisfying(Verdict.Cheapest.class, v -> {
                    assertThat(v.basis().perSuccess()).isTrue();
                    assertThat(v.best().architecture().design()).isEqualTo(Design.FINE_TUNING);
                });
    }

    @Test
    void withoutTheSuccessOfAllNothingIsWeighedByWhatFailuresCost() {
        Answers answers = Answers.NONE.with("accuracyNow", Answer.of(0.8)).with("failureCost", Answer.of(10));

        assertThat(guide(answers).weighed()).isEmpty();
        assertThat(guide(rates(0.8, 0.9)).weighed()).isEmpty();
        assertThat(guide(rates(0.8, 0.9).with("failureCost", Answer.of(0))).weighed())
                .isEmpty();
    }

    /** What the plan states is known without an answer, and where both are there and differ, that is told. */
    @Test
    void whatThePlanStatesNeedsNoAnswer() {
        Plan stated = PlanField.SUCCESS_TUNED.with(PlanField.SUCCESS_PROMPTED.with(PLAN, 0.8), 0.9);
        ItemAdvice guide = Decision.of(stated, Answers.NONE, BOOK).item("guide").orElseThrow();
        assertThat(ids(guide.score(Option.WEIGHTS).good())).contains("tuned-right-more-often");

        Answers other = Answers.NONE.with("accuracyNow", Answer.of(0.7));
        assertThat(decide(stated, other).findings())
                .anySatisfy(f -> assertThat(f.text())
                        .contains("How often is the answer right today? You answered 70 %, and the plan says 80 %"));
        assertThat(decide(PLAN, other).findings())
                .noneSatisfy(f -> assertThat(f.text()).contains("You answered"));
    }

    @Test
    void aCheaperModelIsWorthTuningThoughItIsRightNoMoreOften() {
        Plan elsewhere = PLAN.withTuning(PLAN.tuning().withModel(PriceRef.parse("test/small")));
        assertThat(asked(elsewhere)).contains("accuracyTuned");
    }

    @Test
    void whatStandsFirstIsToldAndCosts() {
        Plan caching = PLAN.withToday(Design.PROMPT_CACHING);
        Answers changing = Answers.NONE.with("order", Answer.of("changing"));

        assertThat(told(caching, "changing")).contains("order-changing-first").doesNotContain("order-documents-first");
        assertThat(told(caching, "documents")).contains("order-documents-first").doesNotContain("order-changing-first");
        assertThat(told(caching, "stable")).doesNotContain("order-changing-first", "order-documents-first");
        double before = today(caching);
        double after = today(AnsweredPlan.in(caching, changing));
        assertThat(after).isGreaterThan(1.5 * before);
        assertThat(Comparison.of(AnsweredPlan.in(caching, changing), BOOK).priced())
                .anySatisfy(e -> assertThat(e.architecture().reordered()).isTrue());
    }

    private static List<String> told(Plan plan, String first) {
        return ids(decide(plan, Answers.NONE.with("order", Answer.of(first))).findings().stream()
                .flatMap(f -> f.rules().stream())
                .toList());
    }

    private static double today(Plan plan) {
        return Comparison.of(plan, BOOK)
                .priced(Design.PROMPT_CACHING)
                .orElseThrow()
                .measures()
                .tco();
    }
}
