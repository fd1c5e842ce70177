package app.steelyard.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;

import app.steelyard.Seeded;
import app.steelyard.plan.Plan;
import app.steelyard.plan.PlanField;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class HistoryTest {
    private static final Instant START = Instant.parse("2026-01-31T09:00:00Z");
    private static final Plan FIRST = Samples.plan("caching").orElseThrow();

    private static Plan requests(double value) {
        return PlanField.REQUESTS_PER_MONTH.with(FIRST, value);
    }

    private static Instant at(long millis) {
        return START.plusMillis(millis);
    }

    @Test
    void undoTakesBackAndRedoBringsBack() {
        Seeded.forAll(200, draw -> {
            RandomGenerator random = draw.random();
            History<Plan> history = History.of(FIRST);
            List<Plan> plans = new ArrayList<>(List.of(FIRST));
            int edits = 1 + random.nextInt(30);
            for (int i = 0; i < edits; i++) {
                Plan plan = requests(random.nextInt(5));
                if (!plan.equals(history.current())) {
                    plans.add(plan);
                }
                history = history.edit("Edit " + i, random.nextBoolean() ? "key " + i : null, at(i), plan);
                assertEquals(plan, history.current());
            }
            History<Plan> end = history;
            for (int i = plans.size() - 1; i > 0; i--) {
                assertEquals(plans.get(i), history.current());
                History<Plan> before = history.undo();
                assertEquals(
                        history.undone().map(History.Step::name),
                        before.redone().map(History.Step::name));
                assertEquals(history.current(), before.redo().current());
                history = before;
            }
            assertFalse(history.canUndo());
            assertSame(history, history.undo());
            while (history.canRedo()) {
                history = history.redo();
            }
            assertEquals(end.current(), history.current());
            assertEquals(end.undone().map(History.Step::name), history.undone().map(History.Step::name));
        });
    }

    @Test
    void anEditForgetsWhatWasUndone() {
        History<Plan> history =
                History.of(FIRST).edit("One", null, at(0), requests(1)).undo().edit("Two", null, at(1), requests(2));
        assertFalse(history.canRedo());
        assertEquals(Optional.of("Two"), history.undone().map(History.Step::name));
    }

    @Test
    void aRunOfEditsWithOneKeyIsOneEdit() {
        History<Plan> history = History.of(FIRST);
        for (int i = 1; i <= 50; i++) {
            history = history.edit("Requests", "traffic.requestsPerMonth", at(i * 100L), requests(i));
        }
        assertEquals(requests(50), history.current());
        assertEquals(FIRST, history.undo().current());
        assertEquals(requests(50), history.undo().redo().current());
    }

    @Test
    void aPauseAnotherKeyAndAMarkEndARun() {
        History<Plan> history = History.of(FIRST).edit("Requests", "a", at(0), requests(1));
        long later = History.MERGE_WITHIN.toMillis();
        assertEquals(
                FIRST,
                history.edit("Requests", "a", at(later), requests(2)).undo().current());
        assertEquals(
                requests(1),
                history.edit("Requests", "a", at(later + 1), requests(2)).undo().current());
        assertEquals(
                requests(1),
                history.edit("Other", "b", at(1), requests(2)).undo().current());
        assertEquals(
                requests(1),
                history.apart().edit("Requests", "a", at(1), requests(2)).undo().current());
    }

    @Test
    void aRunThatEndsWhereItBeganLeavesNothingToUndo() {
        History<Plan> history =
                History.of(FIRST).edit("a", "a", at(0), requests(1)).edit("a", "a", at(1), FIRST);
        assertFalse(history.canUndo());
    }

    @Test
    void theOldestEditsAreForgotten() {
        History<Plan> history = History.of(FIRST);
        for (int i = 0; i < History.MAX_EDITS + 50; i++) {
            history = history.edit("Edit", null, at(i), requests(i));
        }
        int undone = 0;
        while (history.canUndo()) {
            history = history.undo();
            undone++;
        }
        assertEquals(History.MAX_EDITS, undone);
        assertEquals(requests(49), history.current());
    }
}
