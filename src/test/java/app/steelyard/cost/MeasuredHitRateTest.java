package app.steelyard.cost;

import static app.steelyard.Fixtures.book;
import static app.steelyard.Fixtures.item;
import static app.steelyard.Fixtures.model;
import static app.steelyard.Fixtures.plan;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.steelyard.Seeded;
import app.steelyard.cost.result.Evaluation;
import app.steelyard.plan.Design;
import app.steelyard.plan.MeasuredOn;
import app.steelyard.plan.Plan;
import app.steelyard.plan.PlanField;
import app.steelyard.plan.PriceRef;
import app.steelyard.plan.item.Kind;
import app.steelyard.plan.item.Scope;
import app.steelyard.pricing.CacheLifetime;
import app.steelyard.pricing.PriceBook;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A measured hit rate speaks for what it was measured on, and for nothing else. */
class MeasuredHitRateTest {
    private static final PriceBook BOOK = book(model().write("5m", "1.25")
            .write("1h", "2")
            .lifetime("5m", Duration.ofMinutes(5), CacheLifetime.Refresh.ON_HIT)
            .lifetime("1h", Duration.ofHours(1), CacheLifetime.Refresh.ON_HIT)
            .prices("1", "0.1", "5"));

    /** Today all is cached at five minutes; a request a minute or so. */
    private static Plan system() {
        return plan(0, 50_000)
                .withItems(List.of(
                        item("rules", 3000, Kind.BEHAVIOUR, Scope.SHARED, 1),
                        item("catalogue", 20_000, Kind.INFORMATION, Scope.SHARED, 30)))
                .withToday(Design.PROMPT_CACHING);
    }

    private static Plan measured(Plan plan, double rate, @Nullable MeasuredOn on) {
        Plan stated = PlanField.MEASURED_HIT_RATE.with(plan, rate);
        return stated.withCaching(stated.caching().withMeasuredOn(on));
    }

    private static Evaluation.Priced of(Design design, Plan plan) {
        return (Evaluation.Priced) Comparison.of(plan, BOOK).evaluations().stream()
                .filter(e -> e.architecture().design() == design)
                .findFirst()
                .orElseThrow();
    }

    private static double tco(Design design, Plan plan) {
        return of(design, plan).measures().tco();
    }

    private static Plan at(String lifetime, Plan plan) {
        return plan.withCaching(plan.caching().withLifetime(lifetime));
    }

    @Test
    void itIsTakenForWhatRunsToday() {
        Seeded.forAll(50, random -> {
            Plan plan = system();
            double rate = random.between(0, 1);
            Plan today = measured(plan, rate, MeasuredOn.today(plan, "5m"));
            assertEquals(
                    tco(Design.PROMPT_CACHING, measured(plan, rate, null)), tco(Design.PROMPT_CACHING, today), 0.0);
            assertTrue(of(Design.PROMPT_CACHING, today).caches().measured());
            assertEquals(rate, of(Design.PROMPT_CACHING, today).caches().hitRate(), 1e-12);
        });
    }

    @Test
    void anotherLifetimeHasTheRateThatFollowsFromTraffic() {
        Plan plan = at("1h", system());
        Plan measured = at("1h", measured(system(), 0.4, MeasuredOn.today(system(), "5m")));
        assertEquals(tco(Design.PROMPT_CACHING, plan), tco(Design.PROMPT_CACHING, measured), 0.0);
        assertFalse(of(Design.PROMPT_CACHING, measured).caches().measured());
        assertTrue(
                of(Design.PROMPT_CACHING, measured).notices().stream()
                        .anyMatch(n -> n.text().startsWith("The hit rate of 40 % was measured on another")),
                () -> of(Design.PROMPT_CACHING, measured).notices().toString());
    }

    @Test
    void soHaveAnotherModelAndOtherItems() {
        Plan plan = system();
        double derived = tco(Design.PROMPT_CACHING, plan);
        for (MeasuredOn other : List.of(
                new MeasuredOn(new PriceRef("elsewhere", "other"), "5m", List.of()),
                new MeasuredOn(null, "5m", List.of("rules")),
                new MeasuredOn(null, null, List.of("catalogue", "rules")),
                new MeasuredOn(null, "1h", List.of()))) {
            assertEquals(derived, tco(Design.PROMPT_CACHING, measured(plan, 0.4, other)), 0.0, other.toString());
        }
        // Retrieval caches the rules alone.
        Plan rules = measured(plan, 0.4, new MeasuredOn(null, null, List.of("rules")));
        assertTrue(of(Design.RETRIEVAL, rules).caches().measured());
    }

    @Test
    void whatIsNotKnownIsNotAskedFor() {
        Plan plan = system();
        double everywhere = tco(Design.PROMPT_CACHING, measured(plan, 0.4, null));
        assertNotEquals(tco(Design.PROMPT_CACHING, plan), everywhere);
        assertEquals(
                everywhere,
                tco(Design.PROMPT_CACHING, measured(plan, 0.4, new MeasuredOn(null, null, List.of()))),
                0.0);
    }

    @Test
    void theErrorOfTheDerivationIsInDoubtWhereADesignIsDerivedAllTheSame() {
        Plan plan = system();
        Plan today = measured(plan, 0.4, MeasuredOn.today(plan, "5m"));
        // Retrieval caches other items than today.
        assertTrue(KnownErrors.in(today, BOOK)
                .whatIf()
                .range(PlanField.MODEL_HIT_RATE.path())
                .isPresent());
        Plan one = plan.withItems(List.of(plan.items().get(0)));
        assertEquals(
                measured(one, 0.4, MeasuredOn.today(one, "5m")),
                KnownErrors.in(measured(one, 0.4, MeasuredOn.today(one, "5m")), BOOK));
    }

    @Test
    void takingTheRateAwayTakesAwayWhatItWasMeasuredOn() {
        Plan plan = measured(system(), 0.4, MeasuredOn.today(system(), "5m"));
        assertEquals(system(), PlanField.MEASURED_HIT_RATE.with(plan, Double.NaN));
    }
}
