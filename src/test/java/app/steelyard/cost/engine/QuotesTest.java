package app.steelyard.cost.engine;

import static app.steelyard.Fixtures.ALWAYS;
import static app.steelyard.Fixtures.DAY;
import static app.steelyard.Fixtures.item;
import static app.steelyard.Fixtures.plan;
import static app.steelyard.cost.engine.Books.BASE;
import static app.steelyard.cost.engine.Books.TUNED;
import static app.steelyard.cost.engine.Books.cache;
import static app.steelyard.cost.engine.Books.card;
import static app.steelyard.cost.engine.Books.model;
import static app.steelyard.cost.engine.Books.offer;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.steelyard.cost.Comparison;
import app.steelyard.cost.result.Caches;
import app.steelyard.cost.result.Evaluation;
import app.steelyard.cost.result.Line;
import app.steelyard.cost.result.LineKind;
import app.steelyard.cost.result.Timing;
import app.steelyard.plan.Design;
import app.steelyard.plan.ExchangeRate;
import app.steelyard.plan.Finance;
import app.steelyard.plan.Inference;
import app.steelyard.plan.Plan;
import app.steelyard.plan.PlanField;
import app.steelyard.plan.PriceRef;
import app.steelyard.plan.Retrieval;
import app.steelyard.plan.ServiceTier;
import app.steelyard.plan.item.Kind;
import app.steelyard.plan.item.Scope;
import app.steelyard.pricing.CachePolicy;
import app.steelyard.pricing.Model;
import app.steelyard.pricing.PriceBook;
import app.steelyard.pricing.RateCard;
import app.steelyard.pricing.Validity;
import app.steelyard.text.Currency;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Whose price is looked up for which day, and what is said where there is none. */
class QuotesTest {
    /** A tone to tune in and a handbook to cache, a million times a month; the model to tune is another. */
    private static final Plan PLAN = tuned(plan(0, 1_000_000)
            .withItems(List.of(
                    item("tone", 1000, Kind.BEHAVIOUR, Scope.SHARED, 0),
                    item("handbook", 9000, Kind.INFORMATION, Scope.SHARED, 0))));

    private static Plan tuned(Plan plan) {
        return plan.withTuning(plan.tuning().withModel(TUNED));
    }

    private static Model base(RateCard card, CachePolicy... caches) {
        return model(BASE, null, null, List.of(card), List.of(caches));
    }

    private static Evaluation.Priced weigh(Plan plan, PriceBook book, Design design) {
        return Comparison.of(plan, book).priced(design).orElseThrow();
    }

    private static List<String> reasons(Plan plan, PriceBook book, Design design) {
        return Comparison.of(plan, book).unpriced().stream()
                .filter(u -> u.architecture().design() == design)
                .findFirst()
                .orElseThrow()
                .reasons();
    }

    private static Line line(Evaluation.Priced e, LineKind kind, Timing timing) {
        return e.statement().stream()
                .filter(l -> l.kind() == kind && l.timing() == timing)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aCacheForBatchesIsOneThatTheVendorGrants() {
        Plan batch = PLAN.withInference(new Inference(BASE, ServiceTier.BATCH, DAY));
        RateCard half = card(ServiceTier.BATCH, Currency.USD, "0.5");
        Evaluation.Priced none = weigh(batch, Books.of(base(half, cache("1h", false, true))), Design.PROMPT_CACHING);
        assertNull(none.caches().policy());
        assertEquals(5000, none.measures().firstMonth(), 1e-9);
        Evaluation.Priced granted = weigh(batch, Books.of(base(half, cache("1h", true, true))), Design.PROMPT_CACHING);
        assertEquals(500, granted.measures().firstMonth(), 1e-9);
    }

    /** The base model's cache lasts "1h", the tuned one's "2h": a hybrid answers from the tuned model. */
    @Test
    void aTunedModelCachesByItsOwnRules() {
        Model own = model(
                TUNED,
                null,
                null,
                List.of(card("1")),
                List.of(cache("2h", true, true)),
                offer(ALWAYS, "25", card("2"), null, null));
        PriceBook book = Books.of(base(card("1"), cache("1h", true, true)), own);
        Caches hybrid = weigh(PLAN, book, Design.HYBRID).caches();
        assertEquals("2h", hybrid.policy().fact().lifetimes().get(0).name());
        assertEquals("2h", hybrid.lifetime().name());
        assertEquals(
                "1h",
                weigh(PLAN, book, Design.PROMPT_CACHING)
                        .caches()
                        .policy()
                        .fact()
                        .lifetimes()
                        .get(0)
                        .name());
        assertEquals(
                "Tuned",
                line(weigh(PLAN, book, Design.HYBRID), LineKind.CACHE_READ, Timing.MONTHLY)
                        .price()
                        .owner());
        Model without = model(
                TUNED,
                null,
                null,
                List.of(card("1")),
                List.of(cache("2h", true, false)),
                offer(ALWAYS, "25", card("2"), null, null));
        Evaluation.Priced plain = weigh(PLAN, Books.of(base(card("1")), without), Design.HYBRID);
        assertNull(plain.caches().policy(), "its vendor caches, but not for tuned models");
        assertEquals(9000 * 2, plain.measures().firstMonth(), 1e-9);
    }

    @Test
    void aStoreIsPaidByTheMonth() {
        Plan stored = PLAN.withRetrieval(
                new Retrieval(PriceRef.parse("test/embedding"), null, PriceRef.parse("test/store"), 2500, 0, 0));
        Evaluation.Priced e = weigh(stored, Books.of(base(card("1"))), Design.RETRIEVAL);
        assertEquals(50, line(e, LineKind.STORE, Timing.MONTHLY).amount());
        assertEquals(600, line(e, LineKind.STORE, Timing.MONTHLY).total(), 1e-9);
    }

    @Test
    void aPriceInEurosIsShownInEuros() {
        Finance f = PLAN.finance();
        Plan euros = PLAN.withFinance(
                new Finance(12, 0.08, f.timing(), new Currency("EUR"), new ExchangeRate(0.8, DAY, "a bank"), 4000));
        Line input =
                line(weigh(euros, Books.of(base(card("2"))), Design.UNCACHED), LineKind.PLAIN_INPUT, Timing.MONTHLY);
        assertEquals(1.6, input.price().value(), 1e-12);
        assertEquals(1000 * 1.6, input.amount(), 1e-9);
        Evaluation.Priced own =
                weigh(euros, Books.of(base(card(ServiceTier.STANDARD, new Currency("EUR"), "2"))), Design.UNCACHED);
        assertEquals(10_000 * 2, own.measures().firstMonth(), 1e-9);
    }

    @Test
    void whatHasNoPriceSaysWhichIsMissing() {
        PriceBook pounds = Books.of(base(card(ServiceTier.STANDARD, new Currency("GBP"), "1")));
        assertEquals(
                List.of("A price in GBP cannot be turned into USD: only US dollars have an exchange rate in the plan."),
                reasons(PLAN, pounds, Design.UNCACHED));
        Plan batch = PLAN.withInference(new Inference(BASE, ServiceTier.BATCH, DAY));
        Model tuned =
                model(TUNED, null, null, List.of(card("1")), List.of(), offer(ALWAYS, "25", card("2"), null, null));
        PriceBook both = Books.of(base(card("1")), tuned);
        assertEquals(
                List.of("Base has no price for Batch service. Choose another service tier, or add a profile of your"
                        + " own."),
                reasons(batch, both, Design.UNCACHED));
        assertEquals(
                List.of("The tuned Tuned has no price for Batch service. Choose another service tier or model."),
                reasons(batch, both, Design.FINE_TUNING));
        assertEquals(
                List.of("Tuned cannot be fine-tuned at its vendor. Choose another model to tune."),
                reasons(
                        PLAN,
                        Books.of(base(card("1")), model(TUNED, null, null, List.of(card("1")), List.of())),
                        Design.FINE_TUNING));
        Model free =
                model(TUNED, null, null, List.of(card("1")), List.of(), offer(ALWAYS, null, card("2"), null, null));
        assertEquals(
                List.of("What training Tuned costs is not known."),
                reasons(PLAN, Books.of(base(card("1")), free), Design.FINE_TUNING));
        assertEquals(
                List.of("No model to tune is chosen."),
                reasons(PLAN.withTuning(PLAN.tuning().withModel(null)), both, Design.FINE_TUNING));
    }

    @Test
    void onlyRetrievalNeedsAnEmbedding() {
        Plan none = PLAN.withRetrieval(new Retrieval(null, null, null, 2500, 0, 0));
        PriceBook book = Books.of(base(card("1")));
        assertEquals(List.of("No embedding service is chosen for retrieval."), reasons(none, book, Design.RETRIEVAL));
        assertEquals(10_000, weigh(none, book, Design.UNCACHED).measures().firstMonth(), 1e-9);
        assertTrue(Comparison.of(PLAN, book).priced(Design.RETRIEVAL).isPresent());
    }

    /** Training costs 25 for three months and 50 from the fourth on. */
    private static PriceBook dearer(@Nullable LocalDate inferenceUntil) {
        LocalDate change = DAY.plusMonths(3);
        Model model = model(
                TUNED,
                null,
                null,
                List.of(card("1")),
                List.of(),
                offer(new Validity(LocalDate.of(2020, 1, 1), change), "25", card("2"), null, inferenceUntil),
                offer(new Validity(change, null), "50", card("2"), null, inferenceUntil));
        return Books.of(base(card("1")), model);
    }

    /** The statement's line of a round is an example: that of the first round, at the price of its month. */
    @Test
    void aRoundIsShownAtThePriceOfItsMonth() {
        Plan plan = PlanField.DATASET_TOKENS.with(PLAN, 1e6);
        Evaluation.Priced third = weigh(PlanField.RETRAIN_EVERY_MONTHS.with(plan, 3), dearer(null), Design.FINE_TUNING);
        assertEquals(25, line(third, LineKind.TRAINING, Timing.ROUND).amount(), 1e-9);
        assertEquals(25, line(third, LineKind.TRAINING, Timing.ROUND).price().value());
        assertEquals(25 + 50 + 50, line(third, LineKind.TRAINING, Timing.ROUND).total(), 1e-9, "months 3, 6 and 9");
        assertTrue(third.laterPrices().stream()
                .anyMatch(p -> p.month() == 4
                        && p.kind() == LineKind.TRAINING
                        && p.price().value() == 50));
        Evaluation.Priced fourth =
                weigh(PlanField.RETRAIN_EVERY_MONTHS.with(plan, 4), dearer(null), Design.FINE_TUNING);
        assertEquals(50, line(fourth, LineKind.TRAINING, Timing.ROUND).price().value());
        assertEquals(25, line(fourth, LineKind.TRAINING, Timing.SET_UP).price().value());
        assertTrue(fourth.laterPrices().stream().noneMatch(p -> p.kind() == LineKind.TRAINING), "no later than shown");
    }

    /** A tuned model that stops answering is tuned anew in that month, once. */
    @Test
    void theEndOfTheTunedModelIsARound() {
        Plan plan = PlanField.DATASET_TOKENS.with(PLAN, 1e6);
        LocalDate end = DAY.plusMonths(5).plusDays(3);
        Evaluation.Priced e = weigh(plan, dearer(end), Design.FINE_TUNING);
        assertEquals(50, line(e, LineKind.TRAINING, Timing.ROUND).total(), 1e-9);
        assertEquals(50, e.cashFlow().amount(6) - e.cashFlow().amount(5), 1e-9);
        assertEquals(e.cashFlow().amount(5), e.cashFlow().amount(7), 1e-9);
        Evaluation.Priced never = weigh(plan, dearer(null), Design.FINE_TUNING);
        assertTrue(never.statement().stream().noneMatch(l -> l.timing() == Timing.ROUND));
        assertTrue(weigh(plan, dearer(end), Design.UNCACHED).statement().stream()
                .noneMatch(l -> l.timing() == Timing.ROUND));
    }
}
