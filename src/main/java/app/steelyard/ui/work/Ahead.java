package app.steelyard.ui.work;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;

/**
 * A value that is worked out beside the window's thread from when it is known to be wanted, while that thread takes an edit.
 * Who asks before that has begun works it out, so that nobody waits for more than the value takes.
 *
 * @param <T> immutable
 */
public final class Ahead<T> {
    private static final ExecutorService BESIDE = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "steelyard-ahead");
        thread.setDaemon(true);
        return thread;
    });

    private final FutureTask<T> task;

    private Ahead(Supplier<T> maker) {
        task = new FutureTask<>(maker::get);
    }

    /** Begins at once. */
    public static <T> Ahead<T> now(Supplier<T> maker) {
        Ahead<T> ahead = new Ahead<>(maker);
        ahead.begin();
        return ahead;
    }

    /** Begins when somebody asks. */
    public static <T> Ahead<T> asked(Supplier<T> maker) {
        return new Ahead<>(maker);
    }

    /** Begins, if it has not. */
    public void begin() {
        BESIDE.execute(task);
    }

    /** The value, or what went wrong in making it. */
    public T get() {
        task.run();
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return task.get();
                } catch (InterruptedException e) {
                    interrupted = true;
                } catch (ExecutionException e) {
                    throw unchecked(e);
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static RuntimeException unchecked(ExecutionException e) {
        Throwable cause = e.getCause();
        if (cause instanceof Error error) {
            throw error;
        }
        return cause instanceof RuntimeException known ? known : new IllegalStateException(e);
    }
}
