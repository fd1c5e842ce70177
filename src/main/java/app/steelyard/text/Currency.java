package app.steelyard.text;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * In what money is counted, by its ISO 4217 code. {@link java.util.Currency} knows only the codes that were in use when the
 * runtime was built and signs that change with the country of the machine; a bill in a newer currency is a bill all the same,
 * and a sign here means one currency. A text that is no code is no currency.
 *
 * @param code three capital letters
 */
public record Currency(String code) implements Comparable<Currency> {
    private static final Pattern CODE = Pattern.compile("[A-Z]{3}");

    /** The one that price lists are in. */
    public static final Currency USD = new Currency("USD");

    /** @throws IllegalArgumentException if {@code code} is not three capital letters */
    public Currency {
        if (!isCode(code)) {
            throw new IllegalArgumentException("no currency code: " + code);
        }
    }

    public static boolean isCode(String text) {
        return CODE.matcher(text).matches();
    }

    /** So much money in it. */
    public Money of(double value) {
        return new Money(value, this);
    }

    /** So much of {@code unit}, where money is in this currency. */
    public Amount of(double value, Unit unit) {
        return unit == Unit.MONEY ? of(value) : new Quantity(value, unit);
    }

    /** @throws IllegalArgumentException if {@code other} is another one, so that amounts cannot be reckoned together */
    void requireSame(Currency other) {
        if (!equals(other)) {
            throw new IllegalArgumentException(this + " and " + other + " are unlike currencies");
        }
    }

    /** Its sign, or its code and a space where no sign means it alone. */
    public String symbol() {
        return switch (code) {
            case "USD" -> "$";
            case "EUR" -> "€";
            case "GBP" -> "£";
            case "JPY" -> "¥";
            default -> code + " ";
        };
    }

    /** How many decimals amounts have: of yen none; 2 where that is not known. */
    public int decimals() {
        return standard().map(c -> Math.max(0, c.getDefaultFractionDigits())).orElse(2);
    }

    /** As people call it: {@code US Dollar}; empty where that is not known. */
    public Optional<String> name() {
        return standard().map(c -> c.getDisplayName(Texts.LOCALE));
    }

    /** All that the runtime knows, by their codes. */
    public static List<Currency> known() {
        return java.util.Currency.getAvailableCurrencies().stream()
                .map(c -> new Currency(c.getCurrencyCode()))
                .sorted()
                .toList();
    }

    private Optional<java.util.Currency> standard() {
        try {
            return Optional.of(java.util.Currency.getInstance(code));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The smallest unit that amounts are rounded to: of dollars 0.01. */
    public double smallest() {
        return Math.pow(10, -decimals());
    }

    @Override
    public int compareTo(Currency other) {
        return code.compareTo(other.code);
    }

    /** The code. */
    @Override
    public String toString() {
        return code;
    }
}
