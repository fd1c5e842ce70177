package app.steelyard.chart;

import app.steelyard.text.Currency;
import app.steelyard.text.Money;
import app.steelyard.text.Numbers;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a chart's values count, and so how they are written.
 *
 * @param currency of money; null of anything else
 */
public record Scale(Measure measure, @Nullable Currency currency) {
    public static final Scale SECONDS = new Scale(Measure.SECONDS, null);
    /** Fractions, written as per cent. */
    public static final Scale SHARE = new Scale(Measure.SHARE, null);

    public static final Scale COUNT = new Scale(Measure.COUNT, null);

    /** What is counted. */
    public enum Measure {
        MONEY,
        SECONDS,
        SHARE,
        COUNT
    }

    public static Scale money(Currency currency) {
        return new Scale(Measure.MONEY, currency);
    }

    /** On an axis. */
    public String tick(double value) {
        return switch (measure) {
            case MONEY -> money(value).axis();
            case SECONDS -> Numbers.count(value) + " s";
            case SHARE -> Numbers.percentExact(value);
            case COUNT -> Numbers.axis(value);
        };
    }

    /** Beside a bar. */
    public String label(double value) {
        return switch (measure) {
            case MONEY -> money(value).inShort();
            case COUNT -> Numbers.axis(value);
            case SECONDS, SHARE -> exact(value);
        };
    }

    /** In a tooltip or table. */
    public String exact(double value) {
        return switch (measure) {
            case MONEY -> money(value).full();
            case SECONDS -> Numbers.seconds(value);
            case SHARE -> Numbers.percent(value);
            case COUNT -> Numbers.count(value);
        };
    }

    /** In a header: the unit in a few letters. */
    public String unit() {
        return switch (measure) {
            case MONEY -> Objects.requireNonNull(currency).code();
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
            case MONEY -> money(value).currency().decimals();
            case SECONDS -> 3;
            case SHARE -> 5;
            case COUNT -> 2;
        };
        return new DataTable.Figure(text, new BigDecimal(value).setScale(decimals, RoundingMode.HALF_UP));
    }

    private Money money(double value) {
        return Objects.requireNonNull(currency).of(value);
    }
}
