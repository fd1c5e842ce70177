package app.steelyard;

import java.util.function.DoubleUnaryOperator;

/** Integrals by Simpson's rule, halved wherever the halves say something else than the whole. */
public final class Quadrature {
    private static final int DEEPEST = 40;

    private Quadrature() {}

    /** The integral of {@code f} from {@code from} to {@code to}, within some {@code error}. */
    public static double of(DoubleUnaryOperator f, double from, double to, double error) {
        // Begun in pieces, so that a step between two readings is not overlooked.
        int pieces = 32;
        double sum = 0;
        for (int i = 0; i < pieces; i++) {
            double a = from + (to - from) * i / pieces;
            double b = from + (to - from) * (i + 1) / pieces;
            double middle = f.applyAsDouble((a + b) / 2);
            sum += halved(f, a, f.applyAsDouble(a), middle, b, f.applyAsDouble(b), error / pieces, DEEPEST);
        }
        return sum;
    }

    private static double halved(
            DoubleUnaryOperator f, double a, double fa, double fm, double b, double fb, double error, int depth) {
        double m = (a + b) / 2;
        double left = f.applyAsDouble((a + m) / 2);
        double right = f.applyAsDouble((m + b) / 2);
        double whole = (b - a) / 6 * (fa + 4 * fm + fb);
        double halves = (b - a) / 12 * (fa + 4 * left + 2 * fm + 4 * right + fb);
        if (depth == 0 || Math.abs(halves - whole) < 15 * error) {
            return halves + (halves - whole) / 15;
        }
        return halved(f, a, fa, left, m, fm, error / 2, depth - 1)
                + halved(f, m, fm, right, b, fb, error / 2, depth - 1);
    }
}
