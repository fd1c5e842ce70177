package app.steelyard.whatif.trials;

import java.util.Arrays;
import java.util.List;

/**
 * Values counted in bins of equal width. The outermost two hundredths, one at either side, are counted but not drawn out,
 * so that a long tail does not press the rest together.
 *
 * @param low where the first bin begins: the first percentile
 * @param high where the last one ends: the 99th; above {@code low}
 * @param counts of the bins, each from its lower edge up to its upper one
 * @param below how many values lie below {@code low}
 * @param above how many lie above {@code high}
 */
public record Histogram(double low, double high, List<Integer> counts, int below, int above) {
    private static final int BINS = 48;

    public Histogram {
        counts = List.copyOf(counts);
    }

    /** The share of all values that lies in each bin. */
    public List<Double> shares() {
        double all = counts.stream().mapToInt(Integer::intValue).sum() + below + above;
        return counts.stream().map(c -> c / all).toList();
    }

    static Histogram of(double[] values, double low, double high) {
        // One value alone still has a bin around it.
        double room = low < high ? 0 : Math.max(Math.abs(low) * 1e-9, 0.5);
        double from = low - room;
        double to = high + room;
        int[] counts = new int[BINS];
        int below = 0;
        int above = 0;
        double scale = BINS / (to - from);
        for (double value : values) {
            if (value < from) {
                below++;
            } else if (value > to) {
                above++;
            } else {
                counts[Math.min(BINS - 1, (int) ((value - from) * scale))]++;
            }
        }
        return new Histogram(from, to, Arrays.stream(counts).boxed().toList(), below, above);
    }
}
