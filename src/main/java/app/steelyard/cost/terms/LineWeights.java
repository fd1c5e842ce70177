package app.steelyard.cost.terms;

import java.util.Arrays;

/** How much of each line counts, where what is bought is added up. */
public final class LineWeights {
    private final double[] weights;

    /** @param weights by line, of each counted thing */
    public LineWeights(double[] weights) {
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
