package app.steelyard.whatif.trials;

import app.steelyard.cost.column.Columns;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Fills the columns of a batch with random values of each assumption, block by block. Every block of every number has a
 * stream of its own, made from the seed, so that it does not matter which thread fills what, and a range that is added
 * leaves the draws of all others as they were.
 */
final class Draws {
    /** Rows of one block: small enough for the processor's first cache, and for two threads to share ten thousand rows. */
    static final int BLOCK = 1024;

    private final long seed;
    private final Assumptions assumptions;
    private final ValueSpread.Transform[] transforms;
    private final long[] streams;
    private final double[][] columns;

    Draws(Assumptions assumptions, long seed, Columns into) {
        List<Assumption> list = assumptions.list();
        this.seed = seed;
        this.assumptions = assumptions;
        this.transforms = list.stream().map(a -> a.spread().transform()).toArray(ValueSpread.Transform[]::new);
        this.streams = list.stream().mapToLong(a -> stream(a.number().path())).toArray();
        this.columns = list.stream().map(a -> into.vary(a.number())).toArray(double[][]::new);
    }

    /** Fills rows {@code from} up to, not including, {@code to}, which are inside one block. */
    void fill(int from, int to) {
        int rows = to - from;
        double[][] u = new double[columns.length][rows];
        for (int i = 0; i < columns.length; i++) {
            even(new SplittableRandom(mix(mix(seed ^ streams[i]) + from / BLOCK)), u[i]);
        }
        assumptions.copula().tie(u, rows);
        for (int i = 0; i < columns.length; i++) {
            double[] column = columns[i];
            ValueSpread.Transform transform = transforms[i];
            double[] row = u[i];
            for (int k = 0; k < rows; k++) {
                column[from + k] = transform.at(row[k]);
            }
            if (assumptions.list().get(i).number().whole()) {
                for (int k = from; k < to; k++) {
                    column[k] = Math.rint(column[k]);
                }
            }
        }
    }

    /** What was drawn for assumption {@code index}. */
    double[] values(int index) {
        return columns[index];
    }

    /** Even numbers inside (0, 1), never 0 or 1. */
    private static void even(SplittableRandom random, double[] into) {
        for (int k = 0; k < into.length; k++) {
            into[k] = (random.nextLong() >>> 12) * 0x1p-52 + 0x1p-53;
        }
    }

    /** A number of 64 bits for a path (FNV-1a). */
    private static long stream(String path) {
        long hash = 0xcbf29ce484222325L;
        for (byte b : path.getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ (b & 0xff)) * 0x100000001b3L;
        }
        return hash;
    }

    /** Spreads every bit over all (Stafford's variant 13, as in {@link SplittableRandom}). */
    private static long mix(long value) {
        long z = (value ^ (value >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }
}
