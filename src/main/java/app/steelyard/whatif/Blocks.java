package app.steelyard.whatif;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Work on many rows, a block at a time on several threads, which can be called off between two blocks. */
final class Blocks {
    private Blocks() {}

    /** Works on the rows from {@code from} up to, not including, {@code to}. */
    interface Block {
        void run(int from, int to);
    }

    /**
     * Runs until every row was worked on once, or somebody calls it off.
     *
     * @param each makes what one thread works with
     * @throws CancellationException once {@code cancelled} says so
     */
    static void run(int rows, int block, int threads, BooleanSupplier cancelled, Supplier<Block> each) {
        check(cancelled);
        AtomicInteger next = new AtomicInteger();
        AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
        Runnable work = () -> {
            try {
                Block mine = each.get();
                for (int from = next.getAndAdd(block);
                        from < rows && failure.get() == null;
                        from = next.getAndAdd(block)) {
                    check(cancelled);
                    mine.run(from, Math.min(rows, from + block));
                }
            } catch (RuntimeException | Error e) {
                failure.compareAndSet(null, e);
            }
        };
        List<Thread> helpers = new ArrayList<>();
        for (int t = 1; t < Math.min(threads, (rows + block - 1) / block); t++) {
            helpers.add(Thread.ofPlatform().daemon().name("what-if-" + t).start(work));
        }
        work.run();
        join(helpers, failure);
        Throwable failed = failure.get();
        if (failed instanceof RuntimeException e) {
            throw e;
        }
        if (failed instanceof Error e) {
            throw e;
        }
    }

    private static void join(List<Thread> helpers, AtomicReference<@Nullable Throwable> failure) {
        boolean interrupted = false;
        for (Thread helper : helpers) {
            while (helper.isAlive()) {
                try {
                    helper.join();
                } catch (InterruptedException e) {
                    interrupted = true;
                    failure.compareAndSet(null, new CancellationException());
                }
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Ends with a {@link CancellationException} once {@code cancelled} says so. */
    static void check(BooleanSupplier cancelled) {
        if (cancelled.getAsBoolean()) {
            throw new CancellationException();
        }
    }
}
