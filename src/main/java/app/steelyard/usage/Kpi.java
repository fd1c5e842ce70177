package app.steelyard.usage;

import java.math.BigDecimal;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * One indicator's value with what it was divided from.
 *
 * @param numerator null where the value is not known
 * @param denominator null where the value is not known
 * @param currency of a numerator in money, ISO 4217; else empty
 * @param note where it is not known, why not; else what to know of it, or empty
 */
public record Kpi(
        Indicator indicator,
        @Nullable BigDecimal numerator,
        @Nullable BigDecimal denominator,
        String currency,
        String note) {

    static Kpi of(Indicator indicator, long numerator, long denominator, String note) {
        return new Kpi(indicator, BigDecimal.valueOf(numerator), BigDecimal.valueOf(denominator), "", note);
    }

    static Kpi unknown(Indicator indicator, String reason) {
        return new Kpi(indicator, null, null, "", reason);
    }

    /** Numerator by denominator; empty where it is not known. */
    public OptionalDouble value() {
        return numerator == null || denominator == null || denominator.signum() == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(numerator.doubleValue() / denominator.doubleValue());
    }
}
