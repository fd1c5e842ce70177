package app.steelyard.whatif.map;

import static app.steelyard.Fixtures.book;
import static app.steelyard.Fixtures.item;
import static app.steelyard.Fixtures.model;
import static app.steelyard.Fixtures.plan;
import static app.steelyard.Fixtures.withTraffic;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.steelyard.SampleComparisons;
import app.steelyard.cost.Comparison;
import app.steelyard.cost.engine.Batch;
import app.steelyard.cost.result.Evaluation;
import app.steelyard.plan.Plan;
import app.steelyard.plan.PlanField;
import app.steelyard.plan.Retrieval;
import app.steelyard.plan.item.Kind;
import app.steelyard.plan.item.Scope;
import app.steelyard.pricing.PriceBook;
import app.steelyard.whatif.Axis;
import app.steelyard.whatif.Subject;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class DecisionMapTest {
    private static final PriceBook FIVE_MINUTES =
            book(model().write("5m", "1.25").prices("1", "0.1", "5"));

    /**
     * The guide's caching example with a prefix for each tenant: 5,000 tokens, a million requests a month spread evenly over
     * 1,000 tenants and all day, no output, a lifetime of five minutes, writes at 1.25 and reads at 0.1 of the input price.
     */
    private static Plan tenants() {
        return withTraffic(plan(5000, 1_000_000), 1000, 24, 1, 0)
                .withItems(List.of(item("context", 5000, Kind.INFORMATION, Scope.TENANT, 0)))
                .withRetrieval(new Retrieval(null, null, null, 0, 0, 0));
    }

    @Test
    void cachingCostsMoreForAThousandTenants() {
        Plan plan = tenants();
        Axis x = Axis.between(PlanField.TENANTS, 10, 100_000, 15);
        Axis y = Axis.between(PlanField.REQUESTS_PER_MONTH, 1e5, 1e7, 15);
        DecisionMap map = DecisionMap.of(Batch.of(plan, FIVE_MINUTES), x, y);
        assertEquals(1000, x.centre(7), 1e-9);
        assertEquals(1e6, y.centre(7), 1e-6);
        int caching = Subject.PROMPT_CACHING.indexIn(plan, map.architectures());
        assertEquals(0.126, map.extra(caching, 7, 7), 5e-4);
        assertEquals(map.extra(caching, 7, 7), map.extraOfPlan(caching), 1e-12);
        assertEquals(map.today().orElseThrow(), map.winner(7, 7));
        assertEquals(caching, map.winner(0, 14), "few tenants, many requests");
        assertEquals(0, map.saving(7, 7), 0);

        // Never more than the price of a write over that of input.
        DecisionMap.Dearer dearer = map.dearer(caching).orElseThrow();
        assertTrue(dearer.most() > 0.24 && dearer.most() < 0.25, dearer.toString());
        assertEquals(x.centre(14), dearer.x());
        assertEquals(y.centre(0), dearer.y());
        assertEquals(1 - map.share(caching), dearer.share(), 1e-12);

        // Dearer or not is a matter of requests a tenant: the border is a diagonal, and so is the line of no saving.
        for (int ix = 0; ix < 15; ix++) {
            for (int iy = 0; iy < 15; iy++) {
                boolean pays = 1 - Math.exp(-y.centre(iy) / x.centre(ix) / 730 / 12) > 0.2173913043478261;
                assertEquals(pays ? caching : map.today().orElseThrow(), map.winner(ix, iy));
            }
        }
        assertTrue(
                map.sentences().stream()
                        .anyMatch(s -> s.contains("Prompt caching costs more than today’s design (Uncached) on ")
                                && s.contains("own numbers it costs 12.6 % more")),
                map.sentences().toString());
    }

    @Test
    void everyCellIsThePlanWeighedThere() {
        Plan plan = SampleComparisons.copilot();
        PriceBook book = SampleComparisons.book();
        Axis x = Axis.between(PlanField.REQUESTS_PER_MONTH, 1000, 1_000_000, 4);
        Axis y = Axis.between(PlanField.OUTPUT_TOKENS, 0, 500, 3);
        DecisionMap map = DecisionMap.of(Batch.of(plan, book), x, y);
        for (int ix = 0; ix < 4; ix++) {
            for (int iy = 0; iy < 3; iy++) {
                Plan at = PlanField.OUTPUT_TOKENS.with(
                        PlanField.REQUESTS_PER_MONTH.with(plan, x.centre(ix)), y.centre(iy));
                Evaluation.Priced cheapest = Comparison.of(at, book).cheapest().orElseThrow();
                assertEquals(cheapest.architecture(), map.architectures().get(map.winner(ix, iy)));
                assertEquals(
                        cheapest.measures().saving(),
                        map.saving(ix, iy),
                        1e-9 * cheapest.measures().tco());
            }
        }
        double shares = map.share(-1);
        for (int a = 0; a < map.architectures().size(); a++) {
            shares += map.share(a);
        }
        assertEquals(1, shares, 1e-12);
        assertTrue(map.holdsPlan());
    }

    @Test
    void theSameOnAnyNumberOfThreads() {
        Batch batch = Batch.of(tenants(), FIVE_MINUTES);
        Axis x = Axis.between(PlanField.TENANTS, 10, 100_000, 40);
        Axis y = Axis.between(PlanField.REQUESTS_PER_MONTH, 1e5, 1e7, 30);
        DecisionMap one = DecisionMap.of(batch, x, y, 1, () -> false);
        DecisionMap three = DecisionMap.of(batch, x, y, 3, () -> false);
        for (int ix = 0; ix < 40; ix++) {
            for (int iy = 0; iy < 30; iy++) {
                assertEquals(one.winner(ix, iy), three.winner(ix, iy));
                assertEquals(one.saving(ix, iy), three.saving(ix, iy), 0);
            }
        }
    }

    @Test
    void canBeCalledOff() {
        Batch batch = Batch.of(tenants(), FIVE_MINUTES);
        Axis x = Axis.between(PlanField.TENANTS, 10, 100_000, 64);
        Axis y = Axis.between(PlanField.REQUESTS_PER_MONTH, 1e5, 1e7, 64);
        AtomicInteger asked = new AtomicInteger();
        assertThrows(
                CancellationException.class, () -> DecisionMap.of(batch, x, y, 2, () -> asked.incrementAndGet() > 2));
    }

    @Test
    void withoutAPriceForTodayNoSavingIsKnown() {
        Plan plan = SampleComparisons.withoutTuning().withToday(app.steelyard.plan.Design.FINE_TUNING);
        DecisionMap map = DecisionMap.of(
                Batch.of(plan, SampleComparisons.book()),
                Axis.between(PlanField.REQUESTS_PER_MONTH, 1000, 1_000_000, 2),
                Axis.between(PlanField.OUTPUT_TOKENS, 0, 500, 2));
        assertTrue(map.today().isEmpty());
        assertTrue(Double.isNaN(map.saving(0, 0)));
        assertTrue(map.contours().isEmpty());
        assertTrue(map.sentences().stream().noneMatch(s -> s.contains("NaN") || s.contains("costs more than today")));
    }

    @Test
    void axesAreReadAndChecked() {
        Plan plan = plan(5000, 1000);
        Axis axis = Axis.parse(plan, "traffic.requestsPerMonth = 1,000 .. 10M", 8);
        assertEquals(new Axis(PlanField.REQUESTS_PER_MONTH, 1000, 1e7, true, 8), axis);
        assertEquals(10_000_000, axis.at(8), 1e-6);
        assertEquals(3.5, axis.position(axis.at(3.5)), 1e-12);
        assertEquals(
                new Axis(PlanField.GROWTH_PER_MONTH, -0.05, 0.1, false, 4),
                Axis.parse(plan, "traffic.growthPerMonth=-5% to 10%", 4));
        Map<String, String> wrong = Map.of(
                "traffic.tenants", "is not an axis such as traffic.tenants=1..10000",
                "traffic.renters=1..2", "no number traffic.renters",
                "traffic.tenants=2..1", "from 2 to 1 makes no axis: it must rise",
                "traffic.tenants=0..5", "stay within 1 and",
                "traffic.tenants=a..b", "“a” is not a number",
                "finance.horizonMonths=12..36", "cannot be an axis; choose another number");
        wrong.forEach((text, reason) -> {
            String message = assertThrows(IllegalArgumentException.class, () -> Axis.parse(plan, text, 4))
                    .getMessage();
            assertTrue(message.contains(reason), message);
        });
        assertThrows(IllegalArgumentException.class, () -> DecisionMap.of(Batch.of(plan, FIVE_MINUTES), axis, axis));
    }

    /** Between the centres a plane is met exactly, on linear and on logarithmic axes. */
    @Test
    void contoursOfAPlane() {
        Axis x = new Axis(PlanField.TENANTS, 1, 10_000, true, 8);
        Axis y = new Axis(PlanField.OUTPUT_TOKENS, 0, 600, false, 6);
        double[] surface = new double[48];
        for (int iy = 0; iy < 6; iy++) {
            for (int ix = 0; ix < 8; ix++) {
                surface[iy * 8 + ix] = Math.log10(x.centre(ix)) + y.centre(iy) / 100;
            }
        }
        ContourTrace contour = ContourTrace.of(x, y, surface, 3.3);
        assertEquals(1, contour.lines().size());
        ContourTrace.Line line = contour.lines().get(0);
        assertTrue(line.x().length > 8);
        for (int i = 0; i < line.x().length; i++) {
            assertEquals(3.3, Math.log10(line.x()[i]) + line.y()[i] / 100, 1e-12);
        }
        // Where a corner is not known nothing is drawn, and what lies on either side is not joined.
        surface[2 * 8 + 3] = Double.NaN;
        List<ContourTrace.Line> torn = ContourTrace.of(x, y, surface, 3.3).lines();
        assertEquals(2, torn.size());
        for (ContourTrace.Line piece : torn) {
            for (int i = 0; i < piece.x().length; i++) {
                assertEquals(3.3, Math.log10(piece.x()[i]) + piece.y()[i] / 100, 1e-12);
                assertTrue(
                        Math.abs(x.position(piece.x()[i]) - 3.5) >= 1 || Math.abs(y.position(piece.y()[i]) - 2.5) >= 1);
            }
        }
    }

    @Test
    void aRoundHillHasClosedContours() {
        Axis x = new Axis(PlanField.LATENCY_BASE, 0, 2, false, 64);
        Axis y = new Axis(PlanField.LATENCY_LOOKUP, 0, 2, false, 64);
        double[] surface = new double[64 * 64];
        for (int iy = 0; iy < 64; iy++) {
            for (int ix = 0; ix < 64; ix++) {
                surface[iy * 64 + ix] = -Math.hypot(x.centre(ix) - 1, y.centre(iy) - 1);
            }
        }
        ContourTrace contour = ContourTrace.of(x, y, surface, -0.7);
        assertEquals(1, contour.lines().size());
        ContourTrace.Line line = contour.lines().get(0);
        int last = line.x().length - 1;
        assertEquals(line.x()[0], line.x()[last], 0);
        assertEquals(line.y()[0], line.y()[last], 0);
        for (int i = 0; i <= last; i++) {
            assertEquals(0.7, Math.hypot(line.x()[i] - 1, line.y()[i] - 1), 1e-3);
        }
    }

    @Test
    void levelsAreRoundAndSpread() {
        double[] surface = new double[1000];
        for (int i = 0; i < 1000; i++) {
            surface[i] = -50_000 + 1_050 * i;
        }
        double[] levels = ContourTrace.levels(surface);
        assertArrayEquals(new double[] {0, 100_000, 200_000, 500_000}, java.util.Arrays.copyOf(levels, 4), 0);
        assertEquals(0, ContourTrace.levels(new double[] {3, 3, Double.NaN}).length);
    }
}
