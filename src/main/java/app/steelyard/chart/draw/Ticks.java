package app.steelyard.chart.draw;

import java.util.ArrayList;
import java.util.List;

/** Round numbers for axes. */
final class Ticks {
    private Ticks() {}

    /** At most {@code most} steps of 1, 2 or 5 times a power of ten that cover {@code low} to {@code high}. */
    static List<Double> between(double low, double high, int most) {
        double span = high - low;
        if (!(span > 0) || Double.isInfinite(span)) {
            return List.of(low);
        }
        double raw = span / Math.max(1, most);
        double power = Math.pow(10, Math.floor(Math.log10(raw)));
        double step = power * 10;
        for (double factor : new double[] {1, 2, 5}) {
            if (factor * power >= raw * 0.999999) {
                step = factor * power;
                break;
            }
        }
        List<Double> ticks = new ArrayList<>();
        double first = Math.floor(low / step + 1e-9);
        double last = Math.ceil(high / step - 1e-9);
        for (double i = first; i <= last; i++) {
            ticks.add(i * step);
        }
        return ticks;
    }

    /** Months to name on an axis from 0 to {@code last}: at most {@code most}, in steps a calendar knows. */
    static List<Integer> months(int last, int most) {
        int step = 1;
        for (int candidate : new int[] {1, 2, 3, 6, 12, 24, 36, 60}) {
            step = candidate;
            if (last / candidate <= most) {
                break;
            }
        }
        List<Integer> months = new ArrayList<>();
        for (int m = 0; m <= last; m += step) {
            months.add(m);
        }
        return months;
    }
}
