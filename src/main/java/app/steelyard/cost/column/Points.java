package app.steelyard.cost.column;

import java.util.ArrayList;
import java.util.List;

/**
 * The hit rate as a sum over some times since the last use: the integral of {@link LastUse}, read at fixed points, so that
 * many rows are a loop over few arrays. In logarithms of time what it integrates is smooth from a second to a day: with
 * these points it errs by less than 0.0002.
 */
final class Points {
    private static final int NEVER = Integer.MIN_VALUE;
    private static final Nodes FIRST = Nodes.of(40);
    private static final Nodes LATER = Nodes.of(16);
    /** Where the points begin, as a share of the shortest time that matters; half of it is the error. */
    private static final double BEGIN = 2e-4;
    /** Mean times between changes after which nothing is left unchanged. */
    private static final double ALL_CHANGED = 14;

    private final Gaps gaps;
    private final List<Point> points = new ArrayList<>();
    /** The hit rate of what is found as soon as it was used. */
    private double start;

    /**
     * One reading.
     *
     * @param hours since the last use
     * @param within the share of gaps that is shorter
     * @param until the mean gap, where longer ones count as this long
     * @param constant what the reading counts
     * @param perChange what more it counts for each change per hour
     */
    private record Point(double hours, double within, double until, double constant, double perChange) {}

    private Points(Gaps gaps) {
        this.gaps = gaps;
    }

    /** The order of magnitude of changes per hour: where to read depends on that alone. */
    static int pace(double changes) {
        return changes <= 0 ? NEVER : (int) Math.floor(Math.log10(changes));
    }

    /** @param pace of the changes */
    static Points of(Gaps gaps, Survival survival, int pace) {
        Points of = new Points(gaps);
        double before = 0;
        for (int step = 0; step < survival.ends().length; step++) {
            double end = survival.ends()[step];
            double share = survival.shares()[step];
            if (share > 0) {
                of.add(before, share);
                of.add(end, -share);
                if (pace != NEVER) {
                    of.integrate(before, end, share, pace);
                }
            }
            before = end;
        }
        return of;
    }

    private void add(double hours, double counts) {
        if (hours == 0) {
            start += counts;
        } else {
            add(hours, counts, 0);
        }
    }

    private void add(double hours, double constant, double perChange) {
        points.add(new Point(hours, gaps.within(hours), gaps.until(hours), constant, perChange));
    }

    private void integrate(double from, double to, double share, int pace) {
        double end = Math.min(to, ALL_CHANGED / Math.pow(10, pace));
        double begin = Math.max(from, BEGIN * Math.min(to, Math.pow(10, -1 - pace)));
        if (begin >= end) {
            return;
        }
        if (from == 0) {
            // Up to the first point it falls from 1 in a line.
            add(begin, 0, -share * begin / 2);
            head -= share * begin / 2;
        }
        Nodes nodes = from == 0 ? FIRST : LATER;
        double middle = (Math.log(begin) + Math.log(end)) / 2;
        double half = (Math.log(end) - Math.log(begin)) / 2;
        for (int i = 0; i < nodes.count(); i++) {
            double hours = Math.exp(middle + half * nodes.at()[i]);
            add(hours, 0, -share * nodes.weight()[i] * half * hours);
        }
    }

    /** What more the start counts for each change per hour. */
    private double head;

    /**
     * @param again the share of the requests that have a turn before them
     * @param starts sessions an hour that share the copy
     * @param changes an hour
     */
    double hitRate(double turns, double again, double starts, double changes) {
        double hit = start + head * changes;
        for (Point p : points) {
            double own = 1 - again * p.within;
            double quiet = Math.exp(-(starts * (p.hours + (turns - 1) * p.until) + changes * p.hours));
            hit += (p.constant + p.perChange * changes) * own * quiet;
        }
        return Math.clamp(hit, 0, 1);
    }

    /** {@link #hitRate} of every row of {@code x}. */
    void hitRates(Block x, Column turns, Column again, Column starts, Column changes, double[] out) {
        int mark = x.mark();
        int n = x.rows();
        double[] m = turns.rows(x);
        double[] goesOn = again.rows(x);
        double[] sigma = starts.rows(x);
        double[] mu = changes.rows(x);
        double[] quiet = x.take();
        for (int i = 0; i < n; i++) {
            out[i] = start + head * mu[i];
        }
        for (Point p : points) {
            for (int i = 0; i < n; i++) {
                quiet[i] = sigma[i] * (p.hours + (m[i] - 1) * p.until) + mu[i] * p.hours;
            }
            Decay.ended(quiet, n);
            for (int i = 0; i < n; i++) {
                out[i] += (p.constant + p.perChange * mu[i]) * (1 - goesOn[i] * p.within) * (1 - quiet[i]);
            }
        }
        for (int i = 0; i < n; i++) {
            out[i] = Math.max(0, Math.min(1, out[i]));
        }
        x.release(mark);
    }
}
