package app.steelyard.whatif;

import app.steelyard.text.Amount;
import app.steelyard.text.Numbers;
import app.steelyard.text.Unit;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * A value below or above which something is so, as people read it: rounded away from the values it is not said of, so that
 * the sentence stays true of all it names.
 */
public enum Bound {
    BELOW(RoundingMode.FLOOR),
    ABOVE(RoundingMode.CEILING);

    /** Bounds are closed in on, so that their last digits are noise. */
    private static final MathContext FOUND = new MathContext(11);

    private static final int BRIEF = 3;
    private static final int FULL = 17;
    /** More decimals than any number is shown with. */
    private static final int MOST_DECIMALS = 10;

    private final RoundingMode away;

    Bound(RoundingMode away) {
        this.away = away;
    }

    /** The side of {@code base} on which {@code value} lies. */
    public static Bound of(double value, double base) {
        return value < base ? BELOW : ABOVE;
    }

    /** As {@link Amount#show}. */
    public String show(double value, Unit unit, String currency) {
        double rounded = rounded(value, FULL, decimals(value, unit, currency, false));
        return vanished(value, rounded) ? small(value, unit, currency) : Amount.show(rounded, unit, currency);
    }

    /** As {@link Amount#brief}, with three significant digits. */
    public String brief(double value, Unit unit, String currency) {
        double rounded = rounded(value, BRIEF, decimals(value, unit, currency, true));
        return vanished(value, rounded) ? small(value, unit, currency) : Amount.brief(rounded, unit, currency);
    }

    private double rounded(double value, int digits, int decimals) {
        if (value == 0 || !Double.isFinite(value)) {
            return value;
        }
        BigDecimal found = new BigDecimal(value).round(FOUND);
        int scale = digits - found.precision() + found.scale();
        return found.setScale(Math.min(scale, decimals), away).doubleValue();
    }

    private static boolean vanished(double value, double rounded) {
        return rounded == 0 && value != 0;
    }

    /** With as many decimals as it takes: nothing is below a bound of 0. */
    private String small(double value, Unit unit, String currency) {
        double rounded = rounded(value, BRIEF, Integer.MAX_VALUE);
        return switch (unit) {
            case FRACTION -> Numbers.value(100 * rounded) + " %";
            case SECONDS -> Numbers.value(rounded) + " s";
            case TOKENS, REQUESTS, COUNT, HOURS, WEEKS, RATE -> Numbers.value(rounded);
            case MONEY, MONTHS -> Amount.show(rounded, unit, currency);
        };
    }

    /** With how many decimals such a value is shown. */
    private static int decimals(double value, Unit unit, String currency, boolean brief) {
        double size = Math.abs(value);
        return switch (unit) {
            case FRACTION -> brief ? 3 : 5;
            case MONTHS -> 1;
            case SECONDS -> size < 10 ? 2 : 1;
            case MONEY -> size < 1 ? MOST_DECIMALS : size < 999.5 ? Numbers.decimals(currency) : 0;
            case TOKENS, REQUESTS, COUNT, HOURS, WEEKS, RATE -> 2;
        };
    }
}
