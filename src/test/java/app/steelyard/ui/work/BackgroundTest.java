package app.steelyard.ui.work;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/** Whoever waits for work hears of its end, whatever that is. */
class BackgroundTest {
    private final List<Integer> done = new ArrayList<>();
    private final List<Exception> failed = new ArrayList<>();

    private void run(Callable<Integer> work) {
        Background.run(Runnable::run, Runnable::run, work, done::add, failed::add);
    }

    private static int endless(int depth) {
        return endless(depth + 1) + 1;
    }

    @Test
    void aResultIsTold() {
        run(() -> 7);
        assertEquals(List.of(7), done);
        assertEquals(List.of(), failed);
    }

    @Test
    void anExceptionIsToldAsItIs() {
        IllegalStateException thrown = new IllegalStateException("bad");
        run(() -> {
            throw thrown;
        });
        assertEquals(List.of(), done);
        assertSame(thrown, failed.getFirst());
    }

    @Test
    void aLackOfMemoryIsToldWithWhatToDo() {
        run(() -> {
            throw new OutOfMemoryError("Java heap space");
        });
        assertEquals(
                List.of("There was not enough memory for this. Ask for less at once, such as fewer trials or fewer"
                        + " files."),
                failed.stream().map(Exception::getMessage).toList());
    }

    @Test
    void workWithoutAnEndIsToldAsADefect() {
        run(() -> endless(0));
        assertEquals(
                List.of("This is a defect in Steelyard: java.lang.StackOverflowError"),
                failed.stream().map(Exception::getMessage).toList());
    }
}
