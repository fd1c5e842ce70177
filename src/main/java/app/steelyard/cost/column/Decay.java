package app.steelyard.cost.column;

/** The exponential law of waiting times, in arithmetic that runs on many rows at once. */
final class Decay {
    /** From here on 1 − e^−x is 1 in double precision. */
    private static final double FOREVER = 40;
    /** 2^−7: seven doublings bring a small step back to the whole. */
    private static final double STEP = 1.0 / 128;

    private Decay() {}

    /**
     * 1 − e^−x: the share of waits that end within {@code x} mean waiting times. As {@link Math#expm1} but for the last
     * digit (relative error below 1e-15); without a call, a branch or a table, so that a loop of it becomes vector
     * instructions.
     *
     * @param x 0 or more
     */
    static double ended(double x) {
        return doubled(series(x));
    }

    /**
     * {@link #ended(double)} of each of the first {@code n} numbers, in their place. In two passes: a loop of all of it is
     * so long that the compiler sometimes leaves it scalar, at three times the time.
     */
    static void ended(double[] x, int n) {
        series(x, n);
        doubled(x, n);
    }

    /**
     * e^−x: the share of waits that last longer than {@code x} mean waiting times; relative error below 1e-9, at little more
     * than half the time of {@link #ended(double)}.
     *
     * @param x 0 or more
     */
    static double left(double x) {
        double t = Math.min(x, FOREVER) * -STEP;
        double y = Math.fma(t, 1 / 40_320.0, 1 / 5_040.0);
        y = Math.fma(t, y, 1 / 720.0);
        y = Math.fma(t, y, 1 / 120.0);
        y = Math.fma(t, y, 1 / 24.0);
        y = Math.fma(t, y, 1 / 6.0);
        y = Math.fma(t, y, 0.5);
        y = Math.fma(t, y, 1);
        y = Math.fma(t, y, 1);
        y *= y;
        y *= y;
        y *= y;
        y *= y;
        y *= y;
        y *= y;
        return y * y;
    }

    private static void series(double[] x, int n) {
        for (int i = 0; i < n; i++) {
            x[i] = series(x[i]);
        }
    }

    private static void doubled(double[] y, int n) {
        for (int i = 0; i < n; i++) {
            y[i] = doubled(y[i]);
        }
    }

    /** e^t − 1 for the small step t = −x/128. */
    private static double series(double x) {
        double t = Math.min(x, FOREVER) * -STEP;
        // As its Taylor series: |t| < 0.32, so that the first term left out is below the last digit.
        double y = Math.fma(t, 1 / 479_001_600.0, 1 / 39_916_800.0);
        y = Math.fma(t, y, 1 / 3_628_800.0);
        y = Math.fma(t, y, 1 / 362_880.0);
        y = Math.fma(t, y, 1 / 40_320.0);
        y = Math.fma(t, y, 1 / 5_040.0);
        y = Math.fma(t, y, 1 / 720.0);
        y = Math.fma(t, y, 1 / 120.0);
        y = Math.fma(t, y, 1 / 24.0);
        y = Math.fma(t, y, 1 / 6.0);
        y = Math.fma(t, y, 0.5);
        return Math.fma(t, y, 1) * t;
    }

    /** From e^t − 1 to 1 − e^(128t). */
    private static double doubled(double step) {
        double y = step;
        // expm1(2t) = expm1(t)·(expm1(t) + 2), which keeps its precision for negative t.
        y = Math.fma(y, y, 2 * y);
        y = Math.fma(y, y, 2 * y);
        y = Math.fma(y, y, 2 * y);
        y = Math.fma(y, y, 2 * y);
        y = Math.fma(y, y, 2 * y);
        y = Math.fma(y, y, 2 * y);
        y = Math.fma(y, y, 2 * y);
        return -y;
    }
}
