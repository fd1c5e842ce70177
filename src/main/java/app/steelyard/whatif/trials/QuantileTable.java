package app.steelyard.whatif.trials;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.statistics.distribution.BetaDistribution;
import org.apache.commons.statistics.distribution.ContinuousDistribution;
import org.apache.commons.statistics.distribution.LogNormalDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * A quantile function by linear interpolation, exact at its knots, rising, for sampling: 4,096 steps of probability, and
 * as many again in each of the outermost 64ths, where it bends. At the very ends the exact function is asked, once in
 * about 2,000 draws. The error is below 1/20,000 of a standard deviation, in the outermost thousandths 1/5,000: a twentieth
 * and a fifth of the standard error that a million trials leave in the mean.
 */
final class QuantileTable {
    private static final int STEPS = 4096;
    /** The share of probability at either side that has a table of its own is one of this many. */
    private static final int TAILS = 64;
    /** Steps at the very ends, where the function is too steep to be interpolated. */
    private static final int EXACT = STEPS / TAILS;
    /** Knots whose quantile is solved for; a cubic with the right slopes fills in those between. */
    private static final int SOLVED = 256;

    static final QuantileTable NORMAL = standardNormal();

    /** PERT shapes that were used last: a range that did not change is not solved again. */
    private static final Map<Double, QuantileTable> BETAS = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Double, QuantileTable> eldest) {
            return size() > 64;
        }
    };

    private final double[] middle;
    private final double[] lower;
    private final double[] upper;
    private final DoubleUnaryOperator exact;

    private QuantileTable(double[] middle, double[] lower, double[] upper, DoubleUnaryOperator exact) {
        this.middle = middle;
        this.lower = lower;
        this.upper = upper;
        this.exact = exact;
    }

    /** The value below which a share {@code p}, in [0, 1], lies. */
    double at(double p) {
        double place = p * STEPS;
        int step = (int) place;
        if (step >= STEPS / TAILS && step < STEPS - STEPS / TAILS) {
            double from = middle[step];
            return from + (place - step) * (middle[step + 1] - from);
        }
        return tail(p);
    }

    private double tail(double p) {
        double place = p < 0.5 ? p * (STEPS * TAILS) : (1 - p) * (STEPS * TAILS);
        int step = (int) place;
        if (step < EXACT) {
            return exact.applyAsDouble(p);
        }
        double[] knots = p < 0.5 ? lower : upper;
        int next = Math.min(step + 1, STEPS);
        double from = knots[step];
        return from + (place - step) * (knots[next] - from);
    }

    private static QuantileTable standardNormal() {
        NormalDistribution normal = NormalDistribution.of(0, 1);
        double[] middle = new double[STEPS + 1];
        double[] lower = new double[STEPS + 1];
        double[] upper = new double[STEPS + 1];
        for (int i = 1; i < STEPS; i++) {
            middle[i] = normal.inverseCumulativeProbability((double) i / STEPS);
        }
        for (int i = 1; i <= STEPS; i++) {
            lower[i] = normal.inverseCumulativeProbability((double) i / (STEPS * TAILS));
            upper[i] = -lower[i];
        }
        return new QuantileTable(middle, lower, upper, normal::inverseCumulativeProbability);
    }

    static QuantileTable lognormal(LogNormalDistribution shape) {
        double mu = shape.getMu();
        double sigma = shape.getSigma();
        return new QuantileTable(
                exponentials(NORMAL.middle, mu, sigma),
                exponentials(NORMAL.lower, mu, sigma),
                exponentials(NORMAL.upper, mu, sigma),
                shape::inverseCumulativeProbability);
    }

    private static double[] exponentials(double[] normal, double mu, double sigma) {
        double[] knots = new double[normal.length];
        for (int i = 0; i < knots.length; i++) {
            knots[i] = Math.exp(mu + sigma * normal[i]);
        }
        return knots;
    }

    static QuantileTable beta(BetaDistribution shape) {
        synchronized (BETAS) {
            return BETAS.computeIfAbsent(shape.getAlpha(), alpha -> solved(shape));
        }
    }

    private static QuantileTable solved(BetaDistribution shape) {
        BetaDistribution mirrored = BetaDistribution.of(shape.getBeta(), shape.getAlpha());
        double[] upper = knots(mirrored, 1.0 / TAILS, SOLVED / TAILS, SOLVED);
        Arrays.setAll(upper, i -> 1 - upper[i]);
        return new QuantileTable(
                knots(shape, 1, SOLVED / TAILS, SOLVED - SOLVED / TAILS),
                knots(shape, 1.0 / TAILS, SOLVED / TAILS, SOLVED),
                upper,
                shape::inverseCumulativeProbability);
    }

    /**
     * The quantiles at even steps of probability from 0 to {@code end}, of which those between the solved knots
     * {@code first} and {@code last} are asked for.
     */
    private static double[] knots(ContinuousDistribution shape, double end, int first, int last) {
        double width = end / SOLVED;
        int each = STEPS / SOLVED;
        double[] knots = new double[STEPS + 1];
        double from = shape.inverseCumulativeProbability(first * width);
        for (int i = first; i < last; i++) {
            double to = shape.inverseCumulativeProbability((i + 1) * width);
            double slopeFrom = width / shape.density(from);
            double slopeTo = width / shape.density(to);
            for (int k = 0; k < each; k++) {
                knots[i * each + k] = cubic(from, to, slopeFrom, slopeTo, (double) k / each);
            }
            from = to;
        }
        knots[last * each] = from;
        return knots;
    }

    private static double cubic(double from, double to, double slopeFrom, double slopeTo, double t) {
        double back = 1 - t;
        return back * back * ((1 + 2 * t) * from + t * slopeFrom) + t * t * ((1 + 2 * back) * to - back * slopeTo);
    }
}
