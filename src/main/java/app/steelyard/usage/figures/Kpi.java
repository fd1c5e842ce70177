package app.steelyard.usage.figures;

import app.steelyard.text.Numbers;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One indicator's value with what it was divided from.
 *
 * @param numerator null where the value is not known
 * @param denominator null where the value is not known
 * @param currency of a numerator in money, ISO 4217; else empty
 * @param note where it is not known, why not; else what to know of it, or empty
 * @param coverage the part of the usage that numerator and denominator are of
 */
public record Kpi(
        Indicator indicator,
        @Nullable BigDecimal numerator,
        @Nullable BigDecimal denominator,
        String currency,
        String note,
        Coverage coverage) {

    static Kpi of(Indicator indicator, long numerator, long denominator, Coverage coverage) {
        return new Kpi(indicator, BigDecimal.valueOf(numerator), BigDecimal.valueOf(denominator), "", "", coverage);
    }

    static Kpi unknown(Indicator indicator, String reason) {
        return new Kpi(indicator, null, null, "", reason, Coverage.WHOLE);
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
            case MONEY -> Numbers.unitPrice(rounded, currency);
        };
    }

    /** In what the denominator is counted: a share's whole is money where its part is; empty where it is no money. */
    public String currencyBelow() {
        return indicator.unit() == Indicator.Unit.SHARE ? currency : "";
    }
}
