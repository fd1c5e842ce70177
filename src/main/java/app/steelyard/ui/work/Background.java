package app.steelyard.ui.work;

import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.application.Platform;

/** Work off the JavaFX thread whose outcome comes back to it. */
public final class Background {
    private Background() {}

    /** Work under way. */
    public static final class Job {
        private final Thread thread;
        private volatile boolean cancelled;

        private Job(Thread thread) {
            this.thread = thread;
        }

        /** Asks the work to stop; whatever comes of it is thrown away. */
        public void cancel() {
            cancelled = true;
            thread.interrupt();
        }
    }

    /** Runs {@code work}; one of the two consumers then hears of it on the JavaFX thread, unless it was cancelled. */
    public static <T> Job run(Callable<T> work, Consumer<T> done, Consumer<Exception> failed) {
        Job[] job = new Job[1];
        Thread thread = Thread.ofPlatform().daemon().name("steelyard-work").unstarted(() -> {
            try {
                T result = work.call();
                deliver(job[0], () -> done.accept(result));
            } catch (Exception e) {
                deliver(job[0], () -> failed.accept(e));
            }
        });
        job[0] = new Job(thread);
        thread.start();
        return job[0];
    }

    private static void deliver(Job job, Runnable outcome) {
        Platform.runLater(() -> {
            if (!job.cancelled) {
                outcome.run();
            }
        });
    }
}
