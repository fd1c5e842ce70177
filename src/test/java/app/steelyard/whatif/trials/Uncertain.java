package app.steelyard.whatif.trials;

import app.steelyard.Fixtures;
import app.steelyard.cost.engine.Batch;
import app.steelyard.plan.Correlation;
import app.steelyard.plan.Distribution;
import app.steelyard.plan.Plan;
import app.steelyard.plan.PlanField;
import app.steelyard.plan.PlanNumber;
import app.steelyard.plan.Range;
import app.steelyard.plan.WhatIf;
import app.steelyard.pricing.PriceBook;
import java.util.List;

/** Small plans with ranges, for tests. */
public final class Uncertain {
    /** Input at 10, read at 1, written at 12.5, output at 20 dollars per 1M tokens. */
    public static final PriceBook BOOK =
            Fixtures.book(Fixtures.model().write("5m", "12.5").prices("10", "1", "20"));

    private Uncertain() {}

    /** A shared item of 1,000 tokens that every request reads, 1M requests a month, for a year; today uncached. */
    public static Plan plan(Range... ranges) {
        return with(Fixtures.plan(1000, 1_000_000), ranges);
    }

    public static Plan with(Plan plan, Range... ranges) {
        return plan.withWhatIf(new WhatIf(List.of(ranges), List.of(), List.of()));
    }

    public static Plan correlated(Plan plan, Correlation... correlations) {
        return plan.withWhatIf(plan.whatIf().withCorrelations(List.of(correlations)));
    }

    public static Range range(PlanNumber number, double low, double high, Distribution distribution) {
        return new Range(number.path(), low, high, distribution, null);
    }

    public static Range requests(double low, double high, Distribution distribution) {
        return range(PlanField.REQUESTS_PER_MONTH, low, high, distribution);
    }

    public static Simulation run(Plan plan, int trials) {
        return run(plan, trials, 2);
    }

    public static Simulation run(Plan plan, int trials, int threads) {
        return Simulation.run(Batch.of(plan, BOOK), new TrialSettings(trials, 7, threads), () -> false);
    }
}
