package app.steelyard.whatif.trials;

import static app.steelyard.whatif.trials.Uncertain.plan;
import static app.steelyard.whatif.trials.Uncertain.range;
import static app.steelyard.whatif.trials.Uncertain.requests;
import static app.steelyard.whatif.trials.Uncertain.run;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.steelyard.Fixtures;
import app.steelyard.Seeded;
import app.steelyard.cost.engine.Batch;
import app.steelyard.cost.result.Architecture;
import app.steelyard.document.Samples;
import app.steelyard.plan.Design;
import app.steelyard.plan.Distribution;
import app.steelyard.plan.ItemNumber;
import app.steelyard.plan.Plan;
import app.steelyard.plan.PlanField;
import app.steelyard.plan.Range;
import app.steelyard.pricing.PriceBook;
import app.steelyard.pricing.profile.PriceBookLoader;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SimulationTest {
    private static final PriceBook SHIPPED = new PriceBook(PriceBookLoader.shipped(), List.of());

    private static DesignSpread option(Simulation simulation, Design design) {
        return simulation.options().stream()
                .filter(o -> o.architecture().design() == design)
                .findFirst()
                .orElseThrow();
    }

    /** Uncached, a year costs 0.12 a monthly request. */
    @Test
    void aCostThatIsLinearInOneNumberHasItsQuantiles() {
        int trials = 40_000;
        Simulation simulation = run(plan(requests(500_000, 1_500_000, Distribution.UNIFORM)), trials);
        DesignSpread uncached = option(simulation, Design.UNCACHED);
        double spread = 0.12 * 1_000_000;
        for (double[] known : new double[][] {
            {0.1, 72_000, uncached.p10()},
            {0.5, 120_000, uncached.p50()},
            {0.8, 156_000, uncached.p80()},
            {0.9, 168_000, uncached.p90()}
        }) {
            double error = spread * Math.sqrt(known[0] * (1 - known[0]) / trials);
            assertEquals(known[1], known[2], 3 * error);
        }
        assertEquals(
                spread * Math.sqrt(0.25 / trials), uncached.p50StandardError(), 0.05 * uncached.p50StandardError());
        assertEquals(120_000, uncached.mean(), 3 * uncached.standardError());
        assertEquals(spread / Math.sqrt(12) / Math.sqrt(trials), uncached.standardError(), 5);
        assertEquals(36_000, uncached.contingency(), 3 * spread * Math.sqrt(0.25 / trials));

        Saved saved = simulation.saving(simulation.reference()).orElseThrow();
        assertEquals(108_000, saved.mean(), 3 * saved.standardError());
        assertEquals(0, saved.loss().value());
        assertEquals(
                Design.PROMPT_CACHING,
                simulation.options().get(simulation.reference()).architecture().design());
    }

    @ParameterizedTest
    @EnumSource
    void meansAreThoseOfTheDistribution(Distribution distribution) {
        Range range = requests(400_000, 2_500_000, distribution);
        Simulation simulation = run(plan(range), 40_000);
        ValueSpread spread = ValueSpread.of(range, 1_000_000, 0, 1e12);
        DesignSpread uncached = option(simulation, Design.UNCACHED);
        assertEquals(0.12 * spread.mean(), uncached.mean(), 3 * uncached.standardError());
        double[] quantiles = {uncached.p10(), uncached.p50(), uncached.p80(), uncached.p90()};
        double[] shares = {0.1, 0.5, 0.8, 0.9};
        for (int i = 0; i < shares.length; i++) {
            double exact = spread.quantile(shares[i]);
            double error = Math.sqrt(shares[i] * (1 - shares[i]) / 40_000) / spread.density(exact);
            assertEquals(0.12 * exact, quantiles[i], 3 * 0.12 * error);
        }
    }

    @Test
    void aLossIsAsLikelyAsItsNumberSays() {
        // Caching saves 108,000 a year less 4,000 a week of work: nothing at 27 weeks.
        Simulation simulation = run(plan(range(PlanField.CACHING_WEEKS, 0, 36, Distribution.UNIFORM)), 40_000);
        Saved saved = simulation.saving(simulation.reference()).orElseThrow();
        assertEquals(0.25, saved.loss().value(), 3 * saved.loss().standardError());
        assertEquals(Math.sqrt(0.25 * 0.75 / 40_000), saved.loss().standardError(), 1e-5);
        DesignSpread caching = option(simulation, Design.PROMPT_CACHING);
        assertEquals(0.75, caching.cheapest().value(), 3 * caching.cheapest().standardError());
        assertEquals(108_000 - 18 * 4000, saved.p50(), 3 * saved.p50StandardError());
        Histogram histogram = saved.histogram();
        int counted = histogram.below() + histogram.above();
        for (int count : histogram.counts()) {
            counted += count;
        }
        assertEquals(40_000, counted);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 5})
    void sameSeedSameNumbersOnAnyNumberOfThreads(int threads) {
        Plan plan = Samples.plan("support-bot").orElseThrow();
        Batch batch = Batch.of(plan, SHIPPED);
        Simulation one = Simulation.run(batch, new TrialSettings(5000, 3, 1), () -> false);
        Simulation many = Simulation.run(batch, new TrialSettings(5000, 3, threads), () -> false);
        for (int a = 0; a < one.options().size(); a++) {
            assertArrayEquals(one.sums().total()[a], many.sums().total()[a], 0);
        }
        assertEquals(one.options(), many.options());
        assertEquals(one.saving(one.reference()), many.saving(many.reference()));
        assertEquals(
                Information.of(one, () -> false).worths(),
                Information.of(many, () -> false).worths());
        assertEquals(
                Tornado.byRank(one, one.reference(), () -> false), Tornado.byRank(many, many.reference(), () -> false));
        Simulation other = Simulation.run(batch, new TrialSettings(5000, 4, 1), () -> false);
        assertTrue(one.options().get(0).mean() != other.options().get(0).mean());
    }

    @Test
    void anotherRangeLeavesTheDrawsOfTheFirst() {
        Range requests = requests(500_000, 1_500_000, Distribution.PERT);
        Simulation alone = run(plan(requests), 3000);
        Simulation both = run(
                plan(
                        range(new ItemNumber("context", ItemNumber.Kind.TOKENS), 500, 2000, Distribution.NORMAL),
                        requests),
                3000);
        assertEquals("items.context.tokens", both.assumptions().get(0).number().path());
        assertArrayEquals(alone.values(0), both.values(1), 0);
    }

    @Test
    void wholeNumbersAreDrawnWhole() {
        Simulation simulation = run(plan(range(PlanField.RETRAIN_EVERY_MONTHS, 0, 6, Distribution.UNIFORM)), 7000);
        int[] seen = new int[7];
        for (double months : simulation.values(0)) {
            seen[(int) months]++;
            assertEquals(Math.rint(months), months);
        }
        for (int count : seen) {
            assertTrue(count > 400, "each of 0 to 6 is drawn");
        }
    }

    /** About half of the draws of 500,000 to 1,500,000 tokens outgrow a model of 1,000,000; retrieval does not. */
    @Test
    void onlyDesignsThatCanDoTheJobCompete() {
        Plan plan = Samples.plan("banking-copilot").orElseThrow();
        ItemNumber documents = new ItemNumber("compliance", ItemNumber.Kind.TOKENS);
        Plan large = Uncertain.with(plan, range(documents, 500_000, 1_500_000, Distribution.UNIFORM));
        Simulation simulation = Simulation.run(Batch.of(large, SHIPPED), new TrialSettings(4000, 1, 2), () -> false);
        DesignSpread caching = option(simulation, Design.PROMPT_CACHING);
        assertTrue(caching.feasible() > 0.3 && caching.feasible() < 0.7, () -> "able in " + caching.feasible());
        assertEquals(0, simulation.noneFeasible().value());
        assertEquals(1, option(simulation, Design.RETRIEVAL).feasible());
        assertSharesFoot(simulation);

        List<Architecture> prompts = Architecture.of(large, Uncertain.BOOK).stream()
                .filter(a -> a.design() == Design.UNCACHED || a.design() == Design.PROMPT_CACHING)
                .toList();
        Simulation without =
                Simulation.run(Batch.of(large, prompts, SHIPPED), new TrialSettings(4000, 1, 2), () -> false);
        assertEquals(1 - caching.feasible(), without.noneFeasible().value(), 1e-12);
        assertSharesFoot(without);
        assertTrue(Information.of(without, () -> false).total() >= 0);
    }

    private static void assertSharesFoot(Simulation simulation) {
        double sum = simulation.noneFeasible().value();
        for (DesignSpread option : simulation.options()) {
            sum += option.cheapest().value();
            assertTrue(option.cheapest().value() <= option.feasible() + 1e-12);
            assertTrue(option.p10() <= option.p50() && option.p50() <= option.p80() && option.p80() <= option.p90());
        }
        assertEquals(1, sum, 1e-12);
    }

    @ParameterizedTest
    @ValueSource(strings = {"caching", "hybrid", "support-bot", "clinical-extractor", "banking-copilot"})
    void sharesOfTheSamplesFoot(String sample) {
        Plan plan = Samples.plan(sample).orElseThrow();
        Simulation simulation = Simulation.run(Batch.of(plan, SHIPPED), new TrialSettings(2000, 1, 2), () -> false);
        assertSharesFoot(simulation);
        assertTrue(simulation.assumptions().size() >= 4);
        Information information = Information.of(simulation, () -> false);
        for (Worth worth : information.worths()) {
            assertTrue(worth.value() >= 0 && worth.value() <= information.total() + 1e-6);
        }
    }

    @Test
    void aPlanWithoutRangesIsCertain() {
        Simulation simulation = run(plan(), 100);
        DesignSpread caching = option(simulation, Design.PROMPT_CACHING);
        assertEquals(caching.p10(), caching.p90());
        assertEquals(0, caching.standardError());
        assertEquals(1, caching.cheapest().value());
        assertEquals(0, Information.of(simulation, () -> false).total());
        assertEquals(List.of(), Information.of(simulation, () -> false).worths());
        assertEquals(
                108_000, simulation.saving(simulation.reference()).orElseThrow().p50(), 1);
        assertEquals(List.of(), Tornado.byRank(simulation, simulation.reference(), () -> false));
    }

    @Test
    void whatTodaysDesignCostsMayBeUnknown() {
        Plan plan = Fixtures.plan(1000, 1_000_000).withToday(Design.FINE_TUNING);
        Simulation simulation = run(Uncertain.with(plan, requests(500_000, 1_500_000, Distribution.UNIFORM)), 100);
        assertEquals(-1, simulation.today());
        assertTrue(simulation.saving(simulation.reference()).isEmpty());
        assertEquals(List.of(), Tornado.byRank(simulation, simulation.reference(), () -> false));
    }

    @Test
    void stopsWhenCancelled() {
        AtomicInteger asked = new AtomicInteger();
        Batch batch = Batch.of(plan(requests(1, 2, Distribution.UNIFORM)), Uncertain.BOOK);
        assertThrows(
                CancellationException.class,
                () -> Simulation.run(batch, new TrialSettings(1_000_000, 1, 2), () -> asked.incrementAndGet() > 3));
        assertTrue(asked.get() < 10);
    }

    @Test
    void quantilesAreThoseOfDefinition7() {
        Sample sample = new Sample(new double[] {4, 1, 3, 2}, 0.1, 0.5, 0.9);
        assertEquals(1.3, sample.quantile(0.1), 1e-12);
        assertEquals(2.5, sample.quantile(0.5), 1e-12);
        assertEquals(3.7, sample.quantile(0.9), 1e-12);
        assertEquals(2.5, sample.mean(), 1e-12);
        assertEquals(Math.sqrt(5 / 3.0), sample.standardDeviation(), 1e-12);
    }

    @Test
    void settingsHaveLimits() {
        assertThrows(IllegalArgumentException.class, () -> new TrialSettings(0, 1, 1));
        assertThrows(IllegalArgumentException.class, () -> new TrialSettings(1, 1, 0));
        Seeded.forAll(20, random -> {
            int trials = random.whole(1, 3000);
            assertEquals(
                    trials,
                    run(plan(requests(1, 2, Distribution.UNIFORM)), trials, random.whole(1, 4))
                            .columns()
                            .rows());
        });
    }
}
