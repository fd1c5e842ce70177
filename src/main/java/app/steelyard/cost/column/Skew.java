package app.steelyard.cost.column;

import java.util.ArrayList;
import java.util.List;

/**
 * Copies that are not asked for alike, such as tenants of unequal size: by Zipf's law the one of rank r has a share of the
 * requests that goes with r^−exponent. Ranks are taken together where they hardly differ.
 */
final class Skew {
    /** Ranks up to this one stand alone. */
    private static final int ALONE = 8;
    /** A group of later ranks ends at this multiple of its first. */
    private static final double WIDTH = 1.4;

    private Skew() {}

    /** Copies that are asked for alike: what one is asked for, as a multiple of the mean, and the share of all requests. */
    record Group(Column rate, Column share) {}

    /** One group in which all are alike where the exponent is 0. */
    static List<Group> groups(Block x, Column copies, Column exponent) {
        if (exponent.isZero() || copies.isOne()) {
            return List.of(new Group(Column.ONE, Column.ONE));
        }
        double most = 0;
        for (int row = 0; row < x.rows(); row++) {
            most = Math.max(most, copies.at(row));
        }
        List<double[]> spans = new ArrayList<>();
        for (double first = 1; first <= most; first = spans.getLast()[1] + 1) {
            double last = first < ALONE ? first : Math.floor(first * WIDTH);
            spans.add(new double[] {first, Math.min(last, most)});
        }
        double[][] weight = new double[spans.size()][];
        double[][] count = new double[spans.size()][];
        double[] all = new double[x.rows()];
        for (int g = 0; g < spans.size(); g++) {
            weight[g] = x.take();
            count[g] = x.take();
            for (int row = 0; row < x.rows(); row++) {
                double first = spans.get(g)[0];
                double last = Math.min(spans.get(g)[1], copies.at(row));
                count[g][row] = Math.max(0, last - first + 1);
                weight[g][row] = count[g][row] == 0 ? 0 : weight(first, last, exponent.at(row));
                all[row] += weight[g][row];
            }
        }
        List<Group> groups = new ArrayList<>();
        for (int g = 0; g < spans.size(); g++) {
            for (int row = 0; row < x.rows(); row++) {
                double share = weight[g][row] / all[row];
                count[g][row] = count[g][row] == 0 ? 0 : share * copies.at(row) / count[g][row];
                weight[g][row] = share;
            }
            groups.add(new Group(x.keep(Column.simplest(count[g], x)), x.keep(Column.simplest(weight[g], x))));
        }
        return groups;
    }

    /** The sum of r^−exponent over the ranks of a span; of a wide one as an integral. */
    private static double weight(double first, double last, double exponent) {
        if (last - first < 16) {
            double sum = 0;
            for (double rank = first; rank <= last; rank++) {
                sum += Math.pow(rank, -exponent);
            }
            return sum;
        }
        double low = first - 0.5;
        double high = last + 0.5;
        return Math.abs(exponent - 1) < 1e-9
                ? Math.log(high / low)
                : (Math.pow(high, 1 - exponent) - Math.pow(low, 1 - exponent)) / (1 - exponent);
    }
}
