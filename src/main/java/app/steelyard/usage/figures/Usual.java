package app.steelyard.usage.figures;

import java.util.Arrays;

/**
 * What is usual among some numbers, told so that the unusual ones hardly move it: the median, and the median distance
 * from it (MAD).
 */
record Usual(double median, double mad) {
    /** Distances from the median are compared with this many standard deviations, as Iglewicz and Hoaglin advise. */
    static final double DEVIATIONS = 3.5;

    /** Standard deviation of normally distributed numbers whose MAD is 1. */
    private static final double SIGMA = 1.4826;

    /** Numbers that hardly differ have next to no MAD; then this part of the median is taken for the deviation. */
    private static final double LEAST = 0.1;

    static Usual of(double[] values) {
        double median = median(values);
        return new Usual(
                median,
                median(Arrays.stream(values).map(v -> Math.abs(v - median)).toArray()));
    }

    /** What is above it is unusually much. */
    double high() {
        return median + distance();
    }

    /** What is below it is unusually little. */
    double low() {
        return median - distance();
    }

    private double distance() {
        return DEVIATIONS * Math.max(SIGMA * mad, LEAST * Math.abs(median));
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
