package app.steelyard.ui.work;

import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;

/**
 * Shares among frames what follows from an edit while a hand drags: what the hand is at is shown with each move, all else takes
 * turns, so that no frame has to show everything. Who waits longest is next, and shows what is true by then. While nothing is
 * dragged, nothing waits. All methods are for the screen's thread.
 */
public final class FrameShare {
    /** A frame this quick leaves time for one turn more. */
    private static final long QUICK_NANOS = 3_000_000;
    /** A frame this slow is to have one turn less. */
    private static final long SLOW_NANOS = 6_000_000;

    private static final int MOST = 16;

    private final Frames frames;
    private final Set<Shared> waiting = new LinkedHashSet<>();
    private boolean dragged;
    private boolean coming;
    private int each = 1;

    /**
     * When things run.
     *
     * @param next once, in the next frame, before styles and layout
     * @param after once, when that frame is done
     * @param nanos a clock
     */
    record Frames(Consumer<Runnable> next, Executor after, LongSupplier nanos) {
        private static Frames ofScreen() {
            return new Frames(Frames::next, Platform::runLater, System::nanoTime);
        }

        private static void next(Runnable work) {
            new AnimationTimer() {
                @Override
                public void handle(long now) {
                    stop();
                    work.run();
                }
            }.start();
        }
    }

    public FrameShare() {
        this(Frames.ofScreen());
    }

    FrameShare(Frames frames) {
        this.frames = frames;
    }

    /** Something that can wait for its turn. */
    public final class Shared {
        private final Runnable work;

        private Shared(Runnable work) {
            this.work = work;
        }

        /** Asks for the work to be done: at once, or in its turn while a hand drags. */
        public void request() {
            if (dragged) {
                waiting.add(this);
                come();
            } else {
                work.run();
            }
        }
    }

    /** @param work shows what is true when it runs */
    public Shared of(Runnable work) {
        return new Shared(work);
    }

    /** A hand begins to drag, or it lets go: what still waits is then shown at once. */
    public void dragging(boolean now) {
        dragged = now;
        while (!dragged && !waiting.isEmpty()) {
            next();
        }
    }

    /** Whether a hand drags. */
    public boolean dragging() {
        return dragged;
    }

    private void next() {
        Iterator<Shared> first = waiting.iterator();
        Shared turn = first.next();
        first.remove();
        turn.work.run();
    }

    private void come() {
        if (!coming) {
            coming = true;
            frames.next().accept(this::frame);
        }
    }

    private void frame() {
        coming = false;
        long began = frames.nanos().getAsLong();
        int left = each;
        while (left > 0 && !waiting.isEmpty()) {
            left--;
            next();
        }
        boolean full = left == 0;
        frames.after().execute(() -> learn(frames.nanos().getAsLong() - began, full));
        if (!waiting.isEmpty()) {
            come();
        }
    }

    /** @param full whether as many took a turn as could */
    private void learn(long took, boolean full) {
        if (took > SLOW_NANOS) {
            each = Math.max(1, each - 1);
        } else if (full && took < QUICK_NANOS) {
            each = Math.min(MOST, each + 1);
        }
    }
}
