package app.steelyard.text;

import java.util.Comparator;
import java.util.stream.IntStream;

/** Rounds parts so that they add up to their rounded total: the largest remainders take the units left over,
 * and among equal ones the later, so that the first of many equal months shows what it costs. */
public final class Footing {
    /** Beyond it a double holds no whole units of the last decimal any more, and nothing is rounded. */
    private static final double MOST_UNITS = 1L << 53;

    private Footing() {}

    /**
     * The parts rounded to {@code decimals}, adding up to their exact sum rounded likewise. No part moves by a whole
     * unit of the last decimal.
     */
    public static double[] round(double[] parts, int decimals) {
        return round(parts, Double.NaN, decimals);
    }

    /**
     * The parts rounded to {@code decimals}, adding up to {@code total}: where the total is itself a rounded part of
     * something larger, a few units of the last decimal from the parts' exact sum. It is met however few the parts are.
     *
     * @param total with at most {@code decimals} decimals; NaN for the parts' exact sum rounded
     */
    public static double[] round(double[] parts, double total, int decimals) {
        double scale = Math.pow(10, decimals);
        double[] units = new double[parts.length];
        double[] remainders = new double[parts.length];
        double exact = 0;
        double floor = 0;
        for (int i = 0; i < parts.length; i++) {
            double scaled = withoutNoise(parts[i] * scale);
            units[i] = Math.floor(scaled);
            remainders[i] = scaled - units[i];
            exact += scaled;
            floor += units[i];
        }
        if (!(Math.abs(exact) < MOST_UNITS)) {
            return parts.clone();
        }
        double target = Double.isNaN(total) ? Math.floor(exact + 0.5) : Math.rint(total * scale);
        double missing = target - floor;
        int[] byRemainder = IntStream.range(0, parts.length)
                .boxed()
                .sorted(Comparator.comparingLong((Integer i) -> -Math.round(remainders[i] * 1e6))
                        .thenComparing(Comparator.reverseOrder()))
                .mapToInt(Integer::intValue)
                .toArray();
        if (byRemainder.length > 0) {
            for (int i = 0; missing > 0; i++, missing--) {
                units[byRemainder[i % byRemainder.length]]++;
            }
            for (int i = 0; missing < 0; i++, missing++) {
                units[byRemainder[byRemainder.length - 1 - i % byRemainder.length]]--;
            }
        }
        double[] rounded = new double[parts.length];
        for (int i = 0; i < parts.length; i++) {
            rounded[i] = units[i] / scale;
        }
        return rounded;
    }

    /** Arithmetic noise of sums of products must not push a whole cent down by one unit. */
    private static double withoutNoise(double scaled) {
        double nearest = Math.rint(scaled);
        return Math.abs(scaled - nearest) < Math.max(1e-6, Math.abs(scaled) * 1e-12) ? nearest : scaled;
    }
}
