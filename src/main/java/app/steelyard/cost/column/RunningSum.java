package app.steelyard.cost.column;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A sum of columns, month by month; one number as long as all that was added is. */
public final class RunningSum {
    private final Block block;
    private double value;
    private double @Nullable [] rows;

    /** Takes its memory at once, so that what is added may be given back meanwhile. */
    public RunningSum(Block block) {
        this.block = block;
        this.memory = block.take();
    }

    private final double[] memory;

    public void add(Column column) {
        add(column, Column.ONE);
    }

    /** Adds {@code a} × {@code b}. */
    public void add(Column a, Column b) {
        if (a.isZero() || b.isZero()) {
            return;
        }
        if (rows == null && a.uniform() && b.uniform()) {
            value += a.value() * b.value();
            return;
        }
        double[] sums = rows;
        if (sums == null) {
            sums = memory;
            Arrays.fill(sums, 0, block.rows(), value);
            rows = sums;
        }
        int mark = block.mark();
        if (a.uniform()) {
            add(sums, b.rows(block), a.value(), block.rows());
        } else if (b.uniform()) {
            add(sums, a.rows(block), b.value(), block.rows());
        } else {
            add(sums, a.rows(block), b.rows(block), block.rows());
        }
        block.release(mark);
    }

    public Column column() {
        return rows == null ? Column.of(value) : Column.of(rows, block);
    }

    private static void add(double[] sums, double[] a, double[] b, int n) {
        for (int i = 0; i < n; i++) {
            sums[i] = Math.fma(a[i], b[i], sums[i]);
        }
    }

    private static void add(double[] sums, double[] a, double b, int n) {
        for (int i = 0; i < n; i++) {
            sums[i] = Math.fma(a[i], b, sums[i]);
        }
    }
}
