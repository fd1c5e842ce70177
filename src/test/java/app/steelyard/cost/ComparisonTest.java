package app.steelyard.cost;

import static app.steelyard.Fixtures.book;
import static app.steelyard.Fixtures.item;
import static app.steelyard.Fixtures.model;
import static app.steelyard.Fixtures.plan;
import static app.steelyard.Fixtures.withTraffic;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.steelyard.Fixtures.ModelBuilder;
import app.steelyard.SampleComparisons;
import app.steelyard.cost.engine.Batch;
import app.steelyard.cost.explain.Derivation;
import app.steelyard.cost.explain.Derivations;
import app.steelyard.cost.result.Architecture;
import app.steelyard.cost.result.CachedPart;
import app.steelyard.cost.result.Caches;
import app.steelyard.cost.result.Evaluation;
import app.steelyard.cost.result.FirstToken;
import app.steelyard.cost.result.Line;
import app.steelyard.cost.result.LineKind;
import app.steelyard.cost.result.Measure;
import app.steelyard.cost.result.Measures;
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
import app.steelyard.plan.item.Placement;
import app.steelyard.plan.item.Scope;
import app.steelyard.pricing.CacheLifetime.Refresh;
import app.steelyard.pricing.Validity;
import app.steelyard.text.Currency;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The parts of the cost function one by one, with numbers worked out by hand. */
class ComparisonTest {
    private static final ModelBuilder SIMPLE = model().prices("1", "0.1", "5");

    private static Evaluation.Priced weigh(Plan plan, ModelBuilder model, Design design) {
        return Comparison.of(plan, book(model)).priced(design).orElseThrow();
    }

    private static double amount(Evaluation.Priced evaluation, LineKind kind) {
        return evaluation.statement().stream()
                .filter(l -> l.kind() == kind)
                .mapToDouble(Line::amount)
                .sum();
    }

    private static boolean warns(Evaluation.Priced evaluation, String words) {
        return evaluation.notices().stream().anyMatch(n -> n.text().contains(words));
    }

    @Test
    void designsThatPlaceAlikeAreListedOnce() {
        List<Design> designs = Architecture.of(plan(5000, 1000), book(SIMPLE)).stream()
                .map(Architecture::design)
                .toList();
        assertEquals(List.of(Design.UNCACHED, Design.PROMPT_CACHING, Design.RETRIEVAL, Design.FINE_TUNING), designs);
    }

    @Test
    void anUnknownPriceIsUnpricedAndNeverZero() {
        Plan plan = plan(5000, 1000)
                .withInference(new Inference(
                        PriceRef.parse("nobody/nothing"), ServiceTier.STANDARD, LocalDate.of(2026, 2, 1)));
        Comparison comparison = Comparison.of(plan, book(SIMPLE));
        assertTrue(comparison.priced().stream().allMatch(e -> e.architecture().own() != null));
        assertTrue(comparison.unpriced().stream()
                .anyMatch(u -> u.reasons().get(0).contains("nobody/nothing is not in the price book")));
    }

    /** A screen, a sentence and a search over many scenarios name them alike. */
    @Test
    void whatHasNoPriceIsNamedAsNotCompared() {
        Plan plan = plan(5000, 1000);
        String named = "Not compared, as a price, a rate or an offer is missing: Fine-tuning";
        assertEquals(named, Comparison.of(plan, book(SIMPLE)).uncompared().orElseThrow());
        assertEquals(named, Batch.of(plan, book(SIMPLE)).uncompared().orElseThrow());
        Comparison all = SampleComparisons.compare(SampleComparisons.copilot());
        assertTrue(all.unpriced().isEmpty());
        assertTrue(all.uncompared().isEmpty());
    }

    @Test
    void aMissingOutputPriceMattersOnlyWithOutput() {
        ModelBuilder noOutput = model().prices("1", "0.1", null);
        assertTrue(Comparison.of(plan(5000, 1000), book(noOutput))
                .priced(Design.UNCACHED)
                .isPresent());
        Plan talking = withTraffic(plan(5000, 1000), 1, 24, 1, 10);
        assertTrue(
                Comparison.of(talking, book(noOutput)).priced(Design.UNCACHED).isEmpty());
    }

    @Test
    void changesInvalidateAllThatFollowsInThePrompt() {
        Plan plan = plan(0, 730_000)
                .withItems(List.of(
                        item("daily", 1000, Kind.INFORMATION, Scope.SHARED, 7300),
                        item("stable", 3000, Kind.INFORMATION, Scope.SHARED, 0)));
        Caches caches = weigh(plan, SIMPLE, Design.PROMPT_CACHING).caches();
        assertEquals("stable", caches.parts().get(0).item().name());
        assertEquals(1, caches.parts().get(0).hitRate(), 1e-12);
        assertEquals(1000.0 / 1010, caches.parts().get(1).hitRate(), 1e-9);
        assertEquals(0, caches.parts().get(0).changesPerMonth());
        assertEquals(7300, caches.parts().get(1).changesPerMonth(), 1e-9);
        assertEquals((3000 + 1000 * 1000 / 1010.0) / 4000, caches.hitRate(), 1e-9);
    }

    @Test
    void aPartBelowTheMinimumSharesTheFateOfTheNext() {
        ModelBuilder minimum = model().minimum(1024, 1).prices("1", "0.1", "5");
        Plan plan = plan(0, 730_000)
                .withItems(List.of(
                        item("small", 500, Kind.INFORMATION, Scope.SHARED, 0),
                        item("changing", 1500, Kind.INFORMATION, Scope.SHARED, 7300)));
        Caches caches = weigh(plan, minimum, Design.PROMPT_CACHING).caches();
        assertEquals(1000.0 / 1010, caches.parts().get(0).hitRate(), 1e-9);
    }

    @Test
    void theBreakpointThatCostsLeastIsGivenUp() {
        ModelBuilder two = model().breakpoints(2).prices("1", "0.1", "5");
        Plan plan = plan(0, 730_000)
                .withItems(List.of(
                        item("large", 9000, Kind.INFORMATION, Scope.SHARED, 0),
                        item("middle", 100, Kind.INFORMATION, Scope.SHARED, 730),
                        item("last", 1000, Kind.INFORMATION, Scope.SHARED, 7300)));
        Caches caches = weigh(plan, two, Design.PROMPT_CACHING).caches();
        assertEquals(1, caches.parts().get(0).hitRate(), 1e-12);
        assertEquals(caches.parts().get(2).hitRate(), caches.parts().get(1).hitRate(), 0);
    }

    @Test
    void dayAndNightAreWeightedByTheirRequests() {
        ModelBuilder fiveMinutes =
                model().lifetime("5m", Duration.ofMinutes(5), Refresh.ON_HIT).prices("1", "0.1", "5");
        Plan plan = withTraffic(plan(5000, 7300), 1, 8, 0.9, 0);
        double day = 7300 * 0.9 / (8 * 730 / 24.0);
        double night = 7300 * 0.1 / (16 * 730 / 24.0);
        double expected = 0.9 * -Math.expm1(-day / 12) + 0.1 * -Math.expm1(-night / 12);
        assertEquals(
                expected,
                weigh(plan, fiveMinutes, Design.PROMPT_CACHING).caches().hitRate(),
                1e-12);
    }

    @Test
    void aKeyServesOnlySoManyRequestsAMinute() {
        ModelBuilder limited = model().keyLimit("15").prices("1", "0.1", "5");
        Plan plan = plan(0, 1_000_000).withItems(List.of(item("context", 5000, Kind.INFORMATION, Scope.SHARED, 730)));
        Evaluation.Priced cached = weigh(plan, limited, Design.PROMPT_CACHING);
        CachedPart part = cached.caches().parts().get(0);
        assertEquals(1_000_000 / 730.0 / 900, part.keys(), 1e-12);
        assertEquals(900, part.arrivals(), 1e-12);
        assertEquals(900.0 / 901, part.hitRate(), 1e-9);
        assertTrue(warns(cached, "spread over 2"));
    }

    @Test
    void aMeasuredHitRateReplacesTheDerivedOne() {
        Plan plan = PlanField.MEASURED_HIT_RATE.with(plan(5000, 1_000_000), 0.6);
        Evaluation.Priced cached = weigh(plan, SIMPLE, Design.PROMPT_CACHING);
        assertTrue(cached.caches().measured());
        assertEquals(5000 * (0.6 * 0.1 + 0.4), cached.measures().firstMonth(), 1e-9);
    }

    @Test
    void batchAndUnsupportedModelsAreNotCached() {
        Evaluation.Priced cached =
                weigh(plan(5000, 1_000_000), model().uncached().prices("1", null, "5"), Design.PROMPT_CACHING);
        assertEquals(5000, cached.measures().firstMonth(), 1e-9);
        assertTrue(warns(cached, "has no prompt cache"));
    }

    @Test
    void retriesAreBilledLikeRequests() {
        Plan plan = PlanField.RETRY_RATE.with(plan(5000, 1_000_000), 0.1);
        assertEquals(5500, weigh(plan, SIMPLE, Design.UNCACHED).measures().firstMonth(), 1e-9);
    }

    @Test
    void trainingRoundsRecurAndTheMinimumPerJobHolds() {
        ModelBuilder tuned = model().prices("1", "0.1", "5").tuning("25", "4", "1.70", "2", "0.2", "10");
        Plan plan = PlanField.DATASET_TOKENS.with(plan(5000, 0), 1e5);
        plan = PlanField.RUNS_PER_ROUND.with(plan, 3);
        plan = PlanField.RETRAIN_EVERY_MONTHS.with(plan, 4);
        plan = PlanField.TUNING_WEEKS.with(plan, 2);
        plan = PlanField.RETRAIN_WEEKS.with(plan, 0.5);
        plan = PlanField.EVALUATION_COST.with(plan, 100);
        plan = PlanField.LABELLING_COST.with(plan, 1000);
        Evaluation.Priced e = weigh(plan, tuned, Design.FINE_TUNING);
        // 0.1M tokens × $25 = $2.50 a run, below the $4 minimum; rounds in months 4 and 8 of 12.
        assertEquals(3 * 4 + 2 * 4000 + 1000 + 100, e.measures().setUp(), 1e-9);
        assertEquals(1.70 * 730, e.measures().firstMonth(), 1e-9);
        assertEquals(12 + 100 + 2000, e.cashFlow().amount(4) - e.cashFlow().amount(3), 1e-9);
        assertEquals(e.cashFlow().amount(4), e.cashFlow().amount(8), 1e-9);
        assertEquals(e.cashFlow().amount(3), e.cashFlow().amount(12), 1e-9);
    }

    @Test
    void todaysSetUpIsAlreadyPaid() {
        ModelBuilder tuned = model().prices("1", "0.1", "5").tuning("25", null, null, "2", "0.2", "10");
        Plan plan = PlanField.TUNING_WEEKS.with(plan(5000, 1000), 4).withToday(Design.FINE_TUNING);
        assertEquals(0, weigh(plan, tuned, Design.FINE_TUNING).measures().setUp(), 0);
        assertEquals(
                16_000,
                weigh(plan.withToday(Design.UNCACHED), tuned, Design.FINE_TUNING)
                        .measures()
                        .setUp(),
                1e-9);
    }

    @Test
    void retrievalPaysForEmbeddingRerankingAndRetrievedTokens() {
        Plan plan = plan(0, 10_000)
                .withItems(List.of(
                        item("corpus", 1_000_000, Kind.INFORMATION, Scope.SHARED, 2),
                        item("question", 50, Kind.INFORMATION, Scope.REQUEST, 0)))
                .withRetrieval(new Retrieval(
                        PriceRef.parse("test/embedding"), PriceRef.parse("test/rerank"), null, 2500, 0.1, 0));
        Evaluation.Priced e = weigh(plan, SIMPLE, Design.RETRIEVAL);
        assertEquals(0.02, amount(e, LineKind.EMBED_CORPUS), 1e-12);
        assertEquals(0.02 * 2 * 0.1, amount(e, LineKind.EMBED_CHANGES), 1e-12);
        assertEquals(0.02 * 0.5, amount(e, LineKind.EMBED_QUERIES), 1e-12);
        assertEquals(20, amount(e, LineKind.RERANK), 1e-12);
        Line reranked = e.statement().stream()
                .filter(l -> l.kind() == LineKind.RERANK)
                .findFirst()
                .orElseThrow();
        assertEquals(10_000, reranked.quantity());
        assertEquals(10, reranked.units(), "priced by the thousand");
        assertEquals(25, amount(e, LineKind.RETRIEVED_INPUT), 1e-12);
        assertEquals(0.5, amount(e, LineKind.PLAIN_INPUT), 1e-12);
    }

    @Test
    void noMoreIsRetrievedThanThereIs() {
        Plan plan = plan(400, 1_000_000);
        assertEquals(400, amount(weigh(plan, SIMPLE, Design.RETRIEVAL), LineKind.RETRIEVED_INPUT), 1e-9);
    }

    @Test
    void pricesChangeInTheMonthTheyAreKnownFor() {
        LocalDate july = LocalDate.of(2026, 7, 1);
        ModelBuilder doubling = model().prices("1", "0.1", "5", new Validity(LocalDate.of(2026, 1, 1), july))
                .prices("2", "0.2", "10", new Validity(july, null));
        Evaluation.Priced e = weigh(plan(1000, 1_000_000), doubling, Design.UNCACHED);
        assertEquals(1000, e.cashFlow().amount(5), 1e-9);
        assertEquals(2000, e.cashFlow().amount(6), 1e-9);
        assertTrue(warns(e, "From month 6 (2026-07-01) on"));
        assertEquals(1, e.laterPrices().size());
        assertEquals(6, e.laterPrices().get(0).month());
        assertEquals(2, e.laterPrices().get(0).price().value());
    }

    @Test
    void otherCurrenciesAreConvertedWithTheDatedRate() {
        Plan plan = plan(5000, 1_000_000);
        Finance f = plan.finance();
        Plan euros = plan.withFinance(new Finance(
                12,
                f.discountRatePerYear(),
                f.timing(),
                new Currency("EUR"),
                new ExchangeRate(0.9, LocalDate.of(2026, 1, 30), "ECB reference rate"),
                f.engineeringWeekCost()));
        assertEquals(4500, weigh(euros, SIMPLE, Design.UNCACHED).measures().firstMonth(), 1e-9);
    }

    @Test
    void withoutARateNothingListedInDollarsHasAPriceInEuros() {
        Plan plan = plan(5000, 1_000_000);
        Plan euros = plan.withFinance(plan.finance().in(new Currency("EUR"), null));
        Comparison none = Comparison.of(euros, book(SIMPLE));
        assertEquals(List.of(), none.priced());
        assertTrue(
                none.unpriced()
                        .get(0)
                        .reasons()
                        .get(0)
                        .startsWith("No exchange rate is stated, and prices are in US dollars. State what one US dollar"
                                + " costs in EUR,"),
                none.unpriced().toString());
        Evaluation.Priced unsourced = weigh(PlanField.EXCHANGE_RATE.with(euros, 0.9), SIMPLE, Design.UNCACHED);
        assertEquals(4500, unsourced.measures().firstMonth(), 1e-9);
        assertTrue(
                warns(unsourced, "when and where that was read: no source stated, no day stated"),
                unsourced.notices().toString());
        Plan sourced = euros.withFinance(euros.finance()
                .in(euros.currency(), new ExchangeRate(0.9, LocalDate.of(2026, 1, 30), "ECB reference rate")));
        assertTrue(!warns(weigh(sourced, SIMPLE, Design.UNCACHED), "that was read"));
        assertTrue(!warns(weigh(sourced, SIMPLE, Design.UNCACHED), "exchange rate"));
        assertTrue(warns(
                weigh(rated(euros, LocalDate.of(2025, 10, 1)), SIMPLE, Design.UNCACHED),
                "The exchange rate was read on 2025-10-01, more than 90 days before the plan’s date. Check it."));
        assertTrue(warns(
                weigh(rated(euros, LocalDate.of(2026, 12, 1)), SIMPLE, Design.UNCACHED),
                "The exchange rate is of 2026-12-01, and the prices are of 2026-02-01."));
        assertEquals(euros, PlanField.EXCHANGE_RATE.with(sourced, Double.NaN));
    }

    private static Plan rated(Plan plan, LocalDate read) {
        return plan.withFinance(plan.finance().in(plan.currency(), new ExchangeRate(0.9, read, "ECB reference rate")));
    }

    @Test
    void npvPaybackAndReturnOfAKnownInvestment() {
        Plan plan = PlanField.CACHING_WEEKS.with(plan(5000, 1_000_000), 2.25);
        Measures m = weigh(plan, SIMPLE, Design.PROMPT_CACHING).measures();
        // 9,000 once saves 4,500 a month for 12 months at 8 % a year.
        double factors = 0;
        for (int month = 1; month <= 12; month++) {
            factors += Math.pow(1.08, -month / 12.0);
        }
        assertEquals(9000, m.setUp(), 1e-9);
        assertEquals(4500, m.savingFirstMonth(), 1e-9);
        assertEquals(4500 * 12 - 9000, m.saving(), 1e-9);
        assertEquals(4500 * factors - 9000, m.npv(), 1e-8);
        assertEquals(2, m.payback().orElseThrow(), 1e-12);
        assertTrue(m.discountedPayback().orElseThrow() > 2);
        assertEquals(5, m.roi().orElseThrow(), 1e-12);
        double irr = m.irr().orElseThrow();
        double atIrr = -9000;
        for (int month = 1; month <= 12; month++) {
            atIrr += 4500 * Math.pow(1 + irr, -month / 12.0);
        }
        assertEquals(0, atIrr, 1e-3);
        assertEquals((9000 + 12 * 500) / 12e6, m.costPerRequest(), 1e-12);
    }

    @Test
    void aDesignThatNeverPaysHasNoPayback() {
        // 45 cents a month against 40,000 of work: in a year not even the hundredth of a hundredth comes back.
        Plan plan = PlanField.CACHING_WEEKS.with(PlanField.MEASURED_HIT_RATE.with(plan(5000, 100), 1), 10);
        Measures m = weigh(plan, SIMPLE, Design.PROMPT_CACHING).measures();
        assertEquals(12 * 0.45 - 40_000, m.saving(), 1e-9);
        assertTrue(m.payback().isEmpty() && m.discountedPayback().isEmpty());
        assertTrue(m.npv() < m.saving() && m.npv() > -40_000);
        assertTrue(m.irr().orElseThrow() < -0.9999);
    }

    @Test
    void firstTokenFollowsThePublishedMeasurements() {
        FirstToken time =
                weigh(plan(100_000, 1_000_000), SIMPLE, Design.PROMPT_CACHING).firstToken();
        assertEquals(11.5, time.uncached(), 1e-9);
        assertEquals(2.4, time.cached(), 1e-9);
        FirstToken shortPrompt =
                weigh(plan(1000, 1_000_000), SIMPLE, Design.PROMPT_CACHING).firstToken();
        assertEquals(shortPrompt.uncached(), shortPrompt.cached(), 0);
    }

    @Test
    void informationInTheWeightsIsWarnedAgainst() {
        ModelBuilder tuned = model().prices("1", "0.1", "5").tuning("25", null, null, "2", "0.2", "10");
        Plan plan = plan(0, 1000).withItems(List.of(item("price list", 1000, Kind.INFORMATION, Scope.SHARED, 4)));
        assertTrue(warns(weigh(plan, tuned, Design.FINE_TUNING), "information in the weights"));
        assertFalse(warns(weigh(plan, tuned, Design.PROMPT_CACHING), "information in the weights"));
    }

    /** The trap that the guide warns of: facts in the weights look cheap because they are out of date. */
    @Test
    void aDesignThatCannotDoTheJobIsNotTheCheapest() {
        ModelBuilder tuned = model().prices("1", "0.1", "5").tuning("25", null, null, "1", "0.1", "5");
        Plan plan = plan(0, 1_000_000)
                .withItems(List.of(
                        item("price list", 10_000, Kind.INFORMATION, Scope.SHARED, 4),
                        item("question", 100, Kind.INFORMATION, Scope.REQUEST, 0)));
        Comparison comparison = Comparison.of(plan, book(tuned));
        Evaluation.Priced inWeights = comparison.priced(Design.FINE_TUNING).orElseThrow();
        assertFalse(inWeights.feasible());
        assertTrue(comparison.priced().stream()
                .allMatch(e -> e.measures().tco() >= inWeights.measures().tco()));
        assertNotSame(inWeights, comparison.cheapest().orElseThrow());
        Plan retrained = PlanField.RETRAIN_EVERY_MONTHS.with(
                plan.withItem(0, plan.items().get(0).withChangesPerMonth(0.5)), 1);
        assertTrue(weigh(retrained, tuned, Design.FINE_TUNING).feasible());
    }

    @Test
    void anItemThatLosesMoneyInTheCacheIsNamed() {
        ModelBuilder premium = model().write("5m", "1.25").prices("1", "0.1", "5");
        Plan plan = withTraffic(plan(0, 1_000_000), 2000, 24, 1, 0)
                .withItems(List.of(
                        item("handbook", 20_000, Kind.INFORMATION, Scope.SHARED, 0),
                        item("settings", 500, Kind.INFORMATION, Scope.TENANT, 0)));
        Evaluation.Priced cached = weigh(plan, premium, Design.PROMPT_CACHING);
        assertTrue(warns(cached, "“settings” hits the cache only"));
        assertFalse(warns(cached, "“handbook” hits"));
    }

    @Test
    void dynamicTextInTheCachedPrefixIsPlainInput() {
        Plan plan = plan(0, 1_000_000)
                .withItems(List.of(
                        item("context", 5000, Kind.INFORMATION, Scope.SHARED, 0).withPlacement(Placement.CACHED_PREFIX),
                        item("question", 500, Kind.INFORMATION, Scope.REQUEST, 0)
                                .withPlacement(Placement.CACHED_PREFIX)));
        Evaluation.Priced e = weigh(plan, SIMPLE, Design.AS_PLACED);
        assertEquals(1, e.caches().parts().size());
        assertEquals(500, amount(e, LineKind.PLAIN_INPUT), 1e-9);
        assertTrue(warns(e, "changes with every request"));
    }

    /** What a step leaves over is lost where the shared part ends: what follows it does not complete the step. */
    @Test
    void theRemainderOfAStepIsNeverRead() {
        ModelBuilder steps = model().minimum(1024, 128).prices("1", "0.1", "5");
        Plan plan = plan(0, 1_000_000)
                .withItems(List.of(
                        item("context", 1200, Kind.INFORMATION, Scope.SHARED, 0).withPlacement(Placement.CACHED_PREFIX),
                        item("chat", 6000, Kind.INFORMATION, Scope.REQUEST, 0).withPlacement(Placement.CACHED_PREFIX)));
        Evaluation.Priced e = weigh(plan, steps, Design.AS_PLACED);
        assertEquals(115.2, amount(e, LineKind.CACHE_READ), 1e-9);
        assertEquals(48 + 6000, amount(e, LineKind.PLAIN_INPUT), 1e-9);
        // A shared part below the minimum is not helped over it by what follows either.
        Plan small = plan.withItem(0, plan.items().get(0).withTokens(900));
        assertEquals(6900, weigh(small, steps, Design.AS_PLACED).measures().firstMonth(), 1e-9);
    }

    @Test
    void everyLineAndMeasureCanBeExplained() {
        ModelBuilder tuned =
                model().write("5m", "1.25").prices("1", "0.1", "5").tuning("25", null, "1.7", "2", "0.2", "10");
        Plan plan = withTraffic(plan(0, 1_000_000), 10, 10, 0.8, 100)
                .withItems(List.of(
                        item("tone", 800, Kind.BEHAVIOUR, Scope.SHARED, 0),
                        item("policies", 8000, Kind.INFORMATION, Scope.TENANT, 3),
                        item("question", 200, Kind.INFORMATION, Scope.REQUEST, 0)));
        Comparison comparison = Comparison.of(plan, book(tuned));
        assertEquals(5, comparison.priced().size());
        for (Evaluation.Priced e : comparison.priced()) {
            for (Line line : e.statement()) {
                Derivation derivation = Derivations.line(comparison, e, line);
                assertFalse(derivation.terms().isEmpty(), derivation.title());
                assertFalse(derivation.formula().isBlank());
            }
            for (Measure measure : Measure.values()) {
                assertFalse(Derivations.measure(comparison, e, measure).result().isBlank());
            }
            for (CachedPart part : e.caches().parts()) {
                assertTrue(Derivations.hitRate(comparison, e, part).result().endsWith("%"));
            }
            assertTrue(Derivations.firstToken(comparison, e).result().endsWith(" s"));
            assertFalse(Derivations.hitRate(comparison, e).title().isBlank());
        }
    }
}
