package app.steelyard.whatif.trials;

import app.steelyard.plan.Distribution;
import app.steelyard.plan.Range;
import org.apache.commons.statistics.distribution.BetaDistribution;
import org.apache.commons.statistics.distribution.ContinuousDistribution;
import org.apache.commons.statistics.distribution.LogNormalDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TriangularDistribution;
import org.apache.commons.statistics.distribution.TruncatedNormalDistribution;
import org.apache.commons.statistics.distribution.UniformContinuousDistribution;

/**
 * How the values of one range are spread: a distribution of one of five named shapes, cut off at the number's own limits.
 * The peak of a triangular or PERT shape is the plan's value, or the nearer end where that lies outside. The ends of a
 * normal or lognormal shape are its 5th and 95th percentile before it is cut.
 */
public final class ValueSpread {
    /** How far PERT trusts its peak, as it was first used (Malcolm and others, 1959). */
    static final double PERT_SHAPE = 4;

    /** The 95th percentile of the standard normal distribution. */
    static final double Z95 = NormalDistribution.of(0, 1).inverseCumulativeProbability(0.95);

    private final Range range;
    private final double peak;
    private final ContinuousDistribution shape;
    private final double offset;
    private final double scale;
    private final double min;
    private final double max;
    /** Probability of the shape below {@link #min}, and what of it lies inside the limits. */
    private final double below;

    private final double inside;

    private ValueSpread(
            Range range,
            double peak,
            ContinuousDistribution shape,
            double offset,
            double scale,
            double min,
            double max) {
        this.range = range;
        this.peak = peak;
        this.shape = shape;
        this.offset = offset;
        this.scale = scale;
        this.min = min;
        this.max = max;
        this.below = shape.cumulativeProbability((min - offset) / scale);
        this.inside = shape.probability((min - offset) / scale, (max - offset) / scale);
    }

    /**
     * @param base the plan's own value
     * @param min the least value that the number may have
     * @param max the greatest
     * @throws IllegalArgumentException if the ends of {@code range} are not in order, not inside the limits, or not above
     *     0 where the shape is lognormal
     */
    public static ValueSpread of(Range range, double base, double min, double max) {
        double low = range.low();
        double high = range.high();
        if (!(min <= low && low < high && high <= max)
                || (range.distribution() == Distribution.LOGNORMAL && low <= 0)) {
            throw new IllegalArgumentException(range.toString());
        }
        double peak = Math.clamp(base, low, high);
        return switch (range.distribution()) {
            case UNIFORM ->
                new ValueSpread(range, peak, UniformContinuousDistribution.of(0, 1), low, high - low, low, high);
            case TRIANGULAR ->
                new ValueSpread(
                        range,
                        peak,
                        TriangularDistribution.of(0, (peak - low) / (high - low), 1),
                        low,
                        high - low,
                        low,
                        high);
            case PERT -> {
                double place = PERT_SHAPE * (peak - low) / (high - low);
                yield new ValueSpread(
                        range,
                        peak,
                        BetaDistribution.of(1 + place, 1 + PERT_SHAPE - place),
                        low,
                        high - low,
                        low,
                        high);
            }
            case NORMAL -> {
                double mean = (low + high) / 2;
                yield new ValueSpread(
                        range, mean, NormalDistribution.of(0, 1), mean, (high - low) / (2 * Z95), min, max);
            }
            case LOGNORMAL -> {
                double mu = (Math.log(low) + Math.log(high)) / 2;
                double sigma = (Math.log(high) - Math.log(low)) / (2 * Z95);
                yield new ValueSpread(
                        range, Math.exp(mu - sigma * sigma), LogNormalDistribution.of(mu, sigma), 0, 1, min, max);
            }
        };
    }

    public Range range() {
        return range;
    }

    /** The likeliest value; of a uniform shape, which has none, the plan's value. */
    public double peak() {
        return Math.clamp(peak, min, max);
    }

    /** The lower end of the range as stated: the least value, or the 5th percentile before the shape is cut. */
    public double low() {
        return range.low();
    }

    /** The upper end of the range as stated: the greatest value, or the 95th percentile before the shape is cut. */
    public double high() {
        return range.high();
    }

    /**
     * The value that a share {@code p} of all values does not exceed, exactly.
     *
     * @param p in [0, 1]
     */
    public double quantile(double p) {
        double of = Math.min(1, below + p * inside);
        return Math.clamp(offset + scale * shape.inverseCumulativeProbability(of), min, max);
    }

    /** The share of all values that do not exceed {@code x}. */
    public double cumulative(double x) {
        if (x <= min) {
            return 0;
        }
        return x >= max ? 1 : shape.probability((min - offset) / scale, (x - offset) / scale) / inside;
    }

    /** Probability per unit of the number; 0 outside. */
    public double density(double x) {
        return x < min || x > max ? 0 : shape.density((x - offset) / scale) / (scale * inside);
    }

    public double mean() {
        return switch (range.distribution()) {
            case UNIFORM, TRIANGULAR, PERT -> offset + scale * shape.getMean();
            case NORMAL ->
                TruncatedNormalDistribution.of(offset, scale, min, max).getMean();
            case LOGNORMAL -> moment(1);
        };
    }

    public double standardDeviation() {
        return switch (range.distribution()) {
            case UNIFORM, TRIANGULAR, PERT -> scale * Math.sqrt(shape.getVariance());
            case NORMAL ->
                Math.sqrt(
                        TruncatedNormalDistribution.of(offset, scale, min, max).getVariance());
            case LOGNORMAL -> Math.sqrt(Math.max(0, moment(2) - moment(1) * moment(1)));
        };
    }

    /** The mean of the {@code k}-th power of a lognormal shape inside its limits. */
    private double moment(int k) {
        LogNormalDistribution whole = (LogNormalDistribution) shape;
        double mu = whole.getMu();
        double sigma = whole.getSigma();
        // Weighted by its k-th power, a lognormal shape is one again, moved by k·sigma².
        double share = LogNormalDistribution.of(mu + k * sigma * sigma, sigma).probability(min, max);
        return Math.exp(k * mu + k * k * sigma * sigma / 2) * share / inside;
    }

    /** Turns even random numbers into values of this spread, quickly. */
    public Transform transform() {
        return switch (range.distribution()) {
            case UNIFORM -> u -> offset + scale * u;
            case TRIANGULAR -> triangular();
            case PERT -> {
                BetaDistribution beta = (BetaDistribution) shape;
                QuantileTable table = QuantileTable.beta(beta);
                yield u -> offset + scale * table.at(u);
            }
            case NORMAL -> u -> Math.clamp(offset + scale * QuantileTable.NORMAL.at(below + u * inside), min, max);
            case LOGNORMAL -> {
                LogNormalDistribution whole = (LogNormalDistribution) shape;
                QuantileTable table = QuantileTable.lognormal(whole);
                yield u -> Math.clamp(table.at(below + u * inside), min, max);
            }
        };
    }

    private Transform triangular() {
        double place = (peak - offset) / scale;
        double left = scale * Math.sqrt(place);
        double right = scale * Math.sqrt(1 - place);
        double end = offset + scale;
        return u -> u < place ? offset + left * Math.sqrt(u) : end - right * Math.sqrt(1 - u);
    }

    /** From an even random number in (0, 1) to a value. */
    public interface Transform {
        double at(double u);
    }
}
