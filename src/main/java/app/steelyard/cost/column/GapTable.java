package app.steelyard.cost.column;

import app.steelyard.plan.session.GapStep;
import java.util.List;

/**
 * Gaps as measured. Between two points of the table their share grows with the logarithm of time, up to the first one in a
 * line; those beyond the last point are longer than any lifetime.
 */
final class GapTable implements Gaps {
    private final double[] hours;
    private final double[] share;
    /** By point: the mean gap where longer ones count as long as it. */
    private final double[] until;

    GapTable(List<GapStep> steps) {
        hours = steps.stream().mapToDouble(s -> s.seconds() / 3600).toArray();
        share = steps.stream().mapToDouble(GapStep::share).toArray();
        until = new double[hours.length];
        for (int i = 0; i < hours.length; i++) {
            until[i] = i == 0 ? first(hours[0]) : until[i - 1] + between(i - 1, hours[i]);
        }
    }

    double[] bends() {
        return hours.clone();
    }

    @Override
    public double within(double at) {
        int i = before(at);
        if (i < 0) {
            return share[0] * at / hours[0];
        }
        return i == hours.length - 1 ? share[i] : share[i] + slope(i) * Math.log(at / hours[i]);
    }

    @Override
    public double until(double at) {
        int i = before(at);
        return i < 0 ? first(at) : until[i] + between(i, at);
    }

    @Override
    public double returning() {
        return share[share.length - 1];
    }

    /** Of those that end. */
    @Override
    public double mean() {
        int last = hours.length - 1;
        return (until[last] - (1 - share[last]) * hours[last]) / share[last];
    }

    @Override
    public double meanSquare() {
        double sum = share[0] * hours[0] * hours[0] / 3;
        for (int i = 0; i < hours.length - 1; i++) {
            sum += slope(i) * (hours[i + 1] * hours[i + 1] - hours[i] * hours[i]) / 2;
        }
        return sum / returning();
    }

    /** The last point that is not beyond {@code at}; −1 where all are. */
    private int before(double at) {
        int i = hours.length - 1;
        while (i >= 0 && hours[i] > at) {
            i--;
        }
        return i;
    }

    private double slope(int i) {
        return (share[i + 1] - share[i]) / Math.log(hours[i + 1] / hours[i]);
    }

    private double first(double at) {
        return at - share[0] * at * at / (2 * hours[0]);
    }

    /** What the mean grows by from point {@code i} to {@code to}: the integral of the share that is longer. */
    private double between(int i, double to) {
        double longer = (1 - share[i]) * (to - hours[i]);
        return i == hours.length - 1 ? longer : longer - slope(i) * (to * Math.log(to / hours[i]) - (to - hours[i]));
    }
}
