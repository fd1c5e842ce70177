package app.steelyard;

import java.util.function.DoubleUnaryOperator;

/** Integrals by the rule of Gauss and Kronrod with 7 and 15 readings, halved wherever the two differ. */
public final class Quadrature {
    private static final int DEEPEST = 40;
    private static final double[] AT = {
        0.991455371120812639,
        0.949107912342758525,
        0.864864423359769073,
        0.741531185599394440,
        0.586087235467691130,
        0.405845151377397167,
        0.207784955007898468,
        0
    };
    private static final double[] FIFTEEN = {
        0.022935322010529225, 0.063092092629978553, 0.104790010322250184, 0.140653259715525919,
        0.169004726639267903, 0.190350578064785410, 0.204432940075298892, 0.209482141084727828
    };
    private static final double[] SEVEN = {
        0, 0.129484966168869693, 0, 0.279705391489276668, 0, 0.381830050505118945, 0, 0.417959183673469388
    };

    private Quadrature() {}

    /** The integral of {@code f} from {@code from} to {@code to}, within some {@code error}. */
    public static double of(DoubleUnaryOperator f, double from, double to, double error) {
        // Begun in pieces, so that a step between two readings is not overlooked.
        int pieces = 12;
        double sum = 0;
        for (int i = 0; i < pieces; i++) {
            double a = from + (to - from) * i / pieces;
            double b = from + (to - from) * (i + 1) / pieces;
            sum += halved(f, a, b, error / pieces, DEEPEST);
        }
        return sum;
    }

    private static double halved(DoubleUnaryOperator f, double a, double b, double error, int depth) {
        double middle = (a + b) / 2;
        double half = (b - a) / 2;
        double fifteen = 0;
        double seven = 0;
        for (int i = 0; i < AT.length; i++) {
            double read = f.applyAsDouble(middle + half * AT[i]);
            read += AT[i] == 0 ? 0 : f.applyAsDouble(middle - half * AT[i]);
            fifteen += FIFTEEN[i] * read;
            seven += SEVEN[i] * read;
        }
        if (depth == 0 || half * Math.abs(fifteen - seven) < 20 * error) {
            return half * fifteen;
        }
        return halved(f, a, middle, error / 2, depth - 1) + halved(f, middle, b, error / 2, depth - 1);
    }
}
