package app.steelyard.chart.catalog;

import static app.steelyard.Fixtures.book;
import static app.steelyard.Fixtures.model;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.steelyard.Fixtures;
import app.steelyard.chart.ChartPart.Bar;
import app.steelyard.chart.catalog.cost.HitRateChart;
import app.steelyard.cost.Comparison;
import app.steelyard.cost.KnownErrors;
import app.steelyard.cost.result.Evaluation;
import app.steelyard.plan.Design;
import app.steelyard.plan.MeasuredOn;
import app.steelyard.plan.Plan;
import app.steelyard.plan.PlanField;
import app.steelyard.plan.PriceRef;
import app.steelyard.pricing.CacheLifetime.Refresh;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How sure a hit rate is, and what was measured elsewhere. */
class HitRateScaleTest {
    private static final Plan PLAN = Fixtures.plan(10_000, 5_000);

    private static List<Bar> bars(Plan plan) {
        Evaluation.Priced caching = Comparison.of(
                        plan,
                        book(model().lifetime("only", Duration.ofHours(1), Refresh.ON_HIT)
                                .write("only", "1.25")
                                .prices("1", "0.1", "5")))
                .priced(Design.PROMPT_CACHING)
                .orElseThrow();
        return HitRateChart.of(plan, caching).bars();
    }

    @Test
    void aDerivedRateHasTheErrorOfItsDerivation() {
        Bar all = bars(PLAN).getLast();
        assertEquals(all.value() - KnownErrors.HIT_RATE, all.low(), 1e-12);
        assertEquals(Math.min(1, all.value() + KnownErrors.HIT_RATE), all.high(), 1e-12);
        assertEquals(2, bars(PLAN).size());
    }

    @Test
    void aStatedErrorTakesItsPlace() {
        Bar all = bars(PlanField.MODEL_HIT_RATE_ERROR.with(PLAN, 0.1)).getLast();
        assertEquals(all.value() - 0.1, all.low(), 1e-12);
        assertEquals(1, bars(PlanField.MODEL_HIT_RATE_ERROR.with(PLAN, 0)).size());
    }

    @Test
    void aMeasuredRateHasNone() {
        List<Bar> bars = bars(PlanField.MEASURED_HIT_RATE.with(PLAN, 0.7));
        assertEquals(1, bars.size());
        assertEquals(0.7, bars.get(0).value(), 1e-12);
        assertTrue(Double.isNaN(bars.get(0).low()));
    }

    @Test
    void whatWasMeasuredOnAnotherDesignStandsBesideAndIsNotUsed() {
        Plan measured = PlanField.MEASURED_HIT_RATE.with(PLAN, 0.7);
        Plan other = measured.withCaching(measured.caching()
                .withMeasuredOn(new MeasuredOn(PriceRef.parse("test/other"), "only", List.of("context"))));
        Bar unused = bars(other).getLast();
        assertEquals("Measured on another design, not used", unused.name());
        assertEquals(0.7, unused.value(), 1e-12);
        assertEquals(3, bars(other).size());
    }
}
