package app.steelyard.app.decide;

import static org.assertj.core.api.Assertions.assertThat;

import app.steelyard.cost.OutcomeTest;
import app.steelyard.decision.answers.Answer;
import app.steelyard.decision.answers.Answers;
import app.steelyard.decision.rules.AnswerKey;
import app.steelyard.plan.Plan;
import app.steelyard.plan.check.PlanValidator;
import app.steelyard.plan.item.ContextItem;
import app.steelyard.plan.item.Kind;
import app.steelyard.plan.item.Placement;
import app.steelyard.plan.item.Scope;
import java.util.List;
import org.junit.jupiter.api.Test;

class AnsweredOrderTest {
    private static final AnswerKey ORDER = AnswerKey.ofSystem("order");
    private static final Plan PLAN = OutcomeTest.classifier()
            .withItems(List.of(
                    item("customer", 300, Kind.INFORMATION, Scope.USER, 1),
                    item("manual", 40_000, Kind.INFORMATION, Scope.SHARED, 4),
                    item("rules", 1_500, Kind.BEHAVIOUR, Scope.SHARED, 0),
                    item("question", 200, Kind.INFORMATION, Scope.REQUEST, 0)));

    private static ContextItem item(String id, double tokens, Kind kind, Scope scope, double changes) {
        return new ContextItem(id, id, tokens, kind, scope, changes, Placement.PLAIN_PROMPT);
    }

    private static Plan first(Plan plan, String word) {
        return AnsweredPlan.in(plan, ORDER, Answers.NONE.with(ORDER, Answer.of(word)));
    }

    private static List<String> ids(Plan plan) {
        return plan.items().stream().map(ContextItem::id).toList();
    }

    @Test
    void whatChangesLeastComesFirst() {
        assertThat(ids(first(PLAN, "stable"))).containsExactly("rules", "customer", "manual", "question");
        assertThat(first(first(PLAN, "stable"), "stable")).isEqualTo(first(PLAN, "stable"));
    }

    @Test
    void aDocumentComesFirst() {
        Plan instructed = first(PLAN, "stable");
        assertThat(ids(first(instructed, "documents"))).containsExactly("manual", "rules", "customer", "question");
        assertThat(first(PLAN, "documents")).as("a document is first already").isEqualTo(PLAN);
        Answers told = Answers.NONE.with(ORDER, Answer.of("documents")).with("manual", "nature", Answer.of("tone"));
        assertThat(ids(AnsweredPlan.in(instructed, told))).startsWith("customer");
    }

    @Test
    void aClockIsAddedWhereNothingLikeItIsThereAndGoesWithTheAnswer() {
        Plan clock = first(PLAN, "changing");
        assertThat(ids(clock)).containsExactly("clock-or-id", "customer", "manual", "rules", "question");
        assertThat(clock.items().getFirst().scope()).isEqualTo(Scope.REQUEST);
        assertThat(clock.sources()).containsKey("items.clock-or-id.tokens");
        assertThat(PlanValidator.validate(clock)).isEmpty();
        assertThat(first(clock, "changing")).isEqualTo(clock);
        assertThat(first(clock, "stable")).isEqualTo(first(PLAN, "stable"));
        assertThat(AnsweredPlan.in(clock, ORDER, Answers.NONE)).isEqualTo(PLAN);
        assertThat(AnsweredPlan.in(clock, ORDER, Answers.NONE.with(ORDER, Answer.DONT_KNOW)))
                .isEqualTo(PLAN);
    }

    @Test
    void whereThereIsNothingToPutFirstThePlanStaysAsItIs() {
        Plan empty = PLAN.withItems(List.of());
        for (String word : List.of("stable", "changing", "documents")) {
            assertThat(first(empty, word)).isEqualTo(empty);
        }
    }
}
