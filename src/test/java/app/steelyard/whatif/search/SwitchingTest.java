package app.steelyard.whatif.search;

import static app.steelyard.Fixtures.book;
import static app.steelyard.Fixtures.item;
import static app.steelyard.Fixtures.model;
import static app.steelyard.Fixtures.plan;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.steelyard.SampleComparisons;
import app.steelyard.Seeded;
import app.steelyard.cost.Comparison;
import app.steelyard.cost.engine.Batch;
import app.steelyard.cost.result.Architecture;
import app.steelyard.plan.Design;
import app.steelyard.plan.Distribution;
import app.steelyard.plan.ItemNumber;
import app.steelyard.plan.NumberLabels;
import app.steelyard.plan.Plan;
import app.steelyard.plan.PlanField;
import app.steelyard.plan.PlanNumber;
import app.steelyard.plan.Range;
import app.steelyard.plan.Retrieval;
import app.steelyard.plan.WhatIf;
import app.steelyard.plan.check.PlanValidator;
import app.steelyard.plan.item.Growth;
import app.steelyard.plan.item.Kind;
import app.steelyard.plan.item.Scope;
import app.steelyard.pricing.PriceBook;
import app.steelyard.whatif.Result;
import app.steelyard.whatif.story.SwitchingLines;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SwitchingTest {
    private static Optional<Design> design(Optional<Architecture> architecture) {
        return architecture.map(Architecture::design);
    }

    /** With no embedding service chosen retrieval has no price, and caching or not is all there is. */
    private static Plan cachingOrNot(double requests) {
        return plan(5000, requests).withRetrieval(new Retrieval(null, null, null, 0, 0, 0));
    }

    /** A write at 1.25 or 2 times the input price and a read at a tenth of it: the break-even is (w − 1) / (w − r). */
    @ParameterizedTest
    @CsvSource({"1.25, 0.2173913043478261", "2, 0.5263157894736842"})
    void breakEvenHitRates(String write, double expected) {
        PriceBook book = book(model().write("5m", write).prices("1", "0.1", "5"));
        Plan plan = PlanField.MEASURED_HIT_RATE.with(cachingOrNot(1_000_000), 0.9);
        SwitchingValue hitRate = Switching.of(plan, book, PlanField.MEASURED_HIT_RATE);
        SwitchingValue.Point below = hitRate.below().orElseThrow();
        assertEquals(expected, below.value(), expected * 1e-9);
        assertEquals(Optional.of(Design.PROMPT_CACHING), design(below.from()));
        assertEquals(Optional.of(Design.UNCACHED), design(below.to()));
        assertTrue(hitRate.above().isEmpty());

        Plan low = PlanField.MEASURED_HIT_RATE.with(plan, 0.1);
        SwitchingValue.Point above =
                Switching.of(low, book, PlanField.MEASURED_HIT_RATE).above().orElseThrow();
        assertEquals(expected, above.value(), expected * 1e-9);
        assertEquals(Optional.of(Design.PROMPT_CACHING), design(above.to()));
    }

    @Test
    void aRangeBoundsTheSearch() {
        PriceBook book = book(model().write("5m", "1.25").prices("1", "0.1", "5"));
        Plan plan = PlanField.MEASURED_HIT_RATE.with(cachingOrNot(1_000_000), 0.9);
        Range range = new Range(PlanField.MEASURED_HIT_RATE.path(), 0.5, 0.95, Distribution.PERT, null);
        Plan sure = plan.withWhatIf(new WhatIf(List.of(range), List.of(), List.of()));
        SwitchingValue hitRate = Switching.of(sure, book, PlanField.MEASURED_HIT_RATE);
        assertTrue(hitRate.never());
        assertTrue(hitRate.span().stated());
        assertEquals(0.5, hitRate.span().from());
        assertEquals(
                PlanField.MEASURED_HIT_RATE, Switching.of(sure, book).get(0).number());
    }

    /** Nothing is cached below the minimum, and then both cost the same: no switch out of the noise of the last digits. */
    @Test
    void equalsDoNotTakeTurns() {
        PriceBook book = book(model().minimum(1024, 1).prices("0.7", "0.07", "5"));
        SwitchingValue tokens = Switching.of(
                plan(500, 333_333),
                book,
                PlanNumber.at(plan(500, 1), "items.context.tokens").orElseThrow());
        SwitchingValue.Point above = tokens.above().orElseThrow();
        assertEquals(Optional.of(Design.UNCACHED), design(above.from()));
        assertEquals(1024, above.value(), 1e-6);
        assertTrue(tokens.below().isEmpty());
    }

    /** Left to be derived, the hit rate is searched as if it were measured, from what is derived. */
    @Test
    void theDerivedHitRateSwitchesToo() {
        PriceBook book = book(model().write("5m", "1.25").prices("1", "0.1", "5"));
        Plan plan = cachingOrNot(1_000_000);
        SwitchingValue hitRate = Switching.derivedHitRate(Batch.of(plan, book)).orElseThrow();
        assertTrue(hitRate.derived());
        assertEquals(Result.parse("hit-rate(prompt-caching)").of(Comparison.of(plan, book)), hitRate.base());
        SwitchingValue.Point below = hitRate.below().orElseThrow();
        assertEquals(0.25 / 1.15, below.value(), 1e-9);
        assertEquals(Optional.of(Design.UNCACHED), design(below.to()));
        assertTrue(Switching.of(plan, book).contains(hitRate));
        assertEquals("Hit rate", NumberLabels.of(plan, hitRate.number()));
        String told = SwitchingLines.of(plan, List.of(hitRate), 1).get(0);
        assertTrue(told.startsWith("Hit rate: below 21.7 %, Uncached; now derived as "), told);

        Plan measured = PlanField.MEASURED_HIT_RATE.with(plan, 0.9);
        assertTrue(Switching.derivedHitRate(Batch.of(measured, book)).isEmpty());
        assertEquals(
                1,
                Switching.of(measured, book).stream()
                        .filter(v -> v.number() == PlanField.MEASURED_HIT_RATE && !v.derived())
                        .count());
    }

    @Test
    void wholeMonthsAreNotCutIntoParts() {
        PriceBook book = book(model().prices("1", "0.1", "5"));
        Plan plan = PlanField.CACHING_WEEKS.with(cachingOrNot(100_000), 1);
        // Saving 450 a month against 4,000 of work: from the ninth month on.
        SwitchingValue horizon = Switching.of(plan, book, PlanField.HORIZON_MONTHS);
        SwitchingValue.Point below = horizon.below().orElseThrow();
        assertEquals(8, below.value());
        assertEquals(9, horizon.limit(below), "below nine months");
        assertEquals(Optional.of(Design.UNCACHED), design(below.to()));
    }

    /** On either side of a switching value the design said to be cheapest there is. */
    @Test
    void onEitherSideTheCheapestIsTheOneSaid() {
        PriceBook book = SampleComparisons.book();
        Plan plan = SampleComparisons.copilot();
        List<PlanField> numbers =
                List.of(PlanField.REQUESTS_PER_MONTH, PlanField.RETRIEVED_TOKENS, PlanField.CACHING_WEEKS);
        int[] switched = {0};
        Seeded.forAll(8, random -> {
            Plan drawn = PlanField.REQUESTS_PER_MONTH.with(plan, random.scaled(1e3, 1e7));
            drawn = PlanField.CACHING_WEEKS.with(drawn, random.between(0, 10));
            PlanField number = random.oneOf(numbers);
            SwitchingValue value = Switching.of(drawn, book, number);
            switched[0] += value.stretches().size() > 1 ? 1 : 0;
            for (SwitchingValue.Stretch stretch : value.stretches()) {
                double middle = value.span().logarithmic()
                        ? Math.sqrt(stretch.from() * stretch.to())
                        : (stretch.from() + stretch.to()) / 2;
                assertEquals(
                        Comparison.of(number.with(drawn, middle), book)
                                .cheapest()
                                .map(e -> e.architecture().placements()),
                        stretch.cheapest().map(Architecture::placements),
                        number + " " + middle);
            }
        });
        assertTrue(switched[0] >= 4, () -> "only " + switched[0] + " of them switch");
    }

    @Test
    void theMainNumbersAreThoseThatMayMatter() {
        List<PlanNumber> numbers = Switching.numbers(plan(5000, 1000));
        assertTrue(numbers.contains(PlanField.REQUESTS_PER_MONTH));
        assertTrue(!numbers.contains(PlanField.MEASURED_HIT_RATE), "it is left out");
        assertTrue(!numbers.contains(PlanField.TENANTS), "nothing belongs to a tenant");
        Plan tenants = plan(5000, 1000).withItems(List.of(item("t", 10, Kind.INFORMATION, Scope.TENANT, 0)));
        assertTrue(Switching.numbers(tenants).contains(PlanField.TENANTS));
        assertTrue(!numbers.contains(PlanField.TURNS), "each request is a session");
        Plan sessions = PlanField.TURNS
                .with(PlanField.SESSIONS_PER_MONTH.with(plan(5000, 1000), 100), 8)
                .withItems(List.of(
                        item("talk", 10, Kind.INFORMATION, Scope.SESSION, 0).withGrowth(new Growth(300, 0, null, 0))));
        List<PlanNumber> turned = Switching.numbers(sessions);
        assertTrue(turned.containsAll(List.of(
                PlanField.SESSIONS_PER_MONTH, PlanField.TURNS, new ItemNumber("talk", ItemNumber.Kind.PER_TURN))));
        assertTrue(!turned.contains(PlanField.REQUESTS_PER_MONTH), "they follow");
        assertEquals(List.of(), PlanValidator.validate(FirstRanges.around(sessions, 0.2)));
    }
}
