package app.steelyard.cost;

import static app.steelyard.Fixtures.book;
import static app.steelyard.Fixtures.model;
import static app.steelyard.Fixtures.plan;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.steelyard.Fixtures.ModelBuilder;
import app.steelyard.plan.Caching;
import app.steelyard.plan.Distribution;
import app.steelyard.plan.Plan;
import app.steelyard.plan.PlanField;
import app.steelyard.plan.Range;
import org.junit.jupiter.api.Test;

class KnownErrorsTest {
    private static final ModelBuilder CACHE =
            model().seen("0.25", "0.66", "0.87").prices("1", "0.1", "5");
    private static final Plan PLAN = plan(10_000, 1000);

    private static Range range(Plan plan, PlanField field) {
        return plan.whatIf().range(field.path()).orElseThrow();
    }

    @Test
    void aDerivedHitRateIsInDoubtByWhatIsKnownOfTheDerivation() {
        Plan doubted = KnownErrors.in(PLAN, book(CACHE));
        Range range = range(doubted, PlanField.MODEL_HIT_RATE);
        // Four points and a third hold 80 of 100; the ends of a range hold 90.
        assertEquals(0.0552, range.high(), 5e-5);
        assertEquals(-0.0552, range.low(), 5e-5);
        assertEquals(Distribution.NORMAL, range.distribution());
        assertTrue(doubted.sources().containsKey("model.hitRate"));
        assertEquals(1, doubted.whatIf().ranges().size());
    }

    @Test
    void whatIsMeasuredOrStatedOrSetToNothingIsNot() {
        Plan measured = PlanField.MEASURED_HIT_RATE.with(PLAN, 0.9);
        assertEquals(measured, KnownErrors.in(measured, book(CACHE)));
        Plan exact = PlanField.MODEL_HIT_RATE_ERROR.with(PLAN, 0);
        assertEquals(exact, KnownErrors.in(exact, book(CACHE)));
        Plan own =
                PLAN.withWhatIf(PLAN.whatIf().with(new Range("model.hitRate", -0.2, 0.2, Distribution.UNIFORM, null)));
        assertEquals(own, KnownErrors.in(own, book(CACHE)));
        assertEquals(PLAN, KnownErrors.in(PLAN, book(model().uncached().prices("1", null, "5"))));
        assertEquals(PLAN, KnownErrors.in(PLAN, book(model().object("1").prices("1", "0.1", "5"))));
    }

    @Test
    void anErrorThatIsStatedTakesThePlaceOfTheKnownOne() {
        Plan doubted = KnownErrors.in(PlanField.MODEL_HIT_RATE_ERROR.with(PLAN, 0.1), book(CACHE));
        assertEquals(
                0.1 * 1.6449 / 1.2816, range(doubted, PlanField.MODEL_HIT_RATE).high(), 1e-12);
    }

    @Test
    void anObservedCacheThatIsLeftAloneFindsMoreInOneSystemThanInAnother() {
        Plan observed = PLAN.withCaching(PLAN.caching().withBehaviour(Caching.Behaviour.OBSERVED));
        Plan doubted = KnownErrors.in(observed, book(CACHE));
        assertEquals(0.66, PlanField.EFFECTIVENESS.get(doubted), 1e-12);
        Range range = range(doubted, PlanField.EFFECTIVENESS);
        assertTrue(range.low() < 0.25 && range.low() >= 0, range.toString());
        assertTrue(range.high() > 0.87 && range.high() <= 1, range.toString());
        Plan keyed = observed.withCaching(observed.caching().withKeyed(true));
        assertFalse(KnownErrors.in(keyed, book(CACHE))
                .whatIf()
                .range(PlanField.EFFECTIVENESS.path())
                .isPresent());
    }
}
