package app.steelyard.ui.work;

import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javafx.application.Platform;
import org.jspecify.annotations.Nullable;

/**
 * Heavy work off the screen's thread of which only the newest request matters, in one pass or in two: a quick one at once,
 * a thorough one when requests pause. A newer request cancels what is under way, and whatever still comes of that is thrown
 * away, so that no result of old inputs ever follows one of newer inputs. All methods are for the screen's thread.
 *
 * @param <I> what is asked
 * @param <O> what comes of it
 */
public final class Latest<I, O> {
    private static final int PAUSE_MILLIS = 160;

    private final Threads threads;
    private final List<Pass<I, O>> passes;
    private final Consumer<O> show;
    private final Consumer<Exception> failed;
    private @Nullable Run current;
    private @Nullable I waiting;

    /** One way to answer a request. */
    public interface Pass<I, O> {
        /**
         * @param cancelled asked now and then; once it says so, nobody waits for the answer
         * @throws CancellationException once cancelled, if it likes
         */
        O run(I input, BooleanSupplier cancelled);
    }

    /**
     * Where things run.
     *
     * @param worker one thread, in order
     * @param later the same, after a pause
     * @param screen the screen's thread, in order
     */
    public record Threads(Executor worker, Executor later, Executor screen) {
        /** A worker thread of its own, and the JavaFX thread. */
        public static Threads background(String name) {
            Executor worker = Executors.newSingleThreadExecutor(
                    Thread.ofPlatform().daemon().name(name).factory());
            return new Threads(
                    worker,
                    CompletableFuture.delayedExecutor(PAUSE_MILLIS, TimeUnit.MILLISECONDS, worker),
                    Platform::runLater);
        }
    }

    /** @param passes one or two, the quick one first */
    public Latest(Threads threads, List<Pass<I, O>> passes, Consumer<O> show, Consumer<Exception> failed) {
        this.threads = threads;
        this.passes = List.copyOf(passes);
        this.show = show;
        this.failed = failed;
    }

    private final class Run {
        private final I input;
        private int pass;
        private volatile boolean cancelled;

        Run(I input) {
            this.input = input;
        }

        void work() {
            if (cancelled) {
                return;
            }
            try {
                O output = passes.get(pass).run(input, () -> cancelled);
                threads.screen().execute(() -> came(true, () -> show.accept(output)));
            } catch (CancellationException e) {
                // Whoever cancelled it has already asked for something else.
            } catch (RuntimeException | Error e) {
                threads.screen().execute(() -> came(false, () -> failed.accept(Background.told(e))));
            }
        }

        private void came(boolean well, Runnable outcome) {
            if (!equals(current)) {
                return;
            }
            pass++;
            I next = waiting;
            boolean more = well && next == null && pass < passes.size();
            if (!more) {
                current = null;
            }
            outcome.run();
            if (more && equals(current)) {
                threads.later().execute(this::work);
            } else if (next != null && current == null) {
                start(next);
            }
        }
    }

    /** Asks anew; what is under way is cancelled, and what it brings thrown away. */
    public void request(I input) {
        cancel();
        start(input);
    }

    /**
     * Asks anew while something moves under the hand: a quick pass under way may end and be shown, so that there is
     * something to see between two requests that come faster than answers; the newest request follows it.
     */
    public void follow(I input) {
        if (current != null && current.pass == 0) {
            waiting = input;
        } else {
            request(input);
        }
    }

    private void start(I input) {
        waiting = null;
        Run run = new Run(input);
        current = run;
        threads.worker().execute(run::work);
    }

    /** Stops what is under way; nothing more is shown. */
    public void cancel() {
        if (current != null) {
            current.cancelled = true;
        }
        current = null;
        waiting = null;
    }

    /** Whether something is under way. */
    public boolean busy() {
        return current != null;
    }
}
