package app.steelyard.whatif;

import java.util.Arrays;

/** Ranks of values, equal ones sharing the mean of theirs. */
final class Ranks {
    private Ranks() {}

    /** The ranks of the first {@code n} of {@code values}, less their mean. */
    static double[] of(double[] values, int n) {
        double[] sorted = Arrays.copyOf(values, n);
        Arrays.sort(sorted);
        double[] ranks = new double[n];
        for (int i = 0; i < n; i++) {
            int place = Arrays.binarySearch(sorted, values[i]);
            int first = place;
            while (first > 0 && sorted[first - 1] == sorted[place]) {
                first--;
            }
            int last = place;
            while (last < n - 1 && sorted[last + 1] == sorted[place]) {
                last++;
            }
            ranks[i] = (first + last) / 2.0 - (n - 1) / 2.0;
        }
        return ranks;
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
