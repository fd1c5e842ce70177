package app.steelyard.plan.typed;

import app.steelyard.plan.Unit;
import app.steelyard.text.Texts;
import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers as people type them: {@code 1,000,000}, {@code 1.2M}, {@code 5k}, {@code 85 %}, {@code $25}. */
public final class NumberText {
    private static final Pattern FORM = Pattern.compile("(?<sign>[-−+]?)\\p{Sc}?(?<number>\\d{1,3}(?:[,\\u00a0\\u202f"
            + " '’_]\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d*)?|\\.\\d+)"
            + "(?:e(?<exponent>[-+]?\\d{1,2}))?\\s*(?<scale>k|thousand|m|mn|million|b|bn|billion|t|%)?");

    /** A unit typed or shown behind the number says nothing new. */
    private static final Pattern UNIT =
            Pattern.compile("(?<=[\\d\\skmbnt])\\s*(tokens?|requests?|months?|weeks?|hours?|h|seconds?|s|[$€£¥])$");

    private NumberText() {}

    /** The number in {@code text}, per cent as a fraction; empty where it is none. */
    public static OptionalDouble parse(String text, Unit unit) {
        String plain = UNIT.matcher(text.strip().toLowerCase(Locale.ROOT)).replaceFirst("");
        Matcher matcher = FORM.matcher(plain.strip());
        if (!matcher.matches()) {
            return OptionalDouble.empty();
        }
        String scale = matcher.group("scale") == null ? "" : matcher.group("scale");
        boolean percent = scale.equals("%");
        if (percent && unit != Unit.FRACTION) {
            return OptionalDouble.empty();
        }
        String exponent = matcher.group("exponent");
        BigDecimal number = new BigDecimal(matcher.group("number").replaceAll("[^0-9.]", ""))
                .scaleByPowerOfTen(zeros(scale))
                .scaleByPowerOfTen(exponent == null ? 0 : Integer.parseInt(exponent.replace("+", "")))
                .scaleByPowerOfTen(unit == Unit.FRACTION ? -2 : 0);
        boolean negative =
                "-−".contains(matcher.group("sign")) && !matcher.group("sign").isEmpty();
        return OptionalDouble.of(negative ? -number.doubleValue() : number.doubleValue());
    }

    private static int zeros(String scale) {
        return switch (scale) {
            case "k", "thousand" -> 3;
            case "m", "mn", "million" -> 6;
            case "b", "bn", "billion" -> 9;
            case "t" -> 12;
            default -> 0;
        };
    }

    /** The number as it is edited: all its digits, grouped, per cent as such; empty for NaN. */
    public static String format(double value, Unit unit) {
        if (Double.isNaN(value)) {
            return "";
        }
        BigDecimal exact = BigDecimal.valueOf(value).scaleByPowerOfTen(unit == Unit.FRACTION ? 2 : 0);
        DecimalFormat format = new DecimalFormat("#,##0.##########", DecimalFormatSymbols.getInstance(Texts.LOCALE));
        return format.format(exact);
    }
}
