package app.steelyard.text;

import java.math.BigDecimal;

/** Numbers as a field holds them while they are edited: all digits, so that {@link NumberReader} reads the same value back. */
public final class Typing {
    private static final Texts TEXTS = Texts.of(Typing.class);
    /** With more of them before or behind the point nobody counts them, and an exponent stands instead. */
    private static final int MOST_DIGITS = 21;

    private Typing() {}

    /** A value in its unit, with no sign but that of per cent; empty for NaN. */
    public static String of(double value, Unit unit) {
        if (Double.isNaN(value)) {
            return "";
        }
        String bare = bare(value, unit);
        return unit == Unit.FRACTION ? TEXTS.get("typed.FRACTION", bare) : bare;
    }

    /** The same without the sign of per cent, for all but the last number of a range. */
    public static String bare(double value, Unit unit) {
        BigDecimal exact = BigDecimal.valueOf(value);
        return unit == Unit.FRACTION
                ? plainly(exact.movePointRight(2), Language.chosen())
                : of(exact, Language.chosen());
    }

    /** With its unit: {@code 600 tokens}, {@code $25}, {@code 2 weeks}; empty for NaN. */
    public static String withUnit(Amount amount) {
        String text = of(amount.value(), amount.unit());
        return switch (amount) {
            case Money money -> text.isEmpty() ? "" : money.currency().symbol() + text;
            case Quantity quantity ->
                text.isEmpty() || quantity.unit() == Unit.FRACTION ? text : TEXTS.get("typed." + quantity.unit(), text);
        };
    }

    /** As a command or a file of ours holds it, alike in every language: {@code 300 %}, {@code 24 months}, {@code 40000}. */
    public static String plain(double value, Unit unit) {
        BigDecimal exact = BigDecimal.valueOf(value);
        String plain = exact.stripTrailingZeros().toPlainString();
        return switch (unit) {
            case FRACTION -> exact.movePointRight(2).stripTrailingZeros().toPlainString() + " %";
            case MONTHS -> plain + (value == 1 ? " month" : " months");
            case SECONDS -> plain + " s";
            case MONEY, TOKENS, REQUESTS, COUNT, HOURS, WEEKS, RATE -> plain;
        };
    }

    /** The number so that no other language reads another one: 1.125 with a nought behind it. */
    static String of(BigDecimal value, Language language) {
        String text = plainly(value, language);
        boolean mistakable = text.indexOf(language.decimal()) >= 0 && text.matches("−?[1-9]\\d{0,2}[.,]\\d{3}");
        return mistakable ? text + "0" : text;
    }

    /** The number as it is, its thousands grouped. */
    static String plainly(BigDecimal value, Language language) {
        BigDecimal stripped = value.stripTrailingZeros();
        if (stripped.scale() > MOST_DIGITS || stripped.precision() - stripped.scale() > MOST_DIGITS) {
            return stripped.unscaledValue() + "e" + -stripped.scale();
        }
        String plain = stripped.abs().toPlainString();
        int point = plain.indexOf('.');
        String whole = point < 0 ? plain : plain.substring(0, point);
        String decimals = point < 0 ? "" : language.decimal() + plain.substring(point + 1);
        String sign = stripped.signum() < 0 ? "−" : "";
        return sign + whole.replaceAll("(?<=\\d)(?=(?:\\d{3})+$)", String.valueOf(language.group())) + decimals;
    }
}
