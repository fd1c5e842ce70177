package app.steelyard.cost.column;

import org.apache.commons.numbers.gamma.Erfc;

/**
 * The time from the start of a request to the start of the next one of its session: a mixture of two lognormal ones, where a
 * person and where a tool comes between.
 *
 * @param median of a person's, in hours
 * @param spread standard deviation of its logarithm
 * @param toolShare the share of the gaps that are a tool's, 0 to 1
 * @param toolMedian of a tool's, in hours
 * @param toolSpread standard deviation of its logarithm
 */
record Gap(double median, double spread, double toolShare, double toolMedian, double toolSpread) implements Gaps {
    /** The 95th percentile of the normal distribution. */
    private static final double Z95 = 1.6448536269514722;
    /** Even a machine's pace is not exact; with less, no fixed set of points would see where it lies. */
    private static final double LEAST_SPREAD = 0.2;

    /** From medians and 95th percentiles in seconds. */
    static Gap of(double median, double p95, double toolShare, double toolMedian, double toolP95) {
        return new Gap(median / 3600, spread(median, p95), toolShare, toolMedian / 3600, spread(toolMedian, toolP95));
    }

    private static double spread(double median, double p95) {
        return Math.max(LEAST_SPREAD, Math.log(p95 / median) / Z95);
    }

    @Override
    public double within(double hours) {
        double person = toolShare == 1 ? 0 : (1 - toolShare) * normal(Math.log(hours / median) / spread);
        return toolShare == 0 ? person : person + toolShare * normal(Math.log(hours / toolMedian) / toolSpread);
    }

    @Override
    public double until(double hours) {
        double person = toolShare == 1 ? 0 : (1 - toolShare) * until(hours, median, spread);
        return toolShare == 0 ? person : person + toolShare * until(hours, toolMedian, toolSpread);
    }

    @Override
    public double returning() {
        return 1;
    }

    @Override
    public double mean() {
        return (1 - toolShare) * median * Math.exp(spread * spread / 2)
                + toolShare * toolMedian * Math.exp(toolSpread * toolSpread / 2);
    }

    @Override
    public double meanSquare() {
        return (1 - toolShare) * median * median * Math.exp(2 * spread * spread)
                + toolShare * toolMedian * toolMedian * Math.exp(2 * toolSpread * toolSpread);
    }

    private static double until(double hours, double median, double spread) {
        double z = Math.log(hours / median) / spread;
        return median * Math.exp(spread * spread / 2) * normal(z - spread) + hours * normal(-z);
    }

    static double normal(double z) {
        return 0.5 * Erfc.value(-z / Math.sqrt(2));
    }

    /**
     * {@link #normal} within 1e-7, without a branch, so that a loop of it becomes vector instructions.
     *
     * <p>M. Abramowitz and I. A. Stegun, Handbook of Mathematical Functions, 26.2.17.
     */
    static double quickNormal(double z) {
        double far = Math.abs(z);
        double t = 1 / (1 + 0.2316419 * far);
        double tail = Math.fma(t, 1.330274429, -1.821255978);
        tail = Math.fma(t, tail, 1.781477937);
        tail = Math.fma(t, tail, -0.356563782);
        tail = Math.fma(t, tail, 0.319381530);
        tail *= 0.3989422804014327 * t * Decay.left(far * far / 2);
        return 0.5 + Math.copySign(0.5 - tail, z);
    }
}
