package app.steelyard.whatif.trials;

/** Ranks of values, equal ones sharing the mean of theirs. */
final class Ranks {
    /** Bits sorted at a time. */
    private static final int DIGIT = 11;

    private Ranks() {}

    /** The ranks of the first {@code n} of {@code values}, less their mean. */
    static double[] of(double[] values, int n) {
        long[] keys = new long[n];
        int[] order = new int[n];
        for (int i = 0; i < n; i++) {
            keys[i] = sortable(values[i]);
            order[i] = i;
        }
        order = sorted(keys, order);
        double[] ranks = new double[n];
        for (int first = 0; first < n; ) {
            int end = first + 1;
            while (end < n && keys[order[end]] == keys[order[first]]) {
                end++;
            }
            double rank = (first + end - 1) / 2.0 - (n - 1) / 2.0;
            for (int i = first; i < end; i++) {
                ranks[order[i]] = rank;
            }
            first = end;
        }
        return ranks;
    }

    /** Bits that count up, without a sign, as the values do. */
    private static long sortable(double value) {
        // 0.0 added makes one of the two zeros.
        long bits = Double.doubleToRawLongBits(value + 0.0);
        return bits ^ ((bits >> 63) | Long.MIN_VALUE);
    }

    /** {@code order} by rising key: a radix sort, from the last digit on, each step keeping the order of equals. */
    private static int[] sorted(long[] keys, int[] order) {
        int[] from = order;
        int[] to = new int[order.length];
        for (int shift = 0; shift < Long.SIZE; shift += DIGIT) {
            int[] starts = new int[(1 << DIGIT) + 1];
            for (long key : keys) {
                starts[digit(key, shift) + 1]++;
            }
            if (starts[digit(keys[0], shift) + 1] == keys.length) {
                continue;
            }
            for (int d = 1; d < starts.length; d++) {
                starts[d] += starts[d - 1];
            }
            for (int index : from) {
                to[starts[digit(keys[index], shift)]++] = index;
            }
            int[] swap = from;
            from = to;
            to = swap;
        }
        return from;
    }

    private static int digit(long key, int shift) {
        return (int) (key >>> shift) & ((1 << DIGIT) - 1);
    }

    /** Pearson's correlation of two rows that have the mean 0; 0 where one of them does not vary. */
    static double correlation(double[] first, double[] second) {
        double products = 0;
        double firsts = 0;
        double seconds = 0;
        for (int i = 0; i < first.length; i++) {
            products += first[i] * second[i];
            firsts += first[i] * first[i];
            seconds += second[i] * second[i];
        }
        return firsts == 0 || seconds == 0 ? 0 : products / Math.sqrt(firsts * seconds);
    }
}
