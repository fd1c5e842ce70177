package app.steelyard.app.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.steelyard.app.Headline;
import app.steelyard.cost.Comparison;
import app.steelyard.cost.Verdict;
import app.steelyard.document.PlanCodec;
import app.steelyard.document.Presets;
import app.steelyard.plan.ItemNumber;
import app.steelyard.plan.Plan;
import app.steelyard.plan.PlanField;
import app.steelyard.plan.PlanNumber;
import app.steelyard.plan.Range;
import app.steelyard.plan.ServiceTier;
import app.steelyard.plan.check.Assumed;
import app.steelyard.plan.item.ContextItem;
import app.steelyard.plan.item.Scope;
import app.steelyard.pricing.Model;
import app.steelyard.pricing.PriceBook;
import app.steelyard.pricing.profile.PriceBookLoader;
import app.steelyard.text.NumberReader;
import app.steelyard.text.Refusal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FirstAnswersTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 29);
    private static final PriceBook BOOK = new PriceBook(PriceBookLoader.shipped(), List.of());

    private static Plan plan(FirstAnswers answers) {
        return answers.plan(BOOK, DAY);
    }

    private static Verdict verdict(Plan plan) {
        return Comparison.of(plan, BOOK).verdict();
    }

    @ParameterizedTest
    @EnumSource(SystemKind.class)
    void withNothingSaidAllIsAssumedAndNothingIsAnsweredInMoney(SystemKind kind) {
        Plan plan = plan(FirstAnswers.NONE.withKind(kind));
        PlanNumber.of(plan).stream()
                .filter(n -> !Double.isNaN(n.get(plan)))
                .forEach(n -> assertTrue(Assumed.is(plan, n), n.path()));
        assertEquals(
                List.of(), ItemTable.of(kind.prompt(), NumberReader.plain()).problems());
        Headline headline = Headline.of(Comparison.of(plan, BOOK));
        assertFalse((headline.sentence() + headline.detail()).contains("$"), headline::sentence);
        assertInstanceOf(Verdict.Example.class, verdict(PlanCodec.read(PlanCodec.write(plan), "plan")));
        assertTrue(Comparison.of(plan, BOOK).priced().size() > 1, "it is weighed all the same");
    }

    @ParameterizedTest
    @EnumSource(SystemKind.class)
    void theFirstNumberOfOnesOwnBringsTheAnswer(SystemKind kind) {
        FirstAnswers none = FirstAnswers.NONE.withKind(kind);
        for (PlanField asked : none.asked()) {
            FirstAnswers same = none.with(asked, none.instead(asked));
            Plan plan = plan(same);
            assertFalse(Assumed.is(plan, asked), "also where it is what had been assumed: " + asked);
            assertInstanceOf(Verdict.Cheapest.class, verdict(plan), asked::path);
            assertEquals(asked.get(plan), none.instead(asked));
        }
        Plan items = plan(none.withItems("Price list, 6000, weekly"));
        assertInstanceOf(Verdict.Cheapest.class, verdict(items));
    }

    @Test
    void aSupportChatIsAsItWasSaid() {
        Plan plan = plan(FirstAnswers.NONE
                .with(PlanField.SESSIONS_PER_MONTH, 20_000)
                .with(PlanField.TURNS, 8)
                .with(PlanField.GAP_MEDIAN, 70)
                .withItems("Price list, 6000, weekly\nTone guide, 1500, behaviour, quarterly, shared"));
        assertEquals(160_000, plan.traffic().requestsPerMonth());
        assertEquals(70, PlanField.GAP_MEDIAN.get(plan));
        assertEquals(
                List.of("price-list", "tone-guide", "conversation"),
                plan.items().stream().map(ContextItem::id).toList());
        assertFalse(plan.sources().containsKey("items.price-list.changesPerMonth"));
        assertTrue(plan.sources().getOrDefault("traffic.outputTokens", "").startsWith("Assumed (Support chat)"));
        Range turns = plan.whatIf().range(PlanField.TURNS.path()).orElseThrow();
        assertTrue(Assumed.is(turns), "the number was said, its range was not");
        assertFalse(Assumed.is(plan, PlanField.REQUESTS_PER_MONTH), "they follow from what was said");
    }

    @Test
    void whatNobodyAsksForIsSaid() {
        assertEquals(
                "Also assumed: “Conversation” starts with 500 tokens, grows by 500 tokens a turn, and 2 % of it is"
                        + " rewritten in between; an answer has 250 tokens.",
                FirstAnswers.NONE.withItems("Price list, 6000, weekly").also());
        assertEquals(
                "Also assumed: an answer has 211 tokens.",
                FirstAnswers.NONE.withKind(SystemKind.CLASSIFY).also());
    }

    @Test
    void aConversationOfOnesOwnGrowsAsItWasSaid() {
        FirstAnswers answers = FirstAnswers.NONE.withItems("Price list, 6000, weekly\nHistory, 700, grows 300 a turn");
        Plan plan = plan(answers);
        assertEquals(
                List.of("price-list", "history"),
                plan.items().stream().map(ContextItem::id).toList());
        ContextItem history = plan.item("history").orElseThrow();
        assertEquals(700, history.tokens());
        assertEquals(300, history.growing().perTurn());
        assertFalse(Assumed.is(plan, new ItemNumber("history", ItemNumber.Kind.PER_TURN)));
        assertTrue(Assumed.is(plan, new ItemNumber("history", ItemNumber.Kind.REWRITTEN)));
        assertTrue(answers.also().startsWith("Also assumed: 2 % of “History” is rewritten"), answers.also());
    }

    @Test
    void whoSharesThePromptSaysSoForEachPartThatDoesNot() {
        Plan plan = plan(FirstAnswers.NONE
                .withShared(Scope.TENANT)
                .with(PlanField.TENANTS, 200)
                .withItems("Catalogue, 6000, weekly\nTone guide, 1500, shared"));
        assertEquals(Scope.TENANT, plan.item("catalogue").orElseThrow().scope());
        assertEquals(Scope.SHARED, plan.item("tone-guide").orElseThrow().scope());
        assertEquals(200, plan.traffic().tenants());
        assertEquals(
                List.of(PlanField.TENANTS, PlanField.SESSIONS_PER_MONTH, PlanField.TURNS, PlanField.GAP_MEDIAN),
                FirstAnswers.NONE.withShared(Scope.TENANT).asked());
    }

    @Test
    void aPartThatCannotBeReadIsToldWithItsLine() {
        Refusal refusal =
                assertThrows(Refusal.class, () -> plan(FirstAnswers.NONE.withItems("Tone, 1500\nPrice list, many")));
        assertTrue(String.valueOf(refusal.getMessage()).startsWith("Line 2, tokens: “many”"), refusal::getMessage);
    }

    @Test
    void aNumberIsAssumedUntilItIsTouched() {
        Plan before = plan(FirstAnswers.NONE);
        Plan same = Assumed.touched(before, before.withName("Ours"));
        assertInstanceOf(Verdict.Example.class, verdict(same));
        Plan turns = Assumed.touched(before, PlanField.TURNS.with(before, 9));
        assertFalse(Assumed.is(turns, PlanField.TURNS));
        assertTrue(Assumed.is(turns, PlanField.GAP_MEDIAN));
        assertTrue(Assumed.is(turns, PlanField.REQUESTS_PER_MONTH), "they follow, and nobody has said how many");
        assertInstanceOf(Verdict.Cheapest.class, verdict(turns));
        Plan money = Assumed.touched(before, PlanField.DISCOUNT_RATE.with(before, 0.1));
        assertInstanceOf(Verdict.Example.class, verdict(money), "says nothing of the system");
    }

    @Test
    void thePresetOfAnotherSystemIsNoStatementAboutThisOne() {
        Plan before = plan(FirstAnswers.NONE);
        Plan taken = Assumed.touched(
                before,
                TakenPreset.of(before, Presets.named("coding-agent"), null).plan());
        assertInstanceOf(Verdict.Example.class, verdict(taken));
        assertTrue(taken.sources()
                .getOrDefault("traffic.sessions.turns", "")
                .startsWith("Assumed (Coding agent): kv-cache-tester"));
        Plan counted =
                TakenPreset.of(before, Presets.named("coding-agent"), 500.0).plan();
        assertInstanceOf(Verdict.Cheapest.class, verdict(counted));
    }

    @Test
    void theUsualModelIsSoldAndStays() {
        Model model = BOOK.model(NewPlan.USUAL_MODEL).orElseThrow();
        assertNull(model.retires());
        assertTrue(BOOK.rates(NewPlan.USUAL_MODEL, ServiceTier.STANDARD, DAY).isPresent());
    }
}
