package app.steelyard.plan;

import org.jspecify.annotations.Nullable;

/**
 * What retrieval takes.
 *
 * @param embedding the embedding service; null while none is chosen, which leaves retrieval unpriced
 * @param reranker the reranker, or null for none
 * @param store the vector store, or null for one that costs nothing extra
 * @param retrievedTokens tokens put into the prompt per request, at most the size of what is retrieved from
 * @param reembeddedShare share of an item that is embedded again at each change, 0 to 1
 * @param engineeringWeeks work to introduce retrieval, in weeks
 */
public record Retrieval(
        @Nullable PriceRef embedding,
        @Nullable PriceRef reranker,
        @Nullable PriceRef store,
        double retrievedTokens,
        double reembeddedShare,
        double engineeringWeeks) {}
