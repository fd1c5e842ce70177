package app.steelyard.plan;

import org.jspecify.annotations.Nullable;

/**
 * How wrong what is derived may be.
 *
 * @param hitRate added to every derived hit rate, −1 to 1; 0 but in trials
 * @param hitRateError half of the span that holds the truth of a derived hit rate in 80 of 100 systems, 0 to 0.5; 0 for
 *     none, null for what is known of the derivation
 */
public record ModelError(double hitRate, @Nullable Double hitRateError) {
    public static final ModelError KNOWN = new ModelError(0, null);
}
