package app.steelyard.chart;

import app.steelyard.text.Numbers;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * What a chart's values count, and so how they are written.
 *
 * @param currency ISO 4217 where the values are money, else empty
 */
public record Scale(Measure measure, String currency) {
    public static final Scale SECONDS = new Scale(Measure.SECONDS, "");
    /** Fractions, written as per cent. */
    public static final Scale SHARE = new Scale(Measure.SHARE, "");

    public static final Scale COUNT = new Scale(Measure.COUNT, "");

    /** What is counted. */
    public enum Measure {
        MONEY,
        SECONDS,
        SHARE,
        COUNT
    }

    public static Scale money(String currency) {
        return new Scale(Measure.MONEY, currency);
    }

    /** On an axis. */
    public String tick(double value) {
        return switch (measure) {
            case MONEY -> (value < 0 ? "−" : "") + Numbers.symbol(currency) + Numbers.axis(Math.abs(value));
            case SECONDS -> Numbers.count(value) + " s";
            case SHARE -> Numbers.percentExact(value);
            case COUNT -> Numbers.axis(value);
        };
    }

    /** Beside a bar. */
    public String label(double value) {
        return switch (measure) {
            case MONEY -> Numbers.moneyShort(value, currency);
            case COUNT -> Numbers.axis(value);
            case SECONDS, SHARE -> exact(value);
        };
    }

    /** In a tooltip or table. */
    public String exact(double value) {
        return switch (measure) {
            case MONEY -> Numbers.money(value, currency);
            case SECONDS -> Numbers.seconds(value);
            case SHARE -> Numbers.percent(value);
            case COUNT -> Numbers.count(value);
        };
    }

    /** In a header: the unit in a few letters. */
    public String unit() {
        return switch (measure) {
            case MONEY -> currency;
            case SECONDS -> "s";
            case SHARE -> "%";
            case COUNT -> "";
        };
    }

    /** In a table: as shown, and rounded likewise for CSV. */
    public DataTable.Cell cell(double value) {
        return cell(value, exact(value));
    }

    /** The same, shown as {@code text}: a bound, say, where the number alone would say too much. */
    public DataTable.Cell cell(double value, String text) {
        if (!Double.isFinite(value)) {
            return new DataTable.Words("");
        }
        int decimals = switch (measure) {
            case MONEY -> Numbers.decimals(currency);
            case SECONDS -> 3;
            case SHARE -> 5;
            case COUNT -> 2;
        };
        return new DataTable.Figure(text, new BigDecimal(value).setScale(decimals, RoundingMode.HALF_UP));
    }
}
