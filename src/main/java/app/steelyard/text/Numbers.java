package app.steelyard.text;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalDouble;

/** Numbers as people read them. Rounding happens here and nowhere before. */
public final class Numbers {
    private static final Texts TEXTS = Texts.of(Numbers.class);
    /** Making one takes longer than formatting with it; none may be shared between threads. */
    private static final ThreadLocal<Map<Language, Map<String, DecimalFormat>>> FORMATS =
            ThreadLocal.withInitial(() -> new EnumMap<>(Language.class));

    /** Shares nearer than that to nothing or all are sums whose last digits are noise. */
    private static final double NOISE = 1e-12;

    private Numbers() {}

    /** A count with at most two decimals: {@code 5,485.71}. */
    public static String count(double value) {
        return format("#,##0.##", value);
    }

    /** How often something happens, with at most one decimal: {@code 812.5}; what is rare is not never. */
    public static String rate(double value) {
        return value > 0 && value < 0.05 ? "< " + format("0.0", 0.1) : format("#,##0.#", value);
    }

    /**
     * A fraction as per cent with at most one decimal: {@code 97.1 %}. What is almost all or almost nothing is not called
     * all or nothing: {@code > 99.9 %}, {@code < 0.1 %}.
     */
    public static String percent(double fraction) {
        return percent(fraction, "#,##0.# %", 0.001);
    }

    /** The same with up to three decimals, for derivations and axes. */
    public static String percentExact(double fraction) {
        return percent(fraction, "#,##0.### %", 0.00001);
    }

    /** @param step the smallest part that the pattern shows */
    private static String percent(double fraction, String pattern, double step) {
        double size = Math.abs(fraction);
        boolean nothing = size > NOISE && size < step / 2;
        boolean all = size >= 1 - step / 2 && size < 1 - NOISE;
        if (!nothing && !all) {
            return format(pattern, fraction);
        }
        String sign = all == fraction > 0 ? "> " : "< ";
        return sign + format(pattern, Math.copySign(all ? 1 - step : step, fraction));
    }

    /** A number from −1 to 1 with its sign: {@code +0.95}, {@code −0.30}, {@code 0.00}. */
    public static String coefficient(double value) {
        String shown = format("0.00", value);
        return value > 0 && !shown.equals(format("0.00", 0)) ? "+" + shown : shown;
    }

    /** A span of months, such as a payback: {@code at once}, {@code under 0.1 months}, {@code 8.9 months}, {@code never}. */
    public static String months(OptionalDouble months) {
        if (months.isEmpty()) {
            return TEXTS.get("months.never");
        }
        double value = months.getAsDouble();
        if (value == 0) {
            return TEXTS.get("months.atOnce");
        }
        if (value < 0.1) {
            return TEXTS.get("months.under");
        }
        return TEXTS.get("months.value", format("#,##0.#", value), Math.rint(10 * value) / 10);
    }

    /** Seconds: {@code 0.64 s}, {@code 11.5 s}. */
    public static String seconds(double value) {
        return format(value < 10 ? "0.00" : "0.0", value) + " s";
    }

    /** Six significant digits, for values in a formula. */
    public static String value(double value) {
        if (value == 0 || Double.isInfinite(value) || Double.isNaN(value)) {
            return value == 0 ? "0" : Double.toString(value);
        }
        BigDecimal rounded = new BigDecimal(value).round(new java.math.MathContext(6));
        return rounded.abs().compareTo(new BigDecimal("0.0001")) < 0
                ? format("0.#####E0", value)
                : format("#,##0.##########", rounded.doubleValue());
    }

    /** A number with a short scale for axes: {@code 600k}, {@code 1.2M}. */
    public static String axis(double value) {
        double size = Math.abs(value);
        if (size >= 1e9) {
            return format("0.##", value / 1e9) + "B";
        }
        if (size >= 1e6) {
            return format("0.##", value / 1e6) + "M";
        }
        if (size >= 1e4) {
            return format("0.#", value / 1e3) + "k";
        }
        return format("#,##0.##", value);
    }

    private static DecimalFormat formatOf(String pattern) {
        DecimalFormatSymbols symbols =
                DecimalFormatSymbols.getInstance(Language.chosen().locale());
        DecimalFormat format = new DecimalFormat(pattern, symbols);
        format.setRoundingMode(RoundingMode.HALF_UP);
        return format;
    }

    /** In the language that was chosen, by a pattern of {@link DecimalFormat}. */
    static String format(String pattern, double value) {
        String text = FORMATS.get()
                .computeIfAbsent(Language.chosen(), l -> new HashMap<>())
                .computeIfAbsent(pattern, Numbers::formatOf)
                .format(value);
        if (!text.startsWith("-")) {
            return text;
        }
        // One minus sign wherever people read a number; of nothing there is none.
        String size = text.substring(1);
        return size.chars().noneMatch(c -> c >= '1' && c <= '9') ? size : "−" + size;
    }
}
