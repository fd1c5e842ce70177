package app.steelyard.cost.result;

import app.steelyard.text.Numbers;

/** When two costs count as the same, so that the noise of the last digits decides nothing between equals. */
public final class Ties {
    private static final double NOISE = 1e-12;

    private Ties() {}

    /** The most, in the same currency, that counts as the same as {@code least}. */
    public static double most(double least) {
        return least + NOISE * Math.abs(least);
    }

    /** Whether two amounts are the same as far as the decimals of their currency tell them apart. */
    public static boolean alike(double one, double other, String currency) {
        double half = 0.5 * Math.pow(10, -Numbers.decimals(currency));
        return Math.abs(one - other) <= Math.max(half, NOISE * Math.abs(one));
    }
}
