package app.steelyard.whatif.trials;

import app.steelyard.text.Numbers;
import app.steelyard.text.Quantity;
import app.steelyard.text.Texts;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * A share of trials as a probability. Where none or all of {@code trials} count, their spread is no measure of the error:
 * the probability then is below 3 / n, or above 1 − 3 / n, with 95 % confidence.
 *
 * @param value in [0, 1]
 * @param trials at least 1
 */
public record TrialShare(double value, int trials) {
    private static final Texts TEXTS = Texts.of(TrialShare.class);
    /** −ln 0.05, rounded up as is usual. */
    private static final double RULE_OF_THREE = 3;

    private static final MathContext ONE_DIGIT = new MathContext(1, RoundingMode.CEILING);

    /** Whether none or all of the trials count. */
    public boolean extreme() {
        return value <= 0 || value >= 1;
    }

    /** How far the probability may lie from an extreme share: 3 / n, at most 1. */
    public double margin() {
        return Math.min(1, RULE_OF_THREE / trials);
    }

    /** The greatest probability that goes with none of the trials, the least that goes with all; else the share. */
    public double bound() {
        return value <= 0 ? margin() : value >= 1 ? 1 - margin() : value;
    }

    /** The bound where the share is extreme, so that its standard error says nothing; else NaN. */
    double extremeBound() {
        return extreme() ? bound() : Double.NaN;
    }

    public double standardError() {
        return Math.sqrt(value * (1 - value) / trials);
    }

    /** In a sentence: {@code 88.4 %}, {@code below 0.03 %}, {@code above 99.97 %}. */
    public String words() {
        return words("share.below", "share.above");
    }

    /** Where there is little room: {@code > 99.97 %}. */
    public String brief() {
        return words("share.less", "share.more");
    }

    private String words(String below, String above) {
        BigDecimal percent = percent();
        if (value <= 0) {
            return TEXTS.get(below, percent.toPlainString());
        }
        if (value >= 1) {
            return TEXTS.get(above, new BigDecimal(100).subtract(percent).toPlainString());
        }
        return value >= 0.9995
                ? TEXTS.get("share.more", "99.9")
                : value < 0.0005 ? TEXTS.get("share.less", "0.1") : Numbers.percent(value);
    }

    /** How exact it is: {@code ± 0.3 percentage points}, or {@code at most 0.03 percentage points} at an extreme. */
    public String error() {
        return extreme()
                ? TEXTS.get("share.error.atMost", Quantity.points(percent()))
                : TEXTS.get("share.error", Quantity.points(inPoints()));
    }

    /** Its standard error in percentage points, as a number alone: {@code 0.32}. */
    public String errorPoints() {
        return inPoints().toPlainString();
    }

    private BigDecimal inPoints() {
        return new BigDecimal(100 * standardError()).round(new MathContext(2)).stripTrailingZeros();
    }

    /** The share and how exact it is: {@code 11.6 % ± 1 percentage point}; at an extreme the bound says both. */
    public String withError() {
        return extreme() ? words() : words() + " " + error();
    }

    private BigDecimal percent() {
        return new BigDecimal(100 * margin()).round(ONE_DIGIT).stripTrailingZeros();
    }
}
