package app.steelyard.app.journal;

import app.steelyard.document.JournalEntry;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the plan of one window. What is handed over is written by a thread beside, at once where it has nothing to do, and
 * else as soon as it has written the one before: of what comes meanwhile the newest alone. All methods are for one thread.
 */
public final class Journal {
    /** From one write to the next: a slider under the hand brings a state with every frame. */
    private static final Duration BETWEEN = Duration.ofMillis(50);

    /** The longest that is waited for a disk that does not answer. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private static final ThreadFactory BESIDE =
            Thread.ofPlatform().daemon().name("steelyard-journal").factory();

    private final Path folder;
    private final Consumer<IOException> failed;
    private final ScheduledThreadPoolExecutor writer =
            new ScheduledThreadPoolExecutor(1, BESIDE, new ThreadPoolExecutor.DiscardPolicy());
    private final AtomicReference<@Nullable Step> next = new AtomicReference<>();
    private volatile long last = System.nanoTime() - BETWEEN.toNanos();
    /** Null until something is kept; of the writer, and of who adopts while the writer waits. */
    private @Nullable Slot slot;

    private boolean told;
    /** Set before the writer takes what is next, so that nothing is in neither of the two. */
    private volatile boolean writing;

    private String edit = "";

    /** What is to be done with the disk. */
    @FunctionalInterface
    private interface Step {
        void run() throws IOException;
    }

    /**
     * @param folder for the journals of all windows; it need not exist
     * @param failed told, on another thread, of the first time that something could not be kept
     */
    public Journal(Path folder, Consumer<IOException> failed) {
        this.folder = folder;
        this.failed = failed;
        // A closed journal writes nothing more, whatever still waits.
        writer.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    /** Beside the settings in {@code settings}. */
    public static Path folder(Path settings) {
        return settings.resolve("journal");
    }

    /**
     * Keeps {@code entry} in the place of what was kept before. An edit of another name waits for the one before to be on the
     * disk, so that never more than one can be lost; nobody edits fast enough to notice. Those of one name, as of a drag, do
     * not wait.
     */
    public void keep(JournalEntry entry) {
        if (!entry.edit().equals(edit) && (next.get() != null || writing)) {
            flush();
        }
        edit = entry.edit();
        hand(() -> {
            Slot mine = slot;
            if (mine == null) {
                mine = Slot.create(folder);
                slot = mine;
            }
            mine.write(entry.write());
        });
    }

    /** Nothing is to be kept any more: it is saved, or was given up. */
    public void sweep() {
        hand(this::sweepNow);
    }

    private void sweepNow() throws IOException {
        if (slot != null) {
            slot.sweep();
        }
    }

    private void hand(Step step) {
        if (next.getAndSet(step) == null) {
            long since = System.nanoTime() - last;
            Future<?> _ = writer.schedule(this::work, Math.max(0, BETWEEN.toNanos() - since), TimeUnit.NANOSECONDS);
        }
    }

    private void work() {
        writing = true;
        Step step = next.getAndSet(null);
        if (step != null) {
            attempt(step);
            last = System.nanoTime();
        }
        writing = false;
    }

    private void attempt(Step step) {
        try {
            step.run();
        } catch (IOException e) {
            tell(e);
        } catch (RuntimeException e) {
            tell(new IOException(e.toString(), e));
        }
    }

    /** The next may work again; that this may happen is said once. */
    private void tell(IOException why) {
        if (!told) {
            told = true;
            failed.accept(why);
        }
    }

    /** Waits until what was handed over is on the disk, but not for ever. */
    public void flush() {
        finish(this::work);
    }

    /** Goes on with what was found unfinished, in its place, so that it is kept throughout. */
    public void adopt(Unfinished found) {
        next.set(null);
        finish(() -> attempt(() -> {
            sweepNow();
            if (slot != null) {
                slot.release();
            }
            slot = found.slot();
        }));
    }

    /** The window was closed, and nothing of it is to be kept. */
    public void close() {
        if (writer.isShutdown()) {
            return;
        }
        next.set(null);
        finish(() -> attempt(() -> {
            sweepNow();
            if (slot != null) {
                slot.release();
                slot = null;
            }
        }));
        writer.shutdown();
    }

    private void finish(Runnable step) {
        try {
            writer.submit(step).get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (TimeoutException e) {
            // A disk that hangs must not hang the window.
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
