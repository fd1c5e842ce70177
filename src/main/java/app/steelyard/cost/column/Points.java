package app.steelyard.cost.column;

import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The times since the last use at which the integral of {@link LastUse} is read, and how much each reading counts: fixed, so
 * that many rows are a loop over few arrays. In logarithms of time what it integrates is smooth from a second to a day.
 */
final class Points {
    private static final int NEVER = Integer.MIN_VALUE;

    private final Precision precision;
    private double[] hours = {};
    private double[] constant = {};
    private double[] perChange = {};
    /** The hit rate of what is found as soon as it was used. */
    private double start;
    /** What more that counts for each change per hour. */
    private double head;

    /** How closely the integral is read. */
    enum Precision {
        /** Errs by less than 0.0000000001. */
        EXACT(1e-10, 30),
        /** Errs by less than 0.0005, at a fifth of the time. */
        QUICK(2e-4, 14);

        /** Changes before the first point; half of it is the error. */
        private final double begin;
        /** Mean times between changes after which nothing is left unchanged. */
        private final double allChanged;

        Precision(double begin, double allChanged) {
            this.begin = begin;
            this.allChanged = allChanged;
        }

        /**
         * What is integrated counts no more than the changes: where these are few, few readings are quickly enough.
         *
         * @param changes at most, in the time integrated over
         * @param span of the logarithm of that time
         */
        private Nodes nodes(double changes, double span) {
            return Nodes.of(
                    this == EXACT
                            ? 4 + (int) Math.ceil(10 * span)
                            : Math.min(64, 2 + (int) Math.ceil(Math.min(5, 2.7 * Math.pow(changes, 0.22)) * span)));
        }
    }

    private Points(Precision precision) {
        this.precision = precision;
    }

    /** The order of magnitude of changes per hour: where to read depends on that alone. */
    static int pace(double changes) {
        return changes <= 0 ? NEVER : (int) Math.floor(Math.log10(changes));
    }

    /**
     * @param bends hours at which the share of shorter gaps is not smooth, rising
     * @param pace of the changes
     */
    static Points of(Survival survival, double[] bends, int pace, Precision precision) {
        Points of = new Points(precision);
        double before = 0;
        for (int step = 0; step < survival.ends().length; step++) {
            double end = survival.ends()[step];
            double share = survival.shares()[step];
            if (share > 0) {
                of.add(before, share, 0);
                of.add(end, -share, 0);
                if (pace != NEVER) {
                    of.integrate(before, end, bends, share, pace);
                }
            }
            before = end;
        }
        return of;
    }

    private void add(double at, double counts, double countsPerChange) {
        if (at == 0) {
            start += counts;
            head += countsPerChange;
            return;
        }
        int n = hours.length;
        hours = Arrays.copyOf(hours, n + 1);
        constant = Arrays.copyOf(constant, n + 1);
        perChange = Arrays.copyOf(perChange, n + 1);
        hours[n] = at;
        constant[n] = counts;
        perChange[n] = countsPerChange;
    }

    private void integrate(double from, double to, double[] bends, double share, int pace) {
        double at = from;
        for (double bend : bends) {
            if (bend > at && bend < to) {
                integrate(at, bend, share, pace);
                at = bend;
            }
        }
        integrate(at, to, share, pace);
    }

    private void integrate(double from, double to, double share, int pace) {
        double fastest = Math.pow(10, pace + 1);
        double end = Math.min(to, 10 * precision.allChanged / fastest);
        double begin = Math.max(from, Math.min(end, precision.begin / fastest));
        if (from == 0) {
            // Up to the first point it falls from 1 in a line.
            add(0, 0, -share * begin / 2);
            add(begin, 0, -share * begin / 2);
        }
        if (begin >= end) {
            return;
        }
        Nodes nodes = precision.nodes(fastest * (end - from), Math.log(end / begin));
        double middle = (Math.log(begin) + Math.log(end)) / 2;
        double half = (Math.log(end) - Math.log(begin)) / 2;
        for (int i = 0; i < nodes.count(); i++) {
            double at = Math.exp(middle + half * nodes.at()[i]);
            add(at, 0, -share * nodes.weight()[i] * half * at);
        }
    }

    int count() {
        return hours.length;
    }

    /** The gaps at these points, for one row or for all. */
    GapColumns.Read read(Gaps gaps) {
        GapColumns.Read read = new GapColumns.Read(new double[hours.length][1], new double[hours.length][1]);
        for (int p = 0; p < hours.length; p++) {
            read.within()[p][0] = gaps.within(hours[p]);
            read.until()[p][0] = gaps.until(hours[p]);
        }
        return read;
    }

    double hours(int point) {
        return hours[point];
    }

    /**
     * @param read the gaps at these points
     * @param again the share of the requests that have a turn before them
     * @param starts sessions an hour that share the copy
     * @param changes an hour
     */
    double hitRate(GapColumns.Read read, double again, double turns, double starts, double changes) {
        double hit = start + head * changes;
        for (int p = 0; p < hours.length; p++) {
            hit += counts(p, read.within()[p][0], read.until()[p][0], again, turns - 1, starts, changes);
        }
        return Math.clamp(hit, 0, 1);
    }

    /**
     * {@link #hitRate} of the rows from {@code from} to, not including, {@code to}.
     *
     * @param within by point, the share of gaps that are shorter: by row from {@code from} on, or one for all
     * @param until by point, likewise, the mean gap where longer ones count as this long
     * @param again by row, the share of the requests that have a turn before them
     * @param further by row, turns a session after the first
     */
    void hitRates(
            int from,
            int to,
            double[][] within,
            double[][] until,
            double[] again,
            double[] further,
            double[] starts,
            double[] changes,
            double[] out) {
        for (int i = from; i < to; i++) {
            out[i] = start + head * changes[i];
        }
        for (int p = 0; p < hours.length; p++) {
            double[] g = within[p];
            double[] a = until[p];
            if (g.length == 1) {
                add(p, from, to, g[0], a[0], again, further, starts, changes, out);
            } else {
                add(p, from, to, g, a, again, further, starts, changes, out);
            }
        }
        for (int i = from; i < to; i++) {
            out[i] = Math.max(0, Math.min(1, out[i]));
        }
    }

    // Bare loops, which become vector instructions.

    private void add(
            int p,
            int from,
            int to,
            double within,
            double until,
            double[] again,
            double[] further,
            double[] starts,
            double[] changes,
            double[] out) {
        for (int i = from; i < to; i++) {
            out[i] += counts(p, within, until, again[i], further[i], starts[i], changes[i]);
        }
    }

    private void add(
            int p,
            int from,
            int to,
            double[] within,
            double[] until,
            double[] again,
            double[] further,
            double[] starts,
            double[] changes,
            double[] out) {
        for (int i = from; i < to; i++) {
            out[i] += counts(p, within[i - from], until[i - from], again[i], further[i], starts[i], changes[i]);
        }
    }

    private double counts(
            int p, double within, double until, double again, double further, double starts, double changes) {
        double quiet = Decay.left(starts * (hours[p] + further * until) + changes * hours[p]);
        return (constant[p] + perChange[p] * changes) * (1 - again * within) * quiet;
    }

    /**
     * Where a function is read and how much each reading counts, so that the sum is its integral from −1 to 1 (Gauss and
     * Legendre): exact for polynomials up to twice the number of readings.
     */
    private record Nodes(double[] at, double[] weight) {
        private static final Map<Integer, Nodes> KNOWN = new ConcurrentHashMap<>();

        static Nodes of(int n) {
            return KNOWN.computeIfAbsent(n, Nodes::found);
        }

        private static Nodes found(int n) {
            double[] at = new double[n];
            double[] weight = new double[n];
            for (int i = 0; i < n; i++) {
                double x = Math.cos(Math.PI * (i + 0.75) / (n + 0.5));
                double slope = 0;
                for (int step = 0; step < 20; step++) {
                    double p = 1;
                    double before = 0;
                    for (int k = 1; k <= n; k++) {
                        double next = ((2 * k - 1) * x * p - (k - 1) * before) / k;
                        before = p;
                        p = next;
                    }
                    slope = n * (x * p - before) / (x * x - 1);
                    x -= p / slope;
                }
                at[i] = x;
                weight[i] = 2 / ((1 - x * x) * slope * slope);
            }
            return new Nodes(at, weight);
        }

        int count() {
            return at.length;
        }
    }
}
