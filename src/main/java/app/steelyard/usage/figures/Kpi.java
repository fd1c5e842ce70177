package app.steelyard.usage.figures;

import app.steelyard.text.Currency;
import app.steelyard.text.Numbers;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.DoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One indicator's value with what it was divided from.
 *
 * @param numerator null where the value is not known
 * @param denominator null where the value is not known
 * @param currency of a numerator in money; else null
 * @param note where it is not known, why not; else what to know of it, or empty
 * @param coverage the part of the usage that numerator and denominator are of
 */
public record Kpi(
        Indicator indicator,
        @Nullable BigDecimal numerator,
        @Nullable BigDecimal denominator,
        @Nullable Currency currency,
        String note,
        Coverage coverage) {

    static Kpi of(Indicator indicator, long numerator, long denominator, Coverage coverage) {
        return new Kpi(indicator, BigDecimal.valueOf(numerator), BigDecimal.valueOf(denominator), null, "", coverage);
    }

    static Kpi unknown(Indicator indicator, String reason) {
        return new Kpi(indicator, null, null, null, reason, Coverage.WHOLE);
    }

    /** The note, and over which part of the usage it is known, where that is not all of it; may be empty. */
    public String remark() {
        return Stream.of(note, coverage.text()).filter(t -> !t.isEmpty()).collect(Collectors.joining(", "));
    }

    /** Numerator by denominator; empty where it is not known. */
    public OptionalDouble value() {
        return numerator == null || denominator == null || denominator.signum() == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(numerator.doubleValue() / denominator.doubleValue());
    }

    /** The value as people read it, to so many digits where it is no share; empty where it is not known. */
    public Optional<String> shown(MathContext digits) {
        return value().isEmpty() ? Optional.empty() : Optional.of(shown(value().getAsDouble(), digits));
    }

    private String shown(double value, MathContext digits) {
        double rounded = new BigDecimal(value).round(digits).doubleValue();
        return switch (indicator.unit()) {
            case SHARE -> Numbers.percent(value);
            case RATIO -> Numbers.value(rounded);
            case COUNT -> Numbers.count(rounded);
            case MONEY -> Objects.requireNonNull(currency).of(rounded).price();
        };
    }

    /** What was divided, as people read it: money in full, and a number as {@code count} writes it. */
    public String numerator(DoubleFunction<String> count) {
        return shown(numerator, currency, count);
    }

    /** What it was divided by; a share's whole is money where its part is. */
    public String denominator(DoubleFunction<String> count) {
        return shown(denominator, indicator.unit() == Indicator.Unit.SHARE ? currency : null, count);
    }

    private static String shown(@Nullable BigDecimal value, @Nullable Currency currency, DoubleFunction<String> count) {
        double number = value == null ? Double.NaN : value.doubleValue();
        return currency == null ? count.apply(number) : currency.of(number).full();
    }
}
