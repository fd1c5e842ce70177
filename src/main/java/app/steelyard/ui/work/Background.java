package app.steelyard.ui.work;

import app.steelyard.text.Texts;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.application.Platform;
import org.jspecify.annotations.Nullable;

/** Work off the JavaFX thread whose outcome comes back to it. */
public final class Background {
    private static final Texts TEXTS = Texts.of(Background.class);

    private Background() {}

    /** Work under way; for the JavaFX thread. */
    public static final class Job {
        private @Nullable Thread thread;
        private boolean cancelled;

        private Job() {}

        private void start(Runnable work) {
            thread = Thread.ofPlatform().daemon().name("steelyard-work").start(work);
        }

        private <T> Consumer<T> unlessCancelled(Consumer<T> told) {
            return outcome -> {
                if (!cancelled) {
                    told.accept(outcome);
                }
            };
        }

        /** Asks the work to stop; whatever comes of it is thrown away. */
        public void cancel() {
            cancelled = true;
            if (thread != null) {
                thread.interrupt();
            }
        }
    }

    /** Has {@code worker} run {@code work}; one of the two consumers then hears of it on the JavaFX thread. */
    public static <T> void run(Executor worker, Callable<T> work, Consumer<T> done, Consumer<Exception> failed) {
        run(worker, Platform::runLater, work, done, failed);
    }

    static <T> void run(
            Executor worker, Executor screen, Callable<T> work, Consumer<T> done, Consumer<Exception> failed) {
        worker.execute(() -> {
            try {
                T result = work.call();
                screen.execute(() -> done.accept(result));
            } catch (Exception | Error e) {
                screen.execute(() -> failed.accept(told(e)));
            }
        });
    }

    /** What is told of a failure: an error too, or else whoever waits for the work would wait for ever. */
    static Exception told(Throwable failure) {
        return switch (failure) {
            case Exception e -> e;
            case OutOfMemoryError e -> new IllegalStateException(TEXTS.get("work.memory"), e);
            default -> new IllegalStateException(TEXTS.get("work.defect", failure.toString()), failure);
        };
    }

    /**
     * Runs {@code work} on a thread of its own; one of the two consumers then hears of it on the JavaFX thread, unless it was
     * cancelled.
     */
    public static <T> Job run(Callable<T> work, Consumer<T> done, Consumer<Exception> failed) {
        Job job = new Job();
        run(job::start, work, job.unlessCancelled(done), job.unlessCancelled(failed));
        return job;
    }

    /** The same, known by what cancels it. */
    public static <T> Runnable stoppable(Callable<T> work, Consumer<T> done, Consumer<Exception> failed) {
        return run(work, done, failed)::cancel;
    }
}
