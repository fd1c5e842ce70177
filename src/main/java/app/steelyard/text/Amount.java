package app.steelyard.text;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.OptionalDouble;

/** Values of a unit as people read them: {@code 90 %}, {@code $1.20}, {@code 1,000}, {@code 8.5 months}. */
public final class Amount {
    private static final Texts TEXTS = Texts.of(Amount.class);

    private Amount() {}

    /** As people read it; money in {@code currency}. */
    public static String show(double value, Unit unit, String currency) {
        if (Double.isNaN(value)) {
            return TEXTS.get("amount.unknown");
        }
        return switch (unit) {
            case FRACTION -> Numbers.percentExact(value);
            case MONTHS ->
                // Not "at once", which is said of a payback alone.
                value == 0
                        ? TEXTS.get("amount.months.none")
                        : Numbers.months(Double.isInfinite(value) ? OptionalDouble.empty() : OptionalDouble.of(value));
            case SECONDS -> Numbers.seconds(value);
            case MONEY ->
                value != 0 && Math.abs(value) < 1
                        ? (value < 0 ? "−" : "") + Numbers.unitPrice(Math.abs(value), currency)
                        : Numbers.moneyShort(value, currency);
            case TOKENS, REQUESTS, COUNT, HOURS, WEEKS, RATE -> Numbers.count(value);
        };
    }

    /** How far two values of {@code unit} lie apart; of shares that is counted in percentage points. */
    public static String difference(double value, Unit unit, String currency) {
        return unit == Unit.FRACTION && Double.isFinite(value)
                ? points(new BigDecimal(100 * value).round(new MathContext(3)).stripTrailingZeros())
                : show(value, unit, currency);
    }

    public static String points(BigDecimal count) {
        return TEXTS.get("amount.points", count.toPlainString().replace('-', '−'), count.abs());
    }

    /** As {@link #show} with three significant digits, for sentences. */
    public static String brief(double value, Unit unit, String currency) {
        if (!Double.isFinite(value)) {
            return show(value, unit, currency);
        }
        double rounded = new BigDecimal(value).round(new MathContext(3)).doubleValue();
        return switch (unit) {
            case FRACTION -> Numbers.percent(value);
            case TOKENS, REQUESTS, COUNT -> Numbers.axis(rounded);
            case MONTHS, SECONDS, MONEY, HOURS, WEEKS, RATE -> show(rounded, unit, currency);
        };
    }
}
