package app.steelyard.text;

import java.util.Comparator;
import java.util.stream.IntStream;

/** Rounds parts so that they add up to their rounded total: the largest remainders take the units left over. */
public final class Footing {
    private Footing() {}

    /**
     * The parts rounded to {@code decimals}, adding up to their exact sum rounded likewise. No part moves by a whole
     * unit of the last decimal.
     */
    public static double[] round(double[] parts, int decimals) {
        double scale = Math.pow(10, decimals);
        long[] units = new long[parts.length];
        double[] remainders = new double[parts.length];
        double exact = 0;
        long floor = 0;
        for (int i = 0; i < parts.length; i++) {
            // Arithmetic noise of sums of products must not push a whole cent down by one unit.
            double scaled = Math.round(parts[i] * scale * 1e6) / 1e6;
            units[i] = (long) Math.floor(scaled);
            remainders[i] = scaled - units[i];
            exact += scaled;
            floor += units[i];
        }
        long missing = Math.round(exact) - floor;
        int[] byRemainder = IntStream.range(0, parts.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> -remainders[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        for (int i = 0; i < missing && i < byRemainder.length; i++) {
            units[byRemainder[i]]++;
        }
        double[] rounded = new double[parts.length];
        for (int i = 0; i < parts.length; i++) {
            rounded[i] = units[i] / scale;
        }
        return rounded;
    }
}
