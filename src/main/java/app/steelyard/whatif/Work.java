package app.steelyard.whatif;

import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Numbered pieces of work on several threads, the caller's among them. */
public final class Work {
    private Work() {}

    /**
     * Does the pieces 0 to {@code pieces}, each once.
     *
     * @param worker called once by each thread, for what does a piece
     * @param cancelled asked before each piece
     * @throws CancellationException once cancelled
     */
    public static void share(int pieces, int threads, BooleanSupplier cancelled, Supplier<IntConsumer> worker) {
        AtomicInteger next = new AtomicInteger();
        AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
        Runnable loop = () -> {
            try {
                IntConsumer doing = worker.get();
                for (int i = next.getAndIncrement(); i < pieces; i = next.getAndIncrement()) {
                    if (cancelled.getAsBoolean()) {
                        throw new CancellationException();
                    }
                    doing.accept(i);
                }
            } catch (RuntimeException | Error e) {
                failure.compareAndSet(null, e);
                next.set(pieces);
            }
        };
        Thread[] others = new Thread[Math.max(0, Math.min(threads, pieces) - 1)];
        for (int i = 0; i < others.length; i++) {
            others[i] = Thread.ofPlatform().daemon().name("what-if-" + i).start(loop);
        }
        loop.run();
        for (Thread other : others) {
            join(other);
        }
        switch (failure.get()) {
            case RuntimeException e -> throw e;
            case Error e -> throw e;
            case null, default -> {}
        }
    }

    /** Waits also through interruption, so that nobody writes into arrays that the caller reads; passes it on. */
    private static void join(Thread thread) {
        boolean interrupted = false;
        while (true) {
            try {
                thread.join();
                break;
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
