package app.steelyard.cost.result;

import app.steelyard.text.Money;

/** When two costs count as the same, so that the noise of the last digits decides nothing between equals. */
public final class Ties {
    private Ties() {}

    /** The most, in the same currency, that counts as the same as {@code least}. */
    public static double most(double least) {
        return least + Money.NOISE * Math.abs(least);
    }
}
