package app.steelyard.whatif.trials;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.apache.commons.numbers.arrays.Selection;

/** Statistics of many values. */
public final class Sample {
    private final double[] partlySorted;
    private final double mean;
    private final double standardDeviation;

    /** @param values at least one; left as they are */
    public Sample(double[] values, double... quantiles) {
        int n = values.length;
        // About the first value, which keeps the digits of values that lie close together.
        double about = values[0];
        double sum = 0;
        double squares = 0;
        for (double value : values) {
            double apart = value - about;
            sum += apart;
            squares += apart * apart;
        }
        mean = about + sum / n;
        standardDeviation = n < 2 ? 0 : Math.sqrt(Math.max(0, (squares - sum * sum / n) / (n - 1)));
        partlySorted = values.clone();
        TreeSet<Integer> places = new TreeSet<>();
        for (double p : quantiles) {
            places.addAll(places(p, n));
        }
        Selection.select(partlySorted, places.stream().mapToInt(i -> i).toArray());
    }

    private static List<Integer> places(double p, int n) {
        List<Integer> places = new ArrayList<>();
        int place = (int) ((n - 1) * p);
        places.add(place);
        places.add(Math.min(n - 1, place + 1));
        places.add(lower(p, n));
        places.add(upper(p, n));
        return places;
    }

    /** The order statistic one standard error below the quantile. */
    private static int lower(double p, int n) {
        return Math.clamp((int) Math.floor((n - 1) * p - Math.sqrt(n * p * (1 - p))), 0, n - 1);
    }

    private static int upper(double p, int n) {
        return Math.clamp((int) Math.ceil((n - 1) * p + Math.sqrt(n * p * (1 - p))), 0, n - 1);
    }

    /** One of the quantiles asked for, by linear interpolation between order statistics (definition R-7). */
    public double quantile(double p) {
        double place = (partlySorted.length - 1) * p;
        int below = (int) place;
        double from = partlySorted[below];
        double to = partlySorted[Math.min(partlySorted.length - 1, below + 1)];
        return from + (place - below) * (to - from);
    }

    /** Of one of the quantiles asked for: half of what lies between the order statistics one standard error away. */
    double quantileError(double p) {
        int n = partlySorted.length;
        return (partlySorted[upper(p, n)] - partlySorted[lower(p, n)]) / 2;
    }

    double mean() {
        return mean;
    }

    double standardDeviation() {
        return standardDeviation;
    }

    /** Of the mean. */
    double standardError() {
        return standardDeviation / Math.sqrt(partlySorted.length);
    }
}
