package app.steelyard.pricing;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A half-open span of days: from the first, to but without the second.
 *
 * @param to the first day no longer in it, or null while no end is known
 */
public record Validity(LocalDate from, @Nullable LocalDate to) {

    public Validity {
        if (to != null && !to.isAfter(from)) {
            throw new IllegalArgumentException("validTo " + to + " is not after validFrom " + from);
        }
    }

    public boolean contains(LocalDate day) {
        return !day.isBefore(from) && (to == null || day.isBefore(to));
    }
}
