package app.steelyard.app.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.steelyard.Fixtures;
import app.steelyard.document.Presets;
import app.steelyard.plan.Contract;
import app.steelyard.plan.Contract.Discount;
import app.steelyard.plan.Plan;
import app.steelyard.plan.PlanField;
import app.steelyard.plan.check.Assumed;
import app.steelyard.plan.item.ContextItem;
import app.steelyard.plan.item.Growth;
import app.steelyard.plan.item.Kind;
import app.steelyard.plan.item.Scope;
import app.steelyard.plan.typed.RangeText;
import app.steelyard.plan.typed.SessionText;
import app.steelyard.pricing.PriceBook;
import app.steelyard.text.Currency;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PlanSentenceTest {
    private static final PriceBook BOOK = Fixtures.book(Fixtures.model());
    private static final Plan SINGLE = PlanField.OUTPUT_TOKENS.with(Fixtures.plan(1_000, 50_000), 350);

    private static String sentence(Plan plan) {
        return PlanSentence.TRAFFIC.of(plan, BOOK).stream()
                .map(PlanSentence.Part::text)
                .collect(Collectors.joining());
    }

    private static List<String> paths(Plan plan) {
        return PlanSentence.TRAFFIC.of(plan, BOOK).stream()
                .filter(PlanSentence.NumberWord.class::isInstance)
                .map(p -> ((PlanSentence.NumberWord) p).number().path())
                .toList();
    }

    private static Plan conversations() {
        ContextItem talk =
                Fixtures.item("talk", 500, Kind.INFORMATION, Scope.SESSION, 0).withGrowth(new Growth(600, 0, null, 0));
        Plan plan = PlanField.TURNS.with(SINGLE.withItems(List.of(talk)), 8);
        plan = PlanField.SESSIONS_PER_MONTH.with(plan, 50_000);
        return PlanField.GAP_MEDIAN.with(plan, 70);
    }

    @Test
    void singleRequestsAreCountedAsSuch() {
        assertEquals(
                "50,000 requests a month, each by itself. An answer has 350 tokens. Traffic grows by 0 % a month and"
                        + " comes evenly over 24 h a day.",
                sentence(SINGLE));
    }

    @Test
    void conversationsAreToldByTurnsGapsAndGrowth() {
        Plan busy = PlanField.ACTIVE_SHARE.with(PlanField.ACTIVE_HOURS_PER_DAY.with(conversations(), 10), 0.8);
        assertEquals(
                "50,000 conversations a month of 8 turns on average (half at most 6, one in twenty above 22), 70 s"
                        + " apart, growing by 600 tokens a turn. An answer has 350 tokens. Traffic grows by 0 % a month;"
                        + " 80 % of it comes within 10 h a day.",
                sentence(busy));
        assertEquals("traffic.sessions.perMonth", paths(busy).get(0));
        assertEquals("items.talk.growth.perTurn", paths(busy).get(4));
    }

    @Test
    void aWordHasItsRangeAndSaysIfNobodyStatedIt() {
        Plan taken = TakenPreset.of(conversations(), Presets.named("support-chat"), null)
                .plan();
        assertTrue(sentence(taken).contains(" of 8 (4 to 27, assumed) turns on average"), sentence(taken));
        Plan typed = edited(taken, PlanField.TURNS, "9");
        assertTrue(sentence(typed).contains(" of 9 (4 to 27, assumed) turns on average"), sentence(typed));
        Plan stated = edited(typed, PlanField.TURNS, "6 to 12");
        assertTrue(sentence(stated).contains(" of 9 (6 to 12) turns on average"), sentence(stated));
        Plan gap = edited(conversations(), PlanField.GAP_MEDIAN, "60 to 90");
        assertTrue(sentence(gap).contains(", 70 s (60 to 90) apart"), sentence(gap));
        Plan alone = edited(typed, PlanField.TURNS, "40");
        assertTrue(sentence(alone).contains(" of 40 turns on average"), sentence(alone));
    }

    /** As a field makes it of what is typed. */
    private static Plan edited(Plan plan, PlanField field, String typed) {
        return Assumed.touched(plan, RangeText.apply(plan, field, RangeText.parse(typed, field, plan)));
    }

    @Test
    void conversationsAreAsUnlikeAsTheirSpread() {
        Plan even = PlanField.TURNS_SPREAD.with(conversations(), 0);
        assertTrue(sentence(even).contains(" of 8 turns on average (all alike), 70 s"), sentence(even));
        Plan wide = PlanField.TURNS_SPREAD.with(conversations(), 2);
        assertTrue(sentence(wide).contains("(half at most 1, one in twenty above 41)"), sentence(wide));
    }

    /** Bounds are those of the table: what lies between two of them nobody counted. */
    @Test
    void measuredGapsAreToldByWhatIsWithinThem() {
        assertTrue(
                gaps("30 s 40 %, 1 min 62 %, 5 min 92 %, 1 h 99 %")
                        .contains(
                                " turns on average (half at most 6, one in twenty above 22), 62 % within 1 min, 99 % within 1 h of the turn before, growing"));
        assertTrue(gaps("45 s 96 %, 1 h 99 %").contains(", 96 % within 45 s of the turn before"));
        assertTrue(gaps("30 s 10 %, 90 s 20 %").contains(", 20 % within 90 s of the turn before"));
        assertTrue(gaps("1 min 62 %, 5 min 92 %").contains(", 62 % within 1 min of the turn before"));
    }

    private static String gaps(String typed) {
        Plan plan = conversations();
        return sentence(plan.withTraffic(plan.traffic()
                .withSessions(plan.traffic()
                        .sessions()
                        .withGaps(SessionText.gaps(typed).rows()))));
    }

    @Test
    void everyWordIsANumberThatTheSentenceFollows() {
        for (PlanSentence.Part part : PlanSentence.TRAFFIC.of(conversations(), BOOK)) {
            if (part instanceof PlanSentence.NumberWord word) {
                Plan other =
                        word.number().with(conversations(), word.number().path().endsWith("Day") ? 12 : 3);
                assertFalse(
                        sentence(other).equals(sentence(conversations())),
                        word.number().path());
            }
        }
    }

    @Test
    void countedByRequestsItSaysSo() {
        Plan plan = PlanField.SESSIONS_PER_MONTH.with(conversations(), Double.NaN);
        assertEquals("traffic.requestsPerMonth", paths(plan).get(0));
    }

    private static String told(PlanSentence sentence, Plan plan) {
        return sentence.of(plan, BOOK).stream().map(PlanSentence.Part::text).collect(Collectors.joining());
    }

    @Test
    void whatIsOffIsToldWhereverItIsAgreed() {
        assertTrue(
                told(PlanSentence.MODEL, ContractNumber.OFF.with(SINGLE, 0.12)).contains("2026-02-01, 12 % off;"));
        Discount output =
                new Discount("test", 0.3, null, List.of(Contract.PriceKind.OUTPUT), null, null, null, null, null, null);
        assertTrue(told(PlanSentence.MODEL, SINGLE.withContract(Contract.NONE.with(output)))
                .contains("2026-02-01, something off;"));
        Discount other = new Discount("test", 0.3, "another", null, null, null, null, null, null, null);
        Discount later = new Discount(
                "test",
                0.3,
                null,
                null,
                null,
                null,
                null,
                SINGLE.inference().pricesAsOf().plusDays(1),
                null,
                null);
        Discount dated = new Discount(
                "test", 0.3, null, null, null, null, null, SINGLE.inference().pricesAsOf(), null, null);
        for (Discount none : List.of(other, later)) {
            assertTrue(told(PlanSentence.MODEL, SINGLE.withContract(Contract.NONE.with(none)))
                    .contains("2026-02-01, nothing off;"));
        }
        assertTrue(told(PlanSentence.MODEL, SINGLE.withContract(Contract.NONE.with(dated)))
                .contains("2026-02-01, 30 % off;"));
        PriceBook house = BOOK.with(Contract.NONE.with(new Discount(Discount.EVERY, 0.1)));
        assertEquals(
                "10 %",
                PlanSentence.MODEL.of(SINGLE, house).stream()
                        .filter(PlanSentence.AgreedWord.class::isInstance)
                        .map(PlanSentence.Part::text)
                        .collect(Collectors.joining()));
    }

    @Test
    void theModelIsToldWithItsPricesAndItsCache() {
        assertEquals(
                "Runs on Test model, tier Standard, at the prices of 2026-02-01, nothing off; its cache keeps 5m, renewed by each"
                        + " hit.",
                told(PlanSentence.MODEL, SINGLE));
        assertEquals(
                "Runs on Test model, tier Standard, at the prices of 2026-02-01, nothing off; its cache keeps 5m, renewed by each"
                        + " hit. A hit rate of 85 % was measured.",
                told(PlanSentence.MODEL, PlanField.MEASURED_HIT_RATE.with(SINGLE, 0.85)));
    }

    @Test
    void theOutcomeAsksForOneNumberBeforeItAsksForMore() {
        assertEquals(
                "How often an answer is right is not stated; what a failure costs is not stated.",
                told(PlanSentence.OUTCOME, SINGLE));
        Plan stated = PlanField.FAILURE_COST.with(PlanField.SUCCESS_PROMPTED.with(conversations(), 0.82), 4);
        assertEquals(
                "A conversation succeeds in 82 % by prompt (tuned: not stated, with retrieval: not stated);"
                        + " what a failure costs is $4; there is no second try.",
                told(PlanSentence.OUTCOME, stated));
        Plan people = PlanField.FAILURE_HOURLY_RATE.with(PlanField.FAILURE_MINUTES.with(stated, 12), 40);
        people = PlanField.RETRY_SUCCESS.with(people, 0.5);
        assertEquals(
                "A conversation succeeds in 82 % by prompt (tuned: not stated, with retrieval: not stated);"
                        + " a failure takes 12 minutes at $40 an hour; a second try succeeds in 50 % at 1 × the cost.",
                told(PlanSentence.OUTCOME, people));
    }

    @Test
    void moneyNamesTheRateOfAForeignCurrency() {
        assertEquals(
                "Over 12 months at a discount of 8 % a year, in USD, cash at the end of a month; a week of engineering"
                        + " costs $4,000.",
                told(PlanSentence.MONEY, SINGLE));
        Plan euros = SINGLE.withFinance(SINGLE.finance().in(new Currency("EUR"), null));
        assertTrue(told(PlanSentence.MONEY, euros).contains(", in EUR at not stated to the dollar,"));
        assertTrue(told(PlanSentence.MONEY, PlanField.EXCHANGE_RATE.with(euros, 0.9))
                .contains("in EUR at 0.9 to the dollar"));
    }
}
