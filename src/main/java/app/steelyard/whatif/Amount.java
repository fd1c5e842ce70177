package app.steelyard.whatif;

import app.steelyard.plan.Unit;
import app.steelyard.text.Numbers;
import app.steelyard.text.Texts;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Values of a unit, typed and shown: {@code 90 %}, {@code $1.2M}, {@code 1,000}, {@code 8.5 months}. */
public final class Amount {
    /** Shares from here on need their per cent sign. */
    private static final double BARE_SHARE = 10;

    private static final Texts TEXTS = Texts.of(Amount.class);
    private static final Pattern NUMBER = Pattern.compile("(?<sign>[-−+]?)\\s*[$€£¥]?\\s*(?<inner>[-−]?)"
            + "(?<digits>(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:\\.[0-9]+)?|\\.[0-9]+)(?<exponent>[eE][-+]?[0-9]{1,3})?"
            + "\\s*(?<suffix>[A-Za-z%]*)");

    private Amount() {}

    /**
     * Reads a value of {@code unit}. Fractions take a per cent sign; without one they are the fraction itself.
     *
     * @throws IllegalArgumentException if it is none, saying why
     */
    public static double parse(String text, Unit unit) {
        Matcher matcher = NUMBER.matcher(text.strip());
        if (!matcher.matches()) {
            throw refused(text, unit);
        }
        String exponent = matcher.group("exponent");
        double value =
                Double.parseDouble(matcher.group("digits").replace(",", "") + (exponent == null ? "" : exponent));
        boolean negative = isMinus(matcher.group("sign")) != isMinus(matcher.group("inner"));
        double scale = scale(matcher.group("suffix"), unit).orElseThrow(() -> refused(text, unit));
        double scaled = scale < 0 ? value / -scale : value * scale;
        // A share of 90 without a sign is 90 % forgotten, not 9,000 %.
        boolean forgotten = unit == Unit.FRACTION && scale > 0 && scaled >= BARE_SHARE;
        if (!Double.isFinite(scaled) || forgotten) {
            throw refused(text, unit);
        }
        return negative ? -scaled : scaled;
    }

    private static boolean isMinus(String sign) {
        return sign.equals("-") || sign.equals("−");
    }

    /** What to multiply with; where it is negative, what to divide by, so that 70 % is exactly 0.7. */
    private static Optional<Double> scale(String suffix, Unit unit) {
        return switch (suffix) {
            case "" -> Optional.of(1.0);
            case "k", "K" -> Optional.of(1e3);
            case "M" -> Optional.of(1e6);
            case "B" -> Optional.of(1e9);
            default -> unitScale(suffix.toLowerCase(Locale.ROOT), unit);
        };
    }

    private static Optional<Double> unitScale(String suffix, Unit unit) {
        return switch (unit) {
            case FRACTION -> suffix.equals("%") ? Optional.of(-100.0) : Optional.empty();
            case MONTHS ->
                switch (suffix) {
                    case "month", "months" -> Optional.of(1.0);
                    case "year", "years" -> Optional.of(12.0);
                    default -> Optional.empty();
                };
            case SECONDS ->
                switch (suffix) {
                    case "s", "second", "seconds" -> Optional.of(1.0);
                    case "ms" -> Optional.of(-1000.0);
                    default -> Optional.empty();
                };
            case TOKENS -> suffix.equals("tokens") ? Optional.of(1.0) : Optional.empty();
            case REQUESTS -> suffix.equals("requests") ? Optional.of(1.0) : Optional.empty();
            case HOURS -> suffix.equals("hours") ? Optional.of(1.0) : Optional.empty();
            case WEEKS -> suffix.equals("weeks") ? Optional.of(1.0) : Optional.empty();
            case COUNT, MONEY, RATE -> Optional.empty();
        };
    }

    private static IllegalArgumentException refused(String text, Unit unit) {
        return new IllegalArgumentException(TEXTS.get("amount.none", text.strip(), TEXTS.get("amount." + unit)));
    }

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
        return TEXTS.get(
                count.abs().compareTo(BigDecimal.ONE) == 0 ? "amount.points.one" : "amount.points",
                count.toPlainString().replace('-', '−'));
    }

    /** As {@link #show} with three significant digits, for sentences. */
    public static String brief(double value, Unit unit, String currency) {
        if (!Double.isFinite(value)) {
            return show(value, unit, currency);
        }
        double rounded = new BigDecimal(value).round(new MathContext(3)).doubleValue();
        return switch (unit) {
            case FRACTION -> Numbers.share(value);
            case TOKENS, REQUESTS, COUNT -> Numbers.axis(rounded);
            case MONTHS, SECONDS, MONEY, HOURS, WEEKS, RATE -> show(rounded, unit, currency);
        };
    }
}
