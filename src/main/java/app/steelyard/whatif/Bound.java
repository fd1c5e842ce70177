package app.steelyard.whatif;

import app.steelyard.text.Amount;
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
    /** Of money below 1, which has as many decimals as it takes. */
    private static final int SMALL = 4;

    private final RoundingMode away;

    Bound(RoundingMode away) {
        this.away = away;
    }

    /** The side of {@code base} on which {@code value} lies. */
    public static Bound of(double value, double base) {
        return value < base ? BELOW : ABOVE;
    }

    /** As {@link Amount#show}; money below 1 with four significant digits. */
    public String show(Amount amount) {
        boolean small = amount.unit() == Unit.MONEY && Math.abs(amount.value()) < 1;
        double rounded = rounded(amount.value(), small ? SMALL : FULL, amount.decimals());
        return vanished(amount.value(), rounded)
                ? small(amount)
                : amount.with(rounded).show();
    }

    /** As {@link Amount#brief}, with three significant digits. */
    public String brief(Amount amount) {
        double rounded = rounded(amount.value(), BRIEF, amount.briefDecimals());
        return vanished(amount.value(), rounded)
                ? small(amount)
                : amount.with(rounded).brief();
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
    private String small(Amount amount) {
        return amount.with(rounded(amount.value(), BRIEF, Integer.MAX_VALUE)).small();
    }
}
