package app.steelyard.plan.bill;

import org.jspecify.annotations.Nullable;

/**
 * What is paid by its use, beside tokens, on average. What is left out is not used; a price that is left out is the price book's.
 *
 * @param webSearches a request
 * @param groundings searches that ground an answer, a request
 * @param fileSearches a request
 * @param toolCalls calls of others' tools a request, which no vendor of models lists
 * @param codeSessions a session: sessions or hours in which the vendor runs code, as it bills them
 * @param containers that the vendor keeps, a session
 * @param webSearchPrice for 1,000, in the plan's currency, as the three that follow
 * @param codeSessionPrice for one, as the one that follows
 */
public record Fees(
        @Nullable Double webSearches,
        @Nullable Double groundings,
        @Nullable Double fileSearches,
        @Nullable Double toolCalls,
        @Nullable Double codeSessions,
        @Nullable Double containers,
        @Nullable Double webSearchPrice,
        @Nullable Double groundingPrice,
        @Nullable Double fileSearchPrice,
        @Nullable Double toolCallPrice,
        @Nullable Double codeSessionPrice,
        @Nullable Double containerPrice) {
    /** Tokens alone. */
    public static final Fees NONE = new Fees(null, null, null, null, null, null, null, null, null, null, null, null);
}
