package app.steelyard.app.decide;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.steelyard.decision.Decision;
import app.steelyard.decision.Flips;
import app.steelyard.decision.answers.Answers;
import app.steelyard.decision.rules.Cases;
import app.steelyard.document.Samples;
import app.steelyard.plan.Plan;
import app.steelyard.pricing.PriceBook;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class DecidingTest {
    private static final Plan SUPPORT = Samples.plan("support-bot").orElseThrow();
    private static final Plan COPILOT = Samples.plan("banking-copilot").orElseThrow();

    private final Queue beside = new Queue();
    private Plan plan = SUPPORT;
    private final PriceBook book = Cases.BOOK;
    private int told;
    private final Deciding deciding = new Deciding(() -> plan, () -> Answers.NONE, () -> book, beside, () -> told++);

    /** Does the work when the test says so. */
    private static final class Queue implements Deciding.Beside {
        private final Deque<Runnable> waiting = new ArrayDeque<>();

        @Override
        public <T> Runnable run(Callable<T> work, Consumer<T> done, Consumer<Exception> failed) {
            Runnable job = () -> {
                T made;
                try {
                    made = work.call();
                } catch (Exception e) {
                    failed.accept(e);
                    return;
                }
                done.accept(made);
            };
            waiting.add(job);
            return () -> waiting.remove(job);
        }

        void work() {
            waiting.remove().run();
        }
    }

    @Test
    void theDecisionComesBeforeWhatFlipsIt() {
        deciding.wantFlips();
        deciding.wantFlips();
        assertEquals(Optional.empty(), deciding.decision());
        beside.work();
        Decision decision = deciding.decision().orElseThrow();
        assertEquals(Decision.of(SUPPORT, Answers.NONE, Cases.BOOK).approach(), decision.approach());
        assertEquals(Optional.empty(), deciding.flips());
        beside.work();
        assertEquals(Flips.of(decision, Cases.BOOK), deciding.flips().orElseThrow());
        assertEquals(2, told);
        assertTrue(beside.waiting.isEmpty());
        deciding.wantFlips();
        assertTrue(beside.waiting.isEmpty(), "it is known");
    }

    @Test
    void flipsAreLookedForWhereTheyAreWantedAlone() {
        deciding.wantDecision();
        beside.work();
        assertTrue(beside.waiting.isEmpty());
        deciding.wantFlips();
        assertEquals(1, beside.waiting.size());
    }

    @Test
    void anotherPlanStopsWhatIsUnderWay() {
        deciding.wantFlips();
        beside.work();
        plan = COPILOT;
        deciding.wantDecision();
        assertEquals(1, beside.waiting.size(), "the search for flips is left");
        assertEquals(Optional.empty(), deciding.decision());
        beside.work();
        assertEquals(COPILOT, deciding.decision().orElseThrow().plan());
        plan = SUPPORT;
        deciding.wantDecision();
        deciding.stop();
        assertTrue(beside.waiting.isEmpty());
    }

    @Test
    void aFailureIsToldAndNotTriedAgain() {
        plan = COPILOT;
        Deciding failing = new Deciding(
                () -> plan,
                () -> Answers.NONE,
                () -> {
                    throw new IllegalStateException("no prices");
                },
                beside,
                () -> told++);
        failing.wantDecision();
        beside.work();
        assertEquals(Optional.of("no prices"), failing.failure());
        failing.wantDecision();
        assertTrue(beside.waiting.isEmpty());
        assertEquals(1, told);
    }
}
