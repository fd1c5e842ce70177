package app.steelyard.cost.column;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * One number of every row of a {@link Block}: the formula is written in columns, and a single plan is a column of one.
 * What is the same in all rows is computed once, and what is nothing falls out of a sum. Immutable; the rows of a column
 * last until its block gives their memory back.
 *
 * <p>Each operation is a bare loop over arrays from their start, which the compiler turns into vector instructions.
 */
public final class Column {
    public static final Column ZERO = new Column(0, null, null);
    public static final Column ONE = new Column(1, null, null);

    private final double value;
    private final double @Nullable [] rows;
    private final @Nullable Block block;

    private Column(double value, double @Nullable [] rows, @Nullable Block block) {
        this.value = value;
        this.rows = rows;
        this.block = block;
    }

    /** The same in all rows. */
    public static Column of(double value) {
        return value == 0 ? ZERO : value == 1 ? ONE : new Column(value, null, null);
    }

    /** @param rows taken from {@code block}; not to be changed any more */
    public static Column of(double[] rows, Block block) {
        return new Column(rows[0], rows, block);
    }

    /** As {@link #of(double[], Block)}, but as one number where all rows agree. */
    public static Column simplest(double[] rows, Block block) {
        double first = rows[0];
        for (int i = 1; i < block.rows(); i++) {
            if (Double.doubleToRawLongBits(rows[i]) != Double.doubleToRawLongBits(first)) {
                return of(rows, block);
            }
        }
        return of(first);
    }

    /** Whether all rows are known to agree. */
    public boolean uniform() {
        return rows == null;
    }

    /** Whether all rows are known to be 0. */
    public boolean isZero() {
        return rows == null && value == 0;
    }

    public boolean isOne() {
        return rows == null && value == 1;
    }

    /** The number of the first row: the one there is in a block of one plan. */
    public double value() {
        return value;
    }

    public double at(int row) {
        return rows == null ? value : rows[row];
    }

    /** Each number that some row has, once; for numbers that are few. */
    double[] distinct() {
        return rows == null || block == null
                ? new double[] {value}
                : Arrays.stream(rows, 0, block.rows()).distinct().toArray();
    }

    /** The number of every row of {@code in}; not to be written into. */
    double[] rows(Block in) {
        if (rows != null) {
            return rows;
        }
        double[] filled = in.take();
        Arrays.fill(filled, 0, in.rows(), value);
        return filled;
    }

    public void copyTo(double[] target, int from, int count) {
        if (rows == null) {
            Arrays.fill(target, from, from + count, value);
        } else {
            System.arraycopy(rows, 0, target, from, count);
        }
    }

    public Column plus(Column other) {
        if (isZero() || other.isZero()) {
            return isZero() ? other : this;
        }
        Block in = in(other);
        if (in == null) {
            return of(value + other.value);
        }
        double[] out = in.take();
        if (rows == null || other.rows == null) {
            double added = rows == null ? value : other.value;
            add(out, varied(other), added, in.rows());
        } else {
            add(out, rows, other.rows, in.rows());
        }
        return of(out, in);
    }

    public Column minus(Column other) {
        if (other.isZero()) {
            return this;
        }
        Block in = in(other);
        if (in == null) {
            return of(value - other.value);
        }
        double[] out = in.take();
        subtract(out, rows(in), other.rows(in), in.rows());
        return of(out, in);
    }

    /** Nothing times anything is nothing, even if that is endless. */
    public Column times(Column other) {
        if (isZero() || other.isZero()) {
            return ZERO;
        }
        if (isOne() || other.isOne()) {
            return isOne() ? other : this;
        }
        Block in = in(other);
        if (in == null) {
            return of(value * other.value);
        }
        double[] out = in.take();
        if (rows == null || other.rows == null) {
            multiply(out, varied(other), rows == null ? value : other.value, in.rows());
        } else {
            multiply(out, rows, other.rows, in.rows());
        }
        return of(out, in);
    }

    public Column times(double factor) {
        return times(of(factor));
    }

    public Column over(Column other) {
        if (other.isOne()) {
            return this;
        }
        Block in = in(other);
        if (in == null) {
            return of(value / other.value);
        }
        double[] out = in.take();
        divide(out, rows(in), other.rows(in), in.rows());
        return of(out, in);
    }

    public Column min(Column other) {
        Block in = in(other);
        if (in == null) {
            return of(Math.min(value, other.value));
        }
        double[] out = in.take();
        least(out, rows(in), other.rows(in), in.rows());
        return of(out, in);
    }

    public Column max(Column other) {
        Block in = in(other);
        if (in == null) {
            return of(Math.max(value, other.value));
        }
        double[] out = in.take();
        greatest(out, rows(in), other.rows(in), in.rows());
        return of(out, in);
    }

    /** Any function of one number; slower than the operations above. */
    public Column map(DoubleUnaryOperator function) {
        if (rows == null || block == null) {
            return of(function.applyAsDouble(value));
        }
        double[] out = block.take();
        for (int i = 0; i < block.rows(); i++) {
            out[i] = function.applyAsDouble(rows[i]);
        }
        return of(out, block);
    }

    /** 1 in the rows in which this is more than {@code other}, 0 in the others. */
    public Column exceeds(Column other) {
        Block in = in(other);
        if (in == null) {
            return value > other.value ? ONE : ZERO;
        }
        double[] out = in.take();
        double[] a = rows(in);
        double[] b = other.rows(in);
        for (int i = 0; i < in.rows(); i++) {
            out[i] = a[i] > b[i] ? 1 : 0;
        }
        return simplest(out, in);
    }

    /** 1 in the rows in which this is a number, 0 where it was left out. */
    public Column known() {
        if (rows == null || block == null) {
            return Double.isNaN(value) ? ZERO : ONE;
        }
        double[] out = block.take();
        for (int i = 0; i < block.rows(); i++) {
            out[i] = Double.isNaN(rows[i]) ? 0 : 1;
        }
        return simplest(out, block);
    }

    /** The other answer to a question answered with 1 and 0. */
    public Column not() {
        return ONE.minus(this);
    }

    /** {@code yes} in the rows in which this is 1, {@code no} in those in which it is 0. */
    public Column choose(Column yes, Column no) {
        if (rows == null || block == null) {
            return value == 1 ? yes : no;
        }
        double[] out = block.take();
        double[] a = yes.rows(block);
        double[] b = no.rows(block);
        for (int i = 0; i < block.rows(); i++) {
            out[i] = rows[i] == 1 ? a[i] : b[i];
        }
        return of(out, block);
    }

    private @Nullable Block in(Column other) {
        return block == null ? other.block : block;
    }

    private double[] varied(Column other) {
        if (rows != null) {
            return rows;
        }
        if (other.rows != null) {
            return other.rows;
        }
        throw new IllegalStateException();
    }

    private static void add(double[] out, double[] a, double[] b, int n) {
        for (int i = 0; i < n; i++) {
            out[i] = a[i] + b[i];
        }
    }

    private static void add(double[] out, double[] a, double b, int n) {
        for (int i = 0; i < n; i++) {
            out[i] = a[i] + b;
        }
    }

    private static void subtract(double[] out, double[] a, double[] b, int n) {
        for (int i = 0; i < n; i++) {
            out[i] = a[i] - b[i];
        }
    }

    private static void multiply(double[] out, double[] a, double[] b, int n) {
        for (int i = 0; i < n; i++) {
            out[i] = a[i] * b[i];
        }
    }

    private static void multiply(double[] out, double[] a, double b, int n) {
        for (int i = 0; i < n; i++) {
            out[i] = a[i] * b;
        }
    }

    private static void divide(double[] out, double[] a, double[] b, int n) {
        for (int i = 0; i < n; i++) {
            out[i] = a[i] / b[i];
        }
    }

    private static void least(double[] out, double[] a, double[] b, int n) {
        for (int i = 0; i < n; i++) {
            out[i] = Math.min(a[i], b[i]);
        }
    }

    private static void greatest(double[] out, double[] a, double[] b, int n) {
        for (int i = 0; i < n; i++) {
            out[i] = Math.max(a[i], b[i]);
        }
    }
}
