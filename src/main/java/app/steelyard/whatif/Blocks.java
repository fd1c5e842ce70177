package app.steelyard.whatif;

import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Work on many rows, a block at a time on several threads, which can be called off between two blocks. */
public final class Blocks {
    private Blocks() {}

    /** Works on the rows from {@code from} up to, not including, {@code to}. */
    public interface Block {
        void run(int from, int to);
    }

    /**
     * Runs until every row was worked on once, or somebody calls it off.
     *
     * @param each makes what one thread works with
     * @throws CancellationException once {@code cancelled} says so
     */
    public static void run(int rows, int block, int threads, BooleanSupplier cancelled, Supplier<Block> each) {
        check(cancelled);
        Work.share((rows + block - 1) / block, threads, cancelled, () -> {
            Block mine = each.get();
            return piece -> mine.run(piece * block, Math.min(rows, (piece + 1) * block));
        });
    }

    /** Ends with a {@link CancellationException} once {@code cancelled} says so. */
    public static void check(BooleanSupplier cancelled) {
        if (cancelled.getAsBoolean()) {
            throw new CancellationException();
        }
    }
}
