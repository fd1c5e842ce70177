package app.steelyard.app.check;

import app.steelyard.text.Numbers;
import app.steelyard.text.Texts;

/** Between the 10th and the 90th percentile of what the trials of a system came to, as shares. */
public record Interval(double low, double median, double high) {
    /** Figures are published to three digits at most. */
    private static final double ROUNDED = 0.0005;

    private static final Texts TEXTS = Texts.of(Interval.class);

    /** As shown: {@code 86.7 % to 96.7 %}. */
    public String label() {
        return TEXTS.get("check.span", Numbers.percent(low), Numbers.percent(high));
    }

    /** A width as shown, in percentage points. */
    public static String points(double width) {
        return Numbers.value(Math.round(width * 1000) / 10.0);
    }

    boolean holds(double truth) {
        return truth >= low - ROUNDED && truth <= high + ROUNDED;
    }

    public double width() {
        return high - low;
    }
}
