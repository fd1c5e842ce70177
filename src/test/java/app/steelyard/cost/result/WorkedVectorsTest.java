package app.steelyard.cost.result;

import static app.steelyard.Fixtures.book;
import static app.steelyard.Fixtures.item;
import static app.steelyard.Fixtures.model;
import static app.steelyard.Fixtures.plan;
import static app.steelyard.Fixtures.withTraffic;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.steelyard.Fixtures.ModelBuilder;
import app.steelyard.cost.Comparison;
import app.steelyard.cost.column.HitRate;
import app.steelyard.plan.Design;
import app.steelyard.plan.Plan;
import app.steelyard.plan.PlanField;
import app.steelyard.plan.item.Kind;
import app.steelyard.plan.item.Placement;
import app.steelyard.plan.item.Scope;
import app.steelyard.pricing.LongContext;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The worked numbers of the guide, and the exact vectors worked out from it and from the vendors' price lists. */
class WorkedVectorsTest {
    private static final double CENT_NOISE = 1e-9;

    private static Evaluation.Priced weigh(Plan plan, ModelBuilder model, Design design) {
        return Comparison.of(plan, book(model)).priced(design).orElseThrow();
    }

    private static double firstMonth(Plan plan, ModelBuilder model, Design design) {
        return weigh(plan, model, design).measures().firstMonth();
    }

    @Test
    void t1_cachingAsPublished() {
        Plan plan = plan(5000, 1_000_000);
        ModelBuilder prices = model().prices("0.625", "0.0625", "5");
        Evaluation.Priced cached = weigh(plan, prices, Design.PROMPT_CACHING);
        assertEquals(3125.00, firstMonth(plan, prices, Design.UNCACHED), CENT_NOISE);
        assertEquals(312.50, cached.measures().firstMonth(), CENT_NOISE);
        assertEquals(2812.50, cached.measures().savingFirstMonth(), CENT_NOISE);
        assertEquals(33_750, cached.measures().savingFirstYear(), 1e-8);
        assertEquals(1.0, cached.caches().hitRate(), 0.0);
    }

    @Test
    void t2_cachingInSteps() {
        ModelBuilder prices = model().minimum(1024, 128).prices("0.625", "0.0625", "5");
        assertEquals(317.00, firstMonth(plan(5000, 1_000_000), prices, Design.PROMPT_CACHING), CENT_NOISE);
    }

    @Test
    void t3_cachingAtStandardPrices() {
        ModelBuilder prices = model().prices("1.25", "0.125", "10");
        assertEquals(6250, firstMonth(plan(5000, 1_000_000), prices, Design.UNCACHED), CENT_NOISE);
        assertEquals(625, firstMonth(plan(5000, 1_000_000), prices, Design.PROMPT_CACHING), CENT_NOISE);
    }

    @ParameterizedTest
    @CsvSource({"1, 5, 625", "1, 10, 1250", "3, 5, 1875", "3, 10, 3750"})
    void t4_training(double epochs, double runs, double expected) {
        Plan plan = PlanField.DATASET_TOKENS.with(plan(5000, 1_000_000), 5e6);
        plan = PlanField.EPOCHS.with(PlanField.RUNS_PER_ROUND.with(plan, runs), epochs);
        ModelBuilder prices = model().prices("1", null, "4").tuning("25", null, null, "3", "0.75", "12");
        assertEquals(
                expected, weigh(plan, prices, Design.FINE_TUNING).measures().setUp(), CENT_NOISE);
    }

    /** The guide's hybrid, read so that its own numbers agree: 6,000 tokens a request, of which 6/7·80/75 … are input. */
    @Test
    void t5_hybridAsPublished() {
        double output = 6000 * 3.0 / 35;
        Plan plan = withTraffic(plan(0, 1_000_000), 1, 24, 1, output)
                .withItems(List.of(
                        item("tone", 0, Kind.BEHAVIOUR, Scope.SHARED, 0).withPlacement(Placement.WEIGHTS),
                        item("knowledge", 10_000, Kind.INFORMATION, Scope.SHARED, 0),
                        item("question", 6000 - output, Kind.INFORMATION, Scope.REQUEST, 0)));
        plan = PlanField.DATASET_TOKENS.with(PlanField.RUNS_PER_ROUND.with(plan, 4), 5e6);
        ModelBuilder prices = model().prices("0.625", "0.0625", "5").tuning("25", null, null, "1.875", "0.1875", "15");
        Measures hybrid = weigh(plan, prices, Design.HYBRID).measures();
        Measures uncached = weigh(plan, prices, Design.AS_PLACED).measures();
        assertEquals(500, hybrid.setUp(), CENT_NOISE);
        assertEquals(20_375, hybrid.setUp() + hybrid.firstMonth(), 1e-8);
        assertEquals(37_250, uncached.setUp() + uncached.firstMonth(), 1e-8);
        assertEquals(0.45302, 1 - 20_375 / (uncached.setUp() + uncached.firstMonth()), 5e-6);
        assertEquals(6625, firstMonth(plan, prices, Design.PROMPT_CACHING), 1e-8);
    }

    @Test
    void t6_hybridAtGpt41Prices() {
        Plan plan = plan(0, 1_000_000)
                .withItems(List.of(
                        item("tone", 0, Kind.BEHAVIOUR, Scope.SHARED, 0).withPlacement(Placement.WEIGHTS),
                        item("knowledge", 10_000, Kind.INFORMATION, Scope.SHARED, 0),
                        item("question", 6000, Kind.INFORMATION, Scope.REQUEST, 0)));
        ModelBuilder prices = model().prices("2", "0.5", "8").tuning("25", null, null, "3", "0.75", "12");
        double uncached = firstMonth(plan, prices, Design.AS_PLACED);
        double hybrid = firstMonth(plan, prices, Design.HYBRID);
        assertEquals(48_000, uncached, 1e-8);
        assertEquals(25_500, hybrid, 1e-8);
        assertEquals(0.46875, 1 - hybrid / uncached, 1e-12);
    }

    @Test
    void t7_hitRateAndMultiplier() {
        double hit = HitRate.refreshed(12, 0, 5 / 60.0);
        assertEquals(0.6321, hit, 5e-5);
        assertEquals(0.523, hit * 0.1 + (1 - hit) * 1.25, 5e-4);
    }

    @Test
    void t8_breakEven() {
        assertEquals(0.21739, HitRate.breakEven(1, 0.1, 1.25), 5e-6);
        assertEquals(0.52632, HitRate.breakEven(1, 0.1, 2), 5e-6);
        assertEquals(0, HitRate.breakEven(1, 0.1, 1), 0);
    }

    @ParameterizedTest
    @CsvSource({"1023, 0", "1024, 1024", "1151, 1024", "1152, 1152"})
    void t9_minimumAndSteps(double prompt, double cached) {
        ModelBuilder prices = model().minimum(1024, 128).prices("1", "0.1", "5");
        assertEquals(
                cached,
                weigh(plan(prompt, 1_000_000), prices, Design.PROMPT_CACHING)
                        .caches()
                        .cachedTokens(),
                0);
    }

    @ParameterizedTest
    @CsvSource({"200000, 3", "200001, 6"})
    void t10_longContextWholeRequest(double tokens, double price) {
        ModelBuilder prices = model().longContext(200_000, LongContext.Rule.WHOLE_REQUEST, "6", "0.6", "22.5")
                .prices("3", "0.3", "15");
        assertEquals(tokens / 1e6 * price, firstMonth(plan(tokens, 1), prices, Design.UNCACHED), 1e-12);
    }

    @Test
    void t10_outputOfALongRequestIsDearerToo() {
        ModelBuilder prices = model().longContext(200_000, LongContext.Rule.WHOLE_REQUEST, "6", "0.6", "22.5")
                .prices("3", "0.3", "15");
        Plan plan = withTraffic(plan(200_001, 1), 1, 24, 1, 1000);
        assertEquals(0.200001 * 6 + 0.001 * 22.5, firstMonth(plan, prices, Design.UNCACHED), 1e-12);
    }

    @Test
    void marginalRuleBillsOnlyTheTokensBeyond() {
        ModelBuilder prices = model().longContext(200_000, LongContext.Rule.MARGINAL, "6", "0.6", "22.5")
                .prices("3", "0.3", "15");
        Plan plan = withTraffic(plan(250_000, 1), 1, 24, 1, 1000);
        assertEquals(0.2 * 3 + 0.05 * 6 + 0.001 * 15, firstMonth(plan, prices, Design.UNCACHED), 1e-12);
    }

    @Test
    void t11_outputHalvesTheSaving() {
        ModelBuilder prices = model().prices("1.25", "0.125", "10");
        Plan plan = withTraffic(plan(5000, 1_000_000), 1, 24, 1, 500);
        assertEquals(11_250, firstMonth(plan, prices, Design.UNCACHED), 1e-8);
        assertEquals(5625, firstMonth(plan, prices, Design.PROMPT_CACHING), 1e-8);
    }

    /** 10 requests an hour all month, so an hour is a 730th of it. */
    @Test
    void t12_explicitCacheWithStorage() {
        ModelBuilder prices = model().object("4.50").prices("1.25", "0.125", "10");
        Evaluation.Priced cached = weigh(plan(100_000, 7300), prices, Design.PROMPT_CACHING);
        assertEquals(0.45, amount(cached, LineKind.CACHE_STORAGE) / 730, 1e-12);
        assertEquals(0.125, amount(cached, LineKind.CACHE_READ) / 730, 1e-12);
        assertEquals(0.125, amount(cached, LineKind.CACHE_INGEST), 1e-12);
        assertEquals(1.25, firstMonth(plan(100_000, 7300), prices, Design.UNCACHED) / 730, 1e-12);
    }

    /** The article's example is true of one prefix and false of a thousand tenants: caching then costs 12.6 % more. */
    @Test
    void aThousandTenantsOnShortLivesPayMoreForCaching() {
        ModelBuilder prices = model().write("5m", "1.25").prices("1", "0.1", "5");
        Plan plan = withTraffic(plan(5000, 1_000_000), 1000, 24, 1, 0)
                .withItems(List.of(item("context", 5000, Kind.INFORMATION, Scope.TENANT, 0)));
        double more = firstMonth(plan, prices, Design.PROMPT_CACHING) / firstMonth(plan, prices, Design.UNCACHED);
        assertEquals(1.126, more, 5e-4);
        assertTrue(weigh(plan, prices, Design.PROMPT_CACHING).notices().stream()
                .anyMatch(n -> n.text().contains("costs more than no caching")));
    }

    private static double amount(Evaluation.Priced evaluation, LineKind kind) {
        return evaluation.statement().stream()
                .filter(l -> l.kind() == kind)
                .mapToDouble(Line::amount)
                .sum();
    }
}
