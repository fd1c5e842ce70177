package app.steelyard.plan.bill;

import org.jspecify.annotations.Nullable;

/**
 * Shares of the requests that are served in another way than the rest, each 0 to 1 and 1 at most together. What is left out is 0.
 *
 * @param batch asynchronously, within 24 hours
 * @param flex at lower priority
 * @param priority before others
 * @param fast in the vendor's fast mode
 * @param peak in the vendor's dear hours, where it has them
 * @param regional in {@code region} only
 * @param region or country, as price profiles call it, such as {@code eu}; null where none is chosen
 */
public record Served(
        @Nullable Double batch,
        @Nullable Double flex,
        @Nullable Double priority,
        @Nullable Double fast,
        @Nullable Double peak,
        @Nullable Double regional,
        @Nullable String region) {
    /** All in one way. */
    public static final Served ALIKE = new Served(null, null, null, null, null, null, null);

    public Served withRegion(@Nullable String value) {
        return new Served(batch, flex, priority, fast, peak, regional, value);
    }
}
