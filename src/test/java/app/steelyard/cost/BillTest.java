package app.steelyard.cost;

import static app.steelyard.Fixtures.book;
import static app.steelyard.Fixtures.item;
import static app.steelyard.Fixtures.model;
import static app.steelyard.Fixtures.plan;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.steelyard.Fixtures.ModelBuilder;
import app.steelyard.Seeded;
import app.steelyard.cost.column.Columns;
import app.steelyard.cost.engine.Batch;
import app.steelyard.cost.engine.Sums;
import app.steelyard.cost.explain.Derivation;
import app.steelyard.cost.explain.Derivations;
import app.steelyard.cost.result.CostPropertiesTest;
import app.steelyard.cost.result.Evaluation;
import app.steelyard.cost.result.Line;
import app.steelyard.cost.result.LineKind;
import app.steelyard.cost.result.Notice;
import app.steelyard.plan.Contract;
import app.steelyard.plan.Contract.Discount;
import app.steelyard.plan.Contract.PriceKind;
import app.steelyard.plan.Design;
import app.steelyard.plan.Plan;
import app.steelyard.plan.PlanField;
import app.steelyard.plan.ServiceTier;
import app.steelyard.plan.bill.Way;
import app.steelyard.plan.item.Kind;
import app.steelyard.plan.item.Placement;
import app.steelyard.plan.item.Scope;
import app.steelyard.pricing.PriceBook;
import app.steelyard.pricing.kind.Fee;
import app.steelyard.pricing.kind.Modifier;
import app.steelyard.pricing.kind.TokenKind;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What of a bill is no text at the usual price: worked by hand, the arithmetic beside it. */
class BillTest {
    /** A million requests of 1,000 tokens in and 100 out, at 2 and 10 a million: 2,000 + 1,000. */
    private static final Plan MILLION =
            PlanField.OUTPUT_TOKENS.with(plan(1000, 1_000_000), 100).withToday(Design.UNCACHED);

    private static final double USUAL = 3000;

    private static ModelBuilder list() {
        return model().minimum(0, 1).prices("2", "0.2", "10");
    }

    private static Evaluation.Priced today(Plan plan, ModelBuilder prices) {
        return today(plan, book(prices));
    }

    private static Evaluation.Priced today(Plan plan, PriceBook prices) {
        return (Evaluation.Priced) Comparison.of(plan, prices).baseline();
    }

    private static Plan in(Plan plan, String region) {
        return plan.withInference(
                plan.inference().withServed(plan.inference().served().withRegion(region)));
    }

    private static Line line(Evaluation.Priced e, LineKind kind, @Nullable Way way) {
        return e.statement().stream()
                .filter(l -> l.kind() == kind && l.way() == way)
                .findFirst()
                .orElseThrow();
    }

    private static void month(double byHand, Evaluation.Priced e) {
        assertEquals(byHand, e.measures().firstMonth(), 1e-9 * byHand);
        for (Line line : e.statement()) {
            assertEquals(line.amount(), line.units() * line.price().value(), 1e-9 * Math.abs(line.amount()), "foots");
        }
    }

    /** 30 % at half the price: .7 × 3,000 + .3 × 1,500 = 2,550. */
    @Test
    void batch() {
        Evaluation.Priced e =
                today(PlanField.SERVED_BATCH.with(MILLION, 0.3), list().tier(ServiceTier.BATCH, "1", "0.1", "5"));
        month(2550, e);
        assertEquals(0.3e9, line(e, LineKind.PLAIN_INPUT, Way.BATCH).quantity(), 1);
        assertEquals(0.7e9, line(e, LineKind.PLAIN_INPUT, null).quantity(), 1);
        assertEquals(1, line(e, LineKind.PLAIN_INPUT, Way.BATCH).price().value());
        assertEquals(2.55e-3, e.measures().costPerRequest(), 1e-12, "in the cost of a request");
    }

    /** 40 % at +10 %: .6 × 3,000 + .4 × 3,300 = 3,120; the line says by which factor. */
    @Test
    void region() {
        Plan plan = in(PlanField.SERVED_REGIONAL.with(MILLION, 0.4), "eu");
        Evaluation.Priced e = today(plan, list().surcharge(Modifier.PLACE, "eu", "1.1"));
        month(3120, e);
        Line input = line(e, LineKind.PLAIN_INPUT, Way.REGIONAL);
        assertEquals(2.2, input.price().value(), 1e-12);
        assertTrue(
                input.price().note().contains("1.1 times the list price"),
                input.price().note());
    }

    /** 20 % at 2.5 times: .8 × 3,000 + .2 × 7,500 = 3,900. The fast mode is that list where it has no factor of its own. */
    @Test
    void priority() {
        ModelBuilder prices = list().tier(ServiceTier.PRIORITY, "5", "0.5", "25");
        month(3900, today(PlanField.SERVED_PRIORITY.with(MILLION, 0.2), prices));
        month(3900, today(PlanField.SERVED_FAST.with(MILLION, 0.2), prices));
    }

    /** 10 % at 6 times: .9 × 3,000 + .1 × 18,000 = 4,500. */
    @Test
    void fastMode() {
        month(4500, today(PlanField.SERVED_FAST.with(MILLION, 0.1), list().surcharge(Modifier.FAST, "", "6")));
    }

    /**
     * 900 tokens of sound in, a third of them from the cache, and 300 out: 600 × 32 + 300 × .4 + 300 × 64 a million requests = 19,200
     * + 120 + 19,200, and the text.
     */
    @Test
    void sound() {
        Plan plan = PlanField.AUDIO_OUTPUT.with(PlanField.AUDIO_INPUT.with(MILLION, 900), 300);
        ModelBuilder prices = model().kinds(Map.of(
                        TokenKind.AUDIO_INPUT, new BigDecimal("32"),
                        TokenKind.AUDIO_CACHED_INPUT, new BigDecimal("0.4"),
                        TokenKind.AUDIO_OUTPUT, new BigDecimal("64")))
                .prices("2", "0.2", "10");
        month(USUAL + 900 * 32 + 300 * 64, today(plan, prices));
        Evaluation.Priced cached = today(PlanField.MEDIA_CACHED_SHARE.with(plan, 1 / 3.0), prices);
        month(USUAL + 19_200 + 120 + 19_200, cached);
        assertEquals(120, line(cached, LineKind.AUDIO_READ, null).amount(), 1e-9);
    }

    /** What is read from the cache is paid as other input where it has no price of its own. */
    @Test
    void picturesWithoutACachedPrice() {
        ModelBuilder prices = model().kinds(Map.of(TokenKind.IMAGE_INPUT, new BigDecimal("5")))
                .prices("2", "0.2", "10");
        Plan plan = PlanField.MEDIA_CACHED_SHARE.with(PlanField.IMAGE_INPUT.with(MILLION, 1000), 0.5);
        month(USUAL + 5000, today(plan, prices));
    }

    /** 20,000 searches a month, 5,000 of them free, at 14 a thousand: 15 × 14 = 210. */
    @Test
    void searchesBeyondWhatIsFree() {
        Plan plan = PlanField.GROUNDINGS.with(MILLION, 0.02);
        ModelBuilder prices = list().fee(Fee.GROUNDING, "14", Fee.Per.THOUSAND_CALLS, 5000);
        Evaluation.Priced e = today(plan, prices);
        month(USUAL + 210, e);
        assertEquals(15_000, line(e, LineKind.GROUNDING, null).quantity(), 1e-6);
        // 3,000 are all free.
        month(USUAL, today(PlanField.GROUNDINGS.with(MILLION, 0.003), prices));
        // What the plan says that they cost is for all of them.
        month(USUAL + 20 * 9, today(PlanField.GROUNDING_PRICE.with(plan, 9), prices));
        // Each month has its own that are free: 20,000 and 22,000 are billed as 15,000 and 17,000.
        Plan growing = PlanField.GROWTH_PER_MONTH.with(PlanField.HORIZON_MONTHS.with(plan, 2), 0.1);
        assertEquals(
                32 * 14, line(today(growing, prices), LineKind.GROUNDING, null).total(), 1e-6);
    }

    /** 250,000 sessions of 4 turns, a container in one of ten: 25,000 × .03 = 750; code an hour in a hundred: 2,500 − 1,550, × .05. */
    @Test
    void usesOfSessions() {
        Plan plan = PlanField.TURNS.with(MILLION, 4);
        plan = PlanField.CODE_SESSIONS.with(PlanField.CONTAINERS.with(plan, 0.1), 0.01);
        month(
                USUAL + 750 + 950 * 0.05,
                today(
                        plan,
                        list().fee(Fee.CONTAINER, "0.03", Fee.Per.SESSION, 0)
                                .fee(Fee.CODE_EXECUTION, "0.05", Fee.Per.HOUR, 1550)));
    }

    /** What no list has is stated: half a million calls at 4 a thousand, 2,000. */
    @Test
    void toolsOfOthers() {
        Plan plan = PlanField.TOOL_CALLS.with(MILLION, 0.5);
        Evaluation.Unpriced unknown = assertInstanceOf(
                Evaluation.Unpriced.class,
                Comparison.of(plan, book(list())).evaluations().get(0));
        assertTrue(unknown.reasons().get(0).contains("traffic.fees.toolCallPrice"), unknown.reasons()::toString);
        month(USUAL + 2000, today(PlanField.TOOL_CALL_PRICE.with(plan, 4), list()));
    }

    /** A tier without a price is never paid as standard. */
    @Test
    void whatHasNoPriceIsUnpriced() {
        for (Way way : Way.values()) {
            Plan plan = in(PlanField.served(way).with(MILLION, 0.1), "eu");
            List<Evaluation> all = Comparison.of(plan, book(list())).evaluations();
            assertTrue(all.stream().allMatch(e -> e instanceof Evaluation.Unpriced), way::name);
            // None of it is nothing to price.
            month(USUAL, today(PlanField.served(way).with(plan, 0), list()));
        }
        Plan nowhere = PlanField.SERVED_REGIONAL.with(MILLION, 0.1);
        Evaluation e = Comparison.of(nowhere, book(list())).evaluations().get(0);
        assertTrue(((Evaluation.Unpriced) e).reasons().get(0).contains("no region is chosen"));
        Plan heard = PlanField.AUDIO_INPUT.with(MILLION, 10);
        Evaluation text = Comparison.of(heard, book(list())).evaluations().get(0);
        assertEquals(
                List.of("Test model has no known price for: Audio input. The price of text is not taken for it."),
                ((Evaluation.Unpriced) text).reasons());
    }

    /**
     * Of batch requests that look into no cache all input is plain, and the others find less often what fewer keep alive. 800 tokens
     * are shared, 200 are each request's own; 20,000 requests an hour find nearly all of it.
     */
    @Test
    void batchBesideACache() {
        Plan plan = MILLION.withItems(List.of(
                        item("rules", 800, Kind.INFORMATION, Scope.SHARED, 0).withPlacement(Placement.CACHED_PREFIX),
                        item("question", 200, Kind.INFORMATION, Scope.REQUEST, 0)))
                .withToday(Design.PROMPT_CACHING);
        Plan batched = PlanField.SERVED_BATCH.with(PlanField.MEASURED_HIT_RATE.with(plan, 0.9), 0.3);
        ModelBuilder prices = list().tier(ServiceTier.BATCH, "1", "0.1", "5");
        // .7 × (720 × .2 + 280 × 2) + .3 × (720 × .1 + 280 × 1), and the output 2,550 − 1,700
        month(0.7 * (144 + 560) + 0.3 * (72 + 280) + 850, today(batched, prices));
        Evaluation.Priced e = today(batched, prices.notInBatch());
        month(0.7 * (144 + 560) + 0.3 * 1000 + 850, e);
        String told = e.notices().stream().map(Notice::text).collect(Collectors.joining("\n"));
        assertTrue(told.contains("30 % of the requests are batch requests"), told);
        assertFalse(told.contains("are taken to share one cache"), told);
        // Derived: as 7 of 10 of the requests alone have it.
        Plan fewer = PlanField.REQUESTS_PER_MONTH.with(plan, 300);
        for (Plan of : List.of(plan, fewer)) {
            double requests = 0.7 * of.traffic().requestsPerMonth();
            assertEquals(
                    today(PlanField.REQUESTS_PER_MONTH.with(of, requests), prices)
                            .caches()
                            .hitRate(),
                    today(PlanField.SERVED_BATCH.with(of, 0.3), prices).caches().hitRate(),
                    1e-12);
        }
    }

    /** A region has a cache of its own: of 300 requests a month a tenth is found as by 30, the rest as by 270. */
    @Test
    void aRegionHasItsOwnCache() {
        Plan plan = MILLION.withItems(List.of(
                        item("rules", 1000, Kind.INFORMATION, Scope.SHARED, 0).withPlacement(Placement.CACHED_PREFIX)))
                .withToday(Design.PROMPT_CACHING);
        ModelBuilder prices = list().surcharge(Modifier.PLACE, "eu", "1.1");
        double here = today(PlanField.REQUESTS_PER_MONTH.with(plan, 2700), prices)
                .caches()
                .hitRate();
        double there = today(PlanField.REQUESTS_PER_MONTH.with(plan, 300), prices)
                .caches()
                .hitRate();
        Plan both = in(PlanField.SERVED_REGIONAL.with(PlanField.REQUESTS_PER_MONTH.with(plan, 3000), 0.1), "eu");
        assertEquals(0.9 * here + 0.1 * there, today(both, prices).caches().hitRate(), 1e-12);
        assertTrue(there < here);
    }

    @Test
    void sharesOfNothingChangeNothingAndAllToOneTierIsThatTiersPlan() {
        Seeded.forAll(20, draw -> {
            Plan plan = CostPropertiesTest.anyPlan(draw);
            ModelBuilder prices = CostPropertiesTest.anyPrices(draw, 1)
                    .tier(ServiceTier.BATCH, "1.5", "0.2", "7")
                    .surcharge(Modifier.PLACE, "eu", "1.1");
            PriceBook book = book(prices);
            Plan none = in(PlanField.SERVED_REGIONAL.with(PlanField.SERVED_BATCH.with(plan, 0), 0), "eu");
            same(Comparison.of(plan, book), Comparison.of(none, book));
            Plan batch = plan.withInference(plan.inference().withTier(ServiceTier.BATCH));
            same(Comparison.of(batch, book), Comparison.of(PlanField.SERVED_BATCH.with(plan, 1), book));
        });
    }

    private static void same(Comparison expected, Comparison actual) {
        assertEquals(expected.evaluations().size(), actual.evaluations().size());
        for (int i = 0; i < expected.evaluations().size(); i++) {
            if (expected.evaluations().get(i) instanceof Evaluation.Priced e) {
                Evaluation.Priced a = (Evaluation.Priced) actual.evaluations().get(i);
                assertEquals(
                        e.measures().tco(),
                        a.measures().tco(),
                        1e-12 * Math.abs(e.measures().tco()));
                assertEquals(e.statement().size(), a.statement().size());
            }
        }
    }

    /** A discount of batch prices alone is one of batch requests alone: 12 % off 450. */
    @Test
    void aDiscountOfOneTier() {
        Plan plan = PlanField.SERVED_BATCH.with(MILLION, 0.3);
        Discount off = new Discount(
                "test",
                0.12,
                null,
                List.of(PriceKind.INPUT, PriceKind.OUTPUT),
                ServiceTier.BATCH,
                null,
                null,
                null,
                null,
                null);
        Contract contract = Contract.NONE.with(off);
        month(2550 - 0.12 * 450, today(plan.withContract(contract), list().tier(ServiceTier.BATCH, "1", "0.1", "5")));
    }

    /** A number that the plan leaves out can be searched all the same: its prices are looked up when it is asked for. */
    @Test
    void whatIsLeftOutCanBeVaried() {
        PriceBook book = book(list().tier(ServiceTier.BATCH, "1", "0.1", "5"));
        Batch batch = Batch.of(
                PlanField.HORIZON_MONTHS.with(MILLION, 1),
                List.copyOf(Batch.designs(MILLION, book)).subList(0, 1),
                book);
        Columns in = batch.columns(3);
        double[] share = in.vary(PlanField.SERVED_BATCH);
        share[1] = 0.3;
        share[2] = 1;
        Sums sums = Sums.of(batch, in);
        batch.worker().evaluate(in, 0, 3, sums);
        assertEquals(USUAL, sums.total()[0][0], 1e-6);
        assertEquals(2550, sums.total()[0][1], 1e-6);
        assertEquals(1500, sums.total()[0][2], 1e-6);
    }

    @Test
    void everyLineIsExplained() {
        Plan plan = in(PlanField.SERVED_REGIONAL.with(PlanField.SERVED_BATCH.with(MILLION, 0.3), 0.2), "eu");
        plan = PlanField.AUDIO_INPUT.with(PlanField.GROUNDINGS.with(plan, 0.02), 50);
        Comparison comparison = Comparison.of(
                plan,
                book(model().kinds(Map.of(TokenKind.AUDIO_INPUT, new BigDecimal("32")))
                        .prices("2", "0.2", "10")
                        .tier(ServiceTier.BATCH, "1", "0.1", "5")
                        .surcharge(Modifier.PLACE, "eu", "1.1")
                        .fee(Fee.GROUNDING, "14", Fee.Per.THOUSAND_CALLS, 5000)));
        Evaluation.Priced e = (Evaluation.Priced) comparison.baseline();
        Derivation batch = Derivations.line(comparison, e, line(e, LineKind.PLAIN_INPUT, Way.BATCH));
        assertEquals("Uncached input, batch – context", batch.title());
        assertEquals(
                List.of("30 %", "1,000,000", "1,000"),
                batch.terms().stream().limit(3).map(Derivation.Term::value).toList());
        Derivation rest = Derivations.line(comparison, e, line(e, LineKind.OUTPUT, null));
        assertEquals(
                List.of("50 %", "1,000,000", "100"),
                rest.terms().stream().limit(3).map(Derivation.Term::value).toList());
        Derivation free = Derivations.line(comparison, e, line(e, LineKind.GROUNDING, null));
        assertEquals(
                List.of("1,000,000", "0.02", "20,000", "5,000", "15,000"),
                free.terms().stream().limit(5).map(Derivation.Term::value).toList());
        Derivation sound = Derivations.line(comparison, e, line(e, LineKind.AUDIO_INPUT, Way.REGIONAL));
        assertTrue(sound.note().contains("1.1 times the list price"), sound.note());
    }
}
