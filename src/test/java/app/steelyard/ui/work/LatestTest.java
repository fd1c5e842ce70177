package app.steelyard.ui.work;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

/** The newest request wins, in whichever order threads get their turn: here each turn is given by hand. */
class LatestTest {
    private final Hand worker = new Hand();
    private final Hand later = new Hand();
    private final Hand screen = new Hand();
    private final List<String> shown = new ArrayList<>();
    private final List<String> ran = new ArrayList<>();
    private final List<String> failed = new ArrayList<>();
    private final Latest<String, String> latest = new Latest<>(
            new Latest.Threads(worker, later, screen),
            List.of((in, cancelled) -> run("quick " + in), (in, cancelled) -> run("thorough " + in)),
            shown::add,
            e -> failed.add(String.valueOf(e.getMessage())));

    /** Runs what it is given when told to. */
    private static final class Hand implements Executor {
        private final Deque<Runnable> waiting = new ArrayDeque<>();

        @Override
        public void execute(Runnable task) {
            waiting.add(task);
        }

        void one() {
            waiting.remove().run();
        }

        boolean idle() {
            return waiting.isEmpty();
        }
    }

    private String run(String what) {
        ran.add(what);
        if (what.contains("deep")) {
            throw new StackOverflowError();
        }
        if (what.contains("bad")) {
            throw new IllegalStateException(what);
        }
        return what;
    }

    @Test
    void aRequestIsAnsweredQuicklyAndThenThoroughly() {
        latest.request("a");
        assertTrue(latest.busy());
        worker.one();
        assertEquals(List.of(), shown, "nothing is shown but on the screen's thread");
        screen.one();
        assertEquals(List.of("quick a"), shown);
        later.one();
        screen.one();
        assertEquals(List.of("quick a", "thorough a"), shown);
        assertFalse(latest.busy());
    }

    @Test
    void aNewerRequestKeepsAnOlderOneFromBeginning() {
        latest.request("a");
        latest.request("b");
        worker.one();
        worker.one();
        assertEquals(List.of("quick b"), ran);
        screen.one();
        assertEquals(List.of("quick b"), shown);
    }

    @Test
    void anAnswerThatComesAfterANewerRequestIsThrownAway() {
        latest.request("a");
        worker.one();
        latest.request("b");
        screen.one();
        assertEquals(List.of(), shown);
        worker.one();
        screen.one();
        assertEquals(List.of("quick b"), shown);
    }

    @Test
    void aLateThoroughAnswerNeverFollowsANewerOne() {
        latest.request("a");
        worker.one();
        screen.one();
        later.one();
        // The thorough answer to "a" waits for the screen while "b" is asked and answered.
        latest.request("b");
        worker.one();
        screen.one();
        screen.one();
        assertEquals(List.of("quick a", "quick b"), shown);
        later.one();
        screen.one();
        assertEquals(List.of("quick a", "quick b", "thorough b"), shown);
    }

    @Test
    void workUnderWayIsToldThatNobodyWaits() {
        List<Boolean> asked = new ArrayList<>();
        List<Latest<String, String>> self = new ArrayList<>();
        Latest.Pass<String, String> slow = (String in, BooleanSupplier cancelled) -> {
            asked.add(cancelled.getAsBoolean());
            if (in.equals("a")) {
                self.get(0).request("b");
            }
            asked.add(cancelled.getAsBoolean());
            if (cancelled.getAsBoolean()) {
                throw new CancellationException();
            }
            return in;
        };
        self.add(new Latest<>(
                new Latest.Threads(worker, later, screen), List.of(slow), shown::add, e -> failed.add("failed")));
        self.get(0).request("a");
        worker.one();
        assertEquals(List.of(false, true), asked);
        worker.one();
        screen.one();
        assertEquals(List.of("b"), shown);
        assertEquals(List.of(), failed);
        assertTrue(screen.idle());
    }

    @Test
    void whileSomethingMovesAQuickAnswerUnderWayIsShownAndTheNewestRequestFollows() {
        latest.follow("a");
        worker.one();
        latest.follow("b");
        latest.follow("c");
        screen.one();
        assertEquals(List.of("quick a"), shown);
        worker.one();
        screen.one();
        assertEquals(List.of("quick a", "quick c"), shown, "b was overtaken");
        assertEquals(List.of("quick a", "quick c"), ran);
        latest.follow("d");
        later.one();
        assertEquals(List.of("quick a", "quick c"), ran, "no thorough answer to what has moved on");
        worker.one();
        screen.one();
        later.one();
        screen.one();
        assertEquals(List.of("quick a", "quick c", "quick d", "thorough d"), shown);
    }

    @Test
    void aCancelledRequestShowsNothing() {
        latest.request("a");
        worker.one();
        latest.cancel();
        screen.one();
        assertEquals(List.of(), shown);
        assertFalse(latest.busy());
    }

    @Test
    void aFailureIsToldOnceAndTheNextRequestIsAnswered() {
        latest.request("bad");
        worker.one();
        screen.one();
        assertEquals(List.of("quick bad"), failed);
        assertTrue(later.idle());
        latest.request("a");
        worker.one();
        screen.one();
        assertEquals(List.of("quick a"), shown);
    }

    @Test
    void anErrorEndsARequestAsAnExceptionDoes() {
        latest.request("deep");
        worker.one();
        screen.one();
        assertEquals(List.of("This is a defect in Steelyard: java.lang.StackOverflowError"), failed);
        assertFalse(latest.busy());
    }
}
