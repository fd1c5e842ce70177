package app.steelyard.text;

import java.math.BigDecimal;
import java.util.OptionalDouble;

/**
 * So much of something that is not money.
 *
 * @param value NaN where it is not known
 */
public record Quantity(double value, Unit unit) implements Amount {
    private static final Texts TEXTS = Texts.of(Quantity.class);

    /** @throws IllegalArgumentException of money, which is nothing without its currency */
    public Quantity {
        if (unit == Unit.MONEY) {
            throw new IllegalArgumentException("money without a currency");
        }
    }

    @Override
    public Quantity with(double other) {
        return new Quantity(other, unit);
    }

    @Override
    public String show() {
        if (Double.isNaN(value)) {
            return unknown();
        }
        return switch (unit) {
            case FRACTION -> Numbers.percentExact(value);
            case MONTHS ->
                // Not "at once", which is said of a payback alone.
                value == 0
                        ? TEXTS.get("amount.months.none")
                        : Numbers.months(Double.isInfinite(value) ? OptionalDouble.empty() : OptionalDouble.of(value));
            case SECONDS -> Numbers.seconds(value);
            case TOKENS, REQUESTS, COUNT, HOURS, WEEKS, RATE, MONEY -> Numbers.count(value);
        };
    }

    static String unknown() {
        return TEXTS.get("amount.unknown");
    }

    @Override
    public String brief() {
        if (!Double.isFinite(value)) {
            return show();
        }
        return switch (unit) {
            case FRACTION -> Numbers.percent(value);
            case TOKENS, REQUESTS, COUNT -> Numbers.axis(Amount.rounded(value));
            case MONTHS, SECONDS, HOURS, WEEKS, RATE, MONEY -> Amount.super.brief();
        };
    }

    /** {@inheritDoc} Of shares that is counted in percentage points. */
    @Override
    public String difference() {
        return unit == Unit.FRACTION && Double.isFinite(value)
                ? points(new BigDecimal(100 * value).round(BRIEF))
                : show();
    }

    /** So many percentage points. */
    public static String points(BigDecimal count) {
        return TEXTS.get("amount.points", Numbers.format("#,##0.##########", count.doubleValue()), count.abs());
    }

    @Override
    public String small() {
        return switch (unit) {
            case FRACTION -> Numbers.value(100 * value) + " %";
            case SECONDS -> Numbers.value(value) + " s";
            case MONTHS -> show();
            case TOKENS, REQUESTS, COUNT, HOURS, WEEKS, RATE, MONEY -> Numbers.value(value);
        };
    }

    @Override
    public int decimals() {
        return switch (unit) {
            case FRACTION -> 5;
            case MONTHS -> 1;
            case SECONDS -> Math.abs(value) < 10 ? 2 : 1;
            case TOKENS, REQUESTS, COUNT, HOURS, WEEKS, RATE, MONEY -> 2;
        };
    }

    @Override
    public int briefDecimals() {
        return unit == Unit.FRACTION ? 3 : decimals();
    }
}
