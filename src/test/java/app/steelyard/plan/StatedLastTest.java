package app.steelyard.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.steelyard.Fixtures;
import app.steelyard.plan.check.PlanValidator;
import app.steelyard.plan.item.ContextItem;
import app.steelyard.plan.item.Growth;
import app.steelyard.plan.item.Kind;
import app.steelyard.plan.item.Placement;
import app.steelyard.plan.item.Scope;
import app.steelyard.text.Problem;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Requests and sessions follow from each other, and an item grows only within a session. */
class StatedLastTest {
    private static final Plan PLAN = Fixtures.plan(5000, 1000);

    @Test
    void sessionsStatedAreTurnsTimesAsManyRequests() {
        Plan plan = PlanField.TURNS.with(PlanField.SESSIONS_PER_MONTH.with(PLAN, 200), 8);
        assertEquals(1600, plan.traffic().requestsPerMonth());
        assertEquals(2000, PlanField.TURNS.with(plan, 10).traffic().requestsPerMonth());
    }

    @Test
    void requestsStatedStayWhateverTheTurns() {
        Plan plan = PlanField.TURNS.with(PLAN, 8);
        assertEquals(1000, plan.traffic().requestsPerMonth());
        assertNull(plan.traffic().sessions().perMonth());
    }

    @Test
    void requestsStatedLastAreNoLongerThoseOfTheSessions() {
        Plan plan = PlanField.TURNS.with(PlanField.SESSIONS_PER_MONTH.with(PLAN, 200), 8);
        Plan requests = PlanField.REQUESTS_PER_MONTH.with(plan, 5000);
        assertNull(requests.traffic().sessions().perMonth());
        assertEquals(5000, PlanField.TURNS.with(requests, 10).traffic().requestsPerMonth());
        Plan left = PlanField.SESSIONS_PER_MONTH.with(plan, Double.NaN);
        assertEquals(1600, left.traffic().requestsPerMonth());
    }

    @Test
    void theRangeOfWhatFollowsGoes() {
        Plan requests = ranged(PLAN, PlanField.REQUESTS_PER_MONTH);
        Plan sessions = PlanField.SESSIONS_PER_MONTH.with(requests, 200);
        assertTrue(sessions.whatIf().ranges().isEmpty());
        Plan both = ranged(sessions, PlanField.SESSIONS_PER_MONTH);
        assertEquals(List.of(), PlanValidator.validate(both));
        assertTrue(PlanField.REQUESTS_PER_MONTH.with(both, 10).whatIf().ranges().isEmpty());
        assertTrue(PlanField.SESSIONS_PER_MONTH
                .with(both, Double.NaN)
                .whatIf()
                .ranges()
                .isEmpty());
        List<Problem> problems = PlanValidator.validate(ranged(sessions, PlanField.REQUESTS_PER_MONTH));
        assertEquals("whatIf.ranges.0.path", problems.get(0).pointer());
        assertTrue(problems.get(0).reason().contains("Give the range to 'traffic.sessions.perMonth'"));
    }

    @Test
    void anItemOfASessionHasNumbersOfItsGrowthAndLosesThemWithItsScope() {
        ContextItem item =
                new ContextItem("talk", "Talk", 500, Kind.INFORMATION, Scope.SESSION, 0, Placement.CACHED_PREFIX);
        Plan plan = PLAN.withItems(List.of(item));
        PlanNumber perTurn = PlanNumber.at(plan, "items.talk.growth.perTurn").orElseThrow();
        PlanNumber end = PlanNumber.at(plan, "items.talk.growth.end").orElseThrow();
        Plan grown = ranged(end.with(perTurn.with(plan, 300), 9000), perTurn);
        assertEquals(new Growth(300, 0, 9000.0, 0), grown.items().get(0).growth());
        assertEquals(List.of(), PlanValidator.validate(grown));
        assertNull(end.with(grown, Double.NaN).items().get(0).growing().end());
        Plan shared = grown.withItems(List.of(grown.items().get(0).withScope(Scope.USER)));
        assertNull(shared.items().get(0).growth());
        assertTrue(shared.whatIf().ranges().isEmpty());
        assertFalse(PlanNumber.at(shared, "items.talk.growth.perTurn").isPresent());
        Plan twice = grown.withItems(List.of(grown.items().get(0), item.withGrowth(new Growth(0, 1, null, 0))));
        assertTrue(
                PlanValidator.validate(twice).stream().anyMatch(p -> p.reason().contains("cannot grow too")));
    }

    @Test
    void whatIsNeededWholeIsNotRetrieved() {
        ContextItem handbook =
                new ContextItem("book", "Book", 500, Kind.INFORMATION, Scope.SHARED, 0, Placement.CACHED_PREFIX);
        assertEquals(Placement.RETRIEVED, Design.RETRIEVAL.placementOf(handbook));
        assertEquals(Placement.CACHED_PREFIX, Design.RETRIEVAL.placementOf(handbook.withNeededWhole(true)));
        ContextItem talk = handbook.withScope(Scope.SESSION);
        assertEquals(Placement.CACHED_PREFIX, Design.RETRIEVAL.placementOf(talk));
        assertEquals(Placement.RETRIEVED, Design.RETRIEVAL.placementOf(talk.withNeededWhole(false)));
        ContextItem growing = talk.withGrowth(new Growth(300, 1, null, 0));
        assertEquals(Placement.CACHED_PREFIX, Design.RETRIEVAL.placementOf(growing));
    }

    @Test
    void whatIsNeededWholeCannotBePlacedInAnIndex() {
        ContextItem item = new ContextItem("book", "Book", 500, Kind.INFORMATION, Scope.SHARED, 0, Placement.RETRIEVED);
        assertEquals(List.of(), PlanValidator.validate(PLAN.withItems(List.of(item))));
        assertEquals(List.of(), PlanValidator.validate(PLAN.withItems(List.of(item.withNeededWhole(false)))));
        assertEquals(
                List.of("items.book.placement"),
                PlanValidator.validate(PLAN.withItems(List.of(item.withNeededWhole(true)))).stream()
                        .map(Problem::pointer)
                        .toList());
    }

    /** A share of busy days is no contradiction where all days are busy. */
    @Test
    void allDaysMayBeBusyWithAnyShare() {
        assertEquals(List.of(), PlanValidator.validate(PlanField.ACTIVE_DAYS_SHARE.with(PLAN, 0.5)));
    }

    private static Plan ranged(Plan plan, PlanNumber number) {
        return plan.withWhatIf(plan.whatIf().with(new Range(number.path(), 100, 400, Distribution.UNIFORM, null)));
    }
}
