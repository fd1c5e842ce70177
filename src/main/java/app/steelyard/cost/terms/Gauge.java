package app.steelyard.cost.terms;

import java.util.Arrays;

/** Adds up what is bought: so much of each line counts. */
public final class Gauge {
    private final double[] weights;

    /** @param weights by line, of each counted thing */
    public Gauge(double[] weights) {
        this.weights = weights.clone();
    }

    /** What one counted thing of a line comes to. */
    public double of(int line) {
        return weights[line];
    }

    /** Whether nothing counts. */
    boolean isNothing() {
        return Arrays.stream(weights).allMatch(w -> w == 0);
    }
}
