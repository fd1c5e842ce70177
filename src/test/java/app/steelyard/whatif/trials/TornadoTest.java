package app.steelyard.whatif.trials;

import static app.steelyard.whatif.trials.Uncertain.plan;
import static app.steelyard.whatif.trials.Uncertain.range;
import static app.steelyard.whatif.trials.Uncertain.requests;
import static app.steelyard.whatif.trials.Uncertain.run;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.steelyard.SampleComparisons;
import app.steelyard.Seeded;
import app.steelyard.cost.Comparison;
import app.steelyard.cost.engine.Batch;
import app.steelyard.cost.result.Architecture;
import app.steelyard.cost.result.Evaluation;
import app.steelyard.plan.Design;
import app.steelyard.plan.Distribution;
import app.steelyard.plan.ItemNumber;
import app.steelyard.plan.Plan;
import app.steelyard.plan.PlanField;
import app.steelyard.plan.PlanNumber;
import app.steelyard.pricing.PriceBook;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class TornadoTest {
    private static final ItemNumber TOKENS = new ItemNumber("context", ItemNumber.Kind.TOKENS);

    private static List<Bar> bars(Plan plan) {
        return Tornado.oneAtATime(Batch.of(plan, Uncertain.BOOK), Assumptions.of(plan));
    }

    /** Caching saves 0.108 a monthly request and year. */
    @Test
    void oneAtATimeGoesToTheEnds() {
        List<Bar> bars = bars(plan(
                range(PlanField.OUTPUT_TOKENS, 0, 500, Distribution.UNIFORM),
                requests(500_000, 1_500_000, Distribution.TRIANGULAR),
                range(PlanField.CACHING_WEEKS, 0, 50, Distribution.PERT)));
        assertEquals(
                List.of(PlanField.CACHING_WEEKS, PlanField.REQUESTS_PER_MONTH, PlanField.OUTPUT_TOKENS),
                bars.stream().map(b -> b.assumption().number()).toList());
        Bar weeks = bars.get(0);
        assertEquals(108_000, weeks.atLow(), 1e-6);
        assertEquals(108_000 - 200_000, weeks.atHigh(), 1e-6);
        assertEquals(1, weeks.cheapestAtLow());
        assertEquals(0, weeks.cheapestAtHigh(), "today's design is cheaper than 50 weeks of work");
        Bar requests = bars.get(1);
        assertEquals(500_000, requests.lowValue());
        assertEquals(54_000, requests.atLow(), 1e-6);
        assertEquals(108_000, requests.atBase(), 1e-6);
        assertEquals(162_000, requests.atHigh(), 1e-6);
        assertEquals(0, bars.get(2).width(), 1e-6);
    }

    /** What is weighed in full at either end has the lead that the bar shows, and below 0 another design is the cheapest. */
    @Test
    void theLeadIsThatOverTheBestOfTheOthers() {
        PriceBook book = SampleComparisons.book();
        Seeded.forAll(10, random -> {
            double requests = random.scaled(1e4, 1e7);
            Plan copilot = PlanField.REQUESTS_PER_MONTH.with(SampleComparisons.copilot(), requests);
            Plan plan = Uncertain.with(
                    copilot,
                    requests(requests / 100, requests * 100, Distribution.UNIFORM),
                    range(PlanField.CACHING_WEEKS, 0, 100, Distribution.UNIFORM),
                    range(PlanField.RETRIEVAL_WEEKS, 0, 100, Distribution.UNIFORM));
            Batch batch = Batch.of(plan, book);
            Lead lead = Lead.of(batch, Assumptions.of(plan)).orElseThrow();
            for (Bar bar : lead.bars()) {
                PlanNumber number = bar.assumption().number();
                double expected = leadOf(batch, lead, Comparison.of(number.with(plan, bar.highValue()), book));
                assertEquals(expected, bar.atHigh(), 1e-6 * Math.abs(expected) + 1e-6, number.path());
                if (Math.abs(bar.atHigh()) > 0.01) {
                    assertEquals(bar.atHigh() < 0, bar.cheapestAtHigh() != lead.leader(), number.path());
                }
            }
            assertEquals(leadOf(batch, lead, Comparison.of(plan, book)), lead.atBase(), 1e-6 * lead.atBase());
        });
    }

    private static double leadOf(Batch batch, Lead lead, Comparison comparison) {
        Architecture leader = batch.architectures().get(lead.leader());
        double own = 0;
        double best = Double.POSITIVE_INFINITY;
        for (Evaluation.Priced priced : comparison.priced()) {
            if (priced.architecture().placements().equals(leader.placements())) {
                own = priced.measures().tco();
            } else if (priced.feasible()) {
                best = Math.min(best, priced.measures().tco());
            }
        }
        return best - own;
    }

    @Test
    void unboundedRangesGoToTheFifthAndNinetyFifthPercentile() {
        Bar bar =
                bars(plan(requests(500_000, 1_500_000, Distribution.LOGNORMAL))).get(0);
        assertEquals(500_000, bar.lowValue());
        assertEquals(0.05, bar.assumption().spread().cumulative(bar.lowValue()), 1e-9);
        assertEquals(0.95, bar.assumption().spread().cumulative(bar.highValue()), 1e-9);
    }

    @Test
    void endsLieAboutThePlan() {
        Seeded.forAll(50, random -> {
            double low = random.scaled(1e4, 9e5);
            double tokens = random.between(10, 990);
            Plan plan = plan(
                    requests(low, random.scaled(1.1e6, 1e8), random.oneOf(Distribution.values())),
                    range(TOKENS, tokens, random.between(1001, 1e5), random.oneOf(Distribution.values())));
            for (Bar bar : bars(plan)) {
                assertTrue(Math.min(bar.atLow(), bar.atHigh()) <= bar.atBase());
                assertTrue(Math.max(bar.atLow(), bar.atHigh()) >= bar.atBase());
            }
        });
    }

    @Test
    void byRank() {
        Simulation simulation = run(
                plan(
                        requests(500_000, 1_500_000, Distribution.LOGNORMAL),
                        range(PlanField.OUTPUT_TOKENS, 0, 500, Distribution.PERT)),
                10_000);
        List<RankBar> bars = Tornado.byRank(simulation, simulation.reference(), () -> false);
        assertEquals(PlanField.REQUESTS_PER_MONTH, bars.get(0).assumption().number());
        // More requests always save more; the output only rounds.
        assertEquals(1, bars.get(0).coefficient(), 1e-9);
        assertEquals(0, bars.get(1).coefficient(), 4 * bars.get(1).standardError());
        assertEquals(0.0122, bars.get(1).standardError(), 0.003);
    }

    /** Work weeks and requests, both even, with a known share: the correlation of X with X − Y. */
    @Test
    void byRankAgreesWithTheWeightOfEach() {
        Simulation simulation = run(
                plan(
                        requests(500_000, 1_500_000, Distribution.UNIFORM),
                        range(PlanField.CACHING_WEEKS, 0, 27, Distribution.UNIFORM)),
                40_000);
        // Both move the saving by 108,000 from end to end. Spearman of X and X + Y, both even on [0, 1], is 0.7.
        int caching = simulation.reference();
        assertEquals(
                Design.PROMPT_CACHING,
                simulation.options().get(caching).architecture().design());
        for (RankBar bar : Tornado.byRank(simulation, simulation.reference(), () -> false)) {
            assertEquals(0.7, Math.abs(bar.coefficient()), 4 * bar.standardError());
            assertEquals(bar.assumption().number() == PlanField.CACHING_WEEKS ? -1 : 1, Math.signum(bar.coefficient()));
        }
    }

    @Test
    void ranksAreThoseOfCounting() {
        Seeded.forAll(100, random -> {
            double[] values = new double[random.whole(1, 60)];
            Arrays.setAll(values, i -> random.maybe() ? random.whole(-3, 3) : random.between(-1e9, 1e9));
            if (values.length > 2) {
                values[0] = -0.0;
                values[1] = 0.0;
            }
            double[] counted = new double[values.length];
            for (int i = 0; i < values.length; i++) {
                double below = 0;
                for (double other : values) {
                    below += other < values[i] ? 1 : other == values[i] ? 0.5 : 0;
                }
                counted[i] = below - values.length / 2.0;
            }
            assertArrayEquals(counted, Ranks.of(values, values.length), 1e-9);
        });
    }
}
