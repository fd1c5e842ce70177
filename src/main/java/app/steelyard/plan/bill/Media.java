package app.steelyard.plan.bill;

import org.jspecify.annotations.Nullable;

/**
 * Tokens of a request that are not text, on average; they come beside those of the items and of the answer. What is left out is 0.
 *
 * @param cachedShare the share of the input among them that is read from the cache, 0 to 1
 */
public record Media(
        @Nullable Double audioInput,
        @Nullable Double audioOutput,
        @Nullable Double imageInput,
        @Nullable Double imageOutput,
        @Nullable Double videoInput,
        @Nullable Double videoOutput,
        @Nullable Double cachedShare) {
    /** Text alone. */
    public static final Media NONE = new Media(null, null, null, null, null, null, null);
}
