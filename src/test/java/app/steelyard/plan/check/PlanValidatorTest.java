package app.steelyard.plan.check;

import static app.steelyard.Fixtures.DAY;
import static app.steelyard.Fixtures.item;
import static app.steelyard.Fixtures.plan;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.steelyard.plan.Correlation;
import app.steelyard.plan.Distribution;
import app.steelyard.plan.ExchangeRate;
import app.steelyard.plan.Finance;
import app.steelyard.plan.MeasuredOn;
import app.steelyard.plan.Plan;
import app.steelyard.plan.PlanField;
import app.steelyard.plan.Range;
import app.steelyard.plan.Scenario;
import app.steelyard.plan.WhatIf;
import app.steelyard.plan.item.ContextItem;
import app.steelyard.plan.item.Kind;
import app.steelyard.plan.item.Scope;
import app.steelyard.text.Currency;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What makes no sense in a plan, each at its place, and what only just makes sense. */
class PlanValidatorTest {
    private static final Plan GOOD = plan(5000, 1000);
    private static final String REQUESTS = "traffic.requestsPerMonth";
    private static final String TENANTS = "traffic.tenants";

    private static void told(Plan plan, String... problems) {
        assertEquals(
                List.of(problems),
                PlanValidator.validate(plan).stream().map(Object::toString).toList());
    }

    private static Plan with(Range... ranges) {
        return GOOD.withWhatIf(new WhatIf(List.of(ranges), List.of(), List.of()));
    }

    private static Range range(String path, double low, double high, Distribution distribution) {
        return new Range(path, low, high, distribution, null);
    }

    @Test
    void numbersHaveLimitsAndTheLimitsBelongToThem() {
        told(GOOD);
        told(PlanField.RETRY_RATE.with(GOOD, 1));
        told(PlanField.RETRY_RATE.with(GOOD, -0.5), "traffic.retryRate: -50 % is outside the range 0 % to 100 %.");
        told(
                PlanField.SUCCESS_TUNED.with(GOOD, 90),
                "outcome.tuned: 9,000 % (90 as a fraction) is outside the range 0 % to 100 %; in a file 90 % is written"
                        + " 0.9.");
        told(
                PlanField.DISCOUNT_RATE.with(GOOD, 1234),
                "finance.discountRatePerYear: 123,400 % is outside the range 0 % to 100 %.");
        told(PlanField.RETRAIN_EVERY_MONTHS.with(GOOD, 1.5), "tuning.retrainEveryMonths: 1.5 is not a whole number.");
        told(PlanField.OUTPUT_TOKENS.with(GOOD, Double.NaN), "traffic.outputTokens: A number is missing here.");
        told(PlanField.MEASURED_HIT_RATE.with(GOOD, Double.NaN));
        told(PlanField.CACHE_MINIMUM_TOKENS.with(GOOD, 5000));
        told(
                PlanField.CACHE_MINIMUM_TOKENS.with(GOOD, 5001),
                "caching.minimumTokens: The minimum of 5,001 tokens is above the 5,000 tokens there are to cache:"
                        + " nothing could ever be cached.");
    }

    @Test
    void itemsHaveANameAndAnIdOfTheirOwn() {
        ContextItem item = item("rates", 10, Kind.INFORMATION, Scope.SHARED, 0);
        told(GOOD.withItems(List.of(item, item)), "items.rates.id: The id 'rates' is used twice.");
        told(
                GOOD.withItems(List.of(item("a b", 10, Kind.INFORMATION, Scope.SHARED, 0))),
                "items.a b.id: 'a b' cannot be an id; letters, digits, hyphens and underscores are allowed.");
        told(
                GOOD.withItems(
                        List.of(new ContextItem("rates", " ", 10, item.kind(), item.scope(), 0, item.placement()))),
                "items.rates.name: The item needs a name.");
        List<ContextItem> most = IntStream.range(0, PlanValidator.MAX_ITEMS)
                .mapToObj(i -> item("item-" + i, 10, Kind.INFORMATION, Scope.SHARED, 0))
                .toList();
        told(GOOD.withItems(most));
        told(
                GOOD.withItems(IntStream.range(0, PlanValidator.MAX_ITEMS + 1)
                        .mapToObj(i -> item("item-" + i, 10, Kind.INFORMATION, Scope.SHARED, 0))
                        .toList()),
                "items: 201 items are too many; at most 200 are allowed.");
        assertTrue(PlanValidator.validate(GOOD.withItem(0, GOOD.items().get(0).withTokens(-1)))
                .get(0)
                .toString()
                .startsWith("items.context.tokens: -1 is outside the range 0 to "));
    }

    @Test
    void aDollarIsADollar() {
        Finance f = GOOD.finance();
        told(
                GOOD.withFinance(
                        new Finance(12, 0.08, f.timing(), Currency.USD, new ExchangeRate(0.9, DAY, "a bank"), 4000)),
                "finance.exchangeRate.perUsd: The plan is in US dollars, so the exchange rate must be 1.");
        told(GOOD.withFinance(
                new Finance(12, 0.08, f.timing(), new Currency("EUR"), new ExchangeRate(0.9, DAY, "a bank"), 4000)));
    }

    @Test
    void whatAHitRateWasMeasuredOnNeedsTheRate() {
        MeasuredOn on = new MeasuredOn(null, "5m", List.of());
        Plan measured = PlanField.MEASURED_HIT_RATE.with(GOOD, 0.5);
        told(measured.withCaching(measured.caching().withMeasuredOn(on)));
        told(
                GOOD.withCaching(GOOD.caching().withMeasuredOn(on)),
                "caching.measuredOn: It says on what a hit rate was measured, but neither measuredHitRate nor"
                        + " firstTurnHitRate is stated. State one, or leave measuredOn out.");
        Plan first = PlanField.FIRST_TURN_HIT_RATE.with(GOOD, 0.5);
        told(first.withCaching(first.caching().withMeasuredOn(on)));
    }

    @Test
    void aRangeIsOfOneNumberThatVariesAndRises() {
        told(with(range(REQUESTS, 1, 2, Distribution.LOGNORMAL)));
        told(
                with(range(REQUESTS, 0, 2, Distribution.LOGNORMAL)),
                "whatIf.ranges.0.low: A lognormal range must begin above 0.");
        told(with(range(REQUESTS, 0, 2, Distribution.UNIFORM)));
        told(
                with(range(REQUESTS, 2, 2, Distribution.UNIFORM)),
                "whatIf.ranges.0.high: The end of the range, 2, must be above its beginning, 2.");
        told(
                with(range(REQUESTS, 1, 2, Distribution.PERT), range(REQUESTS, 1, 3, Distribution.PERT)),
                "whatIf.ranges.1.path: 'traffic.requestsPerMonth' stands here twice.");
        told(
                with(range("traffic.request", 1, 2, Distribution.PERT)),
                "whatIf.ranges.0.path: The plan has no number at 'traffic.request'. Did you mean"
                        + " traffic.requestsPerMonth?");
        told(
                with(range("finance.horizonMonths", 12, 24, Distribution.PERT)),
                "whatIf.ranges.0.path: The horizon is a choice and not a doubt: it can have no range. Put it into a"
                        + " scenario instead.");
        told(
                with(range("traffic.retryRate", 0, 1.5, Distribution.PERT)),
                "whatIf.ranges.0.high: 150 % is outside the range 0 % to 100 %.");
        told(
                with(range("caching.measuredHitRate", 0.1, 0.5, Distribution.PERT)),
                "whatIf.ranges.0.path: 'caching.measuredHitRate' is left out, so that it follows from other numbers"
                        + " and varies with their ranges. State the number itself, or remove its range.");
    }

    private static void correlated(String problem, Correlation... correlations) {
        Plan plan = with(range(REQUESTS, 1, 2, Distribution.PERT), range(TENANTS, 1, 2, Distribution.PERT));
        Plan tied = plan.withWhatIf(plan.whatIf().withCorrelations(List.of(correlations)));
        if (problem.isEmpty()) {
            told(tied);
        } else {
            told(tied, problem);
        }
    }

    @Test
    void aPairIsOfTwoRangesAndStandsOnce() {
        correlated("", new Correlation(REQUESTS, TENANTS, 1));
        correlated("", new Correlation(REQUESTS, TENANTS, -1));
        correlated(
                "whatIf.correlations.0.coefficient: 1.1 is outside the range -1 to 1.",
                new Correlation(REQUESTS, TENANTS, 1.1));
        correlated(
                "whatIf.correlations.0.second: A number cannot be correlated with itself.",
                new Correlation(REQUESTS, REQUESTS, 0.5));
        correlated(
                "whatIf.correlations.1: This pair is correlated twice.",
                new Correlation(REQUESTS, TENANTS, 0.5),
                new Correlation(TENANTS, REQUESTS, 0.5));
        correlated(
                "whatIf.correlations.0.second: 'traffic.users' has no range, so nothing can move with it.",
                new Correlation(REQUESTS, "traffic.users", 0.5));
    }

    private static Scenario scenario(String name, String path, double value) {
        return new Scenario(name, List.of(new Scenario.Value(path, value)));
    }

    @Test
    void aScenarioHasANameOfItsOwnAndNumbersOfThePlan() {
        WhatIf busy = new WhatIf(
                List.of(), List.of(), List.of(scenario("Busy", REQUESTS, 9), scenario("Busy", REQUESTS, 99)));
        told(GOOD.withWhatIf(busy), "whatIf.scenarios.1.name: There are two scenarios of the name “Busy”.");
        WhatIf odd = new WhatIf(
                List.of(), List.of(), List.of(scenario(" ", REQUESTS, 9), scenario("Odd", "traffic.retryRate", 2)));
        told(
                GOOD.withWhatIf(odd),
                "whatIf.scenarios.0.name: The scenario needs a name.",
                "whatIf.scenarios.1.values.0.value: 200 % (2 as a fraction) is outside the range 0 % to 100 %; in a file"
                        + " 2 % is written 0.02.");
    }
}
