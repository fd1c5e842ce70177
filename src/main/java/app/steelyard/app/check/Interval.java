package app.steelyard.app.check;

/** Between the 10th and the 90th percentile of what the trials of a system came to, as shares. */
public record Interval(double low, double median, double high) {
    /** Figures are published to three digits at most. */
    private static final double ROUNDED = 0.0005;

    boolean holds(double truth) {
        return truth >= low - ROUNDED && truth <= high + ROUNDED;
    }

    public double width() {
        return high - low;
    }
}
