package app.steelyard.pricing;

/**
 * Dearer prices for long prompts.
 *
 * @param above input tokens of one request, cached ones included; the tier starts with the first token beyond
 */
public record LongContext(long above, Rule rule, TokenPrices prices) {

    /** What a prompt beyond the limit makes dearer. */
    public enum Rule {
        /** The whole request, output included. */
        WHOLE_REQUEST,
        /** Only the input tokens beyond the limit. */
        MARGINAL
    }
}
