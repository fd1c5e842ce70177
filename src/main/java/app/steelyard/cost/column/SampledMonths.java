package app.steelyard.cost.column;

import org.jspecify.annotations.Nullable;

/**
 * Some months of a span, at which something smooth is worked out that is then known in all: where traffic grows by the same
 * rate each month, a hit rate is a smooth function of the month. Worth it where each takes long and there are many rows.
 */
public final class SampledMonths {
    /** With these, hit rates of sessions err by less than 0.0001 (test). */
    private static final int COUNT = 9;
    /** How far traffic may grow or shrink over the span; beyond, the months lie too far apart. */
    private static final double FACTOR = 12;

    private final int[] at = new int[COUNT];

    private SampledMonths(int from, int to) {
        for (int k = 0; k < COUNT; k++) {
            // Closer together at the ends of the span, where an interpolation errs most.
            double place = (1 - Math.cos(Math.PI * k / (COUNT - 1))) / 2;
            at[k] = (int) Math.round(from + place * (to - from));
        }
    }

    /** The months; null where each is to be worked out. */
    public static @Nullable SampledMonths of(Block x, Months months, int from, int to) {
        boolean few = to - from < 2 * COUNT || !x.many() || x.lastUse().independent();
        if (few || months.sent[from] == months.sent[to]) {
            return null;
        }
        for (int row = 0; row < x.rows(); row++) {
            double factor = months.sent[to].at(row) / months.sent[from].at(row);
            if (!(factor < FACTOR && factor > 1 / FACTOR)) {
                return null;
            }
        }
        return new SampledMonths(from, to);
    }

    public int[] months() {
        return at;
    }

    /** What the value of the sample with that number counts in {@code month}. */
    public double weight(int sample, int month) {
        double weight = 1;
        for (int k = 0; k < COUNT; k++) {
            if (k != sample) {
                weight *= (double) (month - at[k]) / (at[sample] - at[k]);
            }
        }
        return weight;
    }
}
