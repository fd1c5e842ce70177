package app.steelyard.pricing;

import app.steelyard.plan.PriceRef;
import java.util.List;

/** Something retrieval needs beside the model, at one vendor. */
public record Service(PriceRef ref, String name, Type type, List<ServicePrice> prices) {

    /** What it does, and the unit its price is for. */
    public enum Type {
        /** Embedding, per 1M tokens. */
        EMBEDDING,
        /** Reranking, per 1,000 queries. */
        RERANK,
        /** Managed search, per 1,000 queries. */
        SEARCH,
        /** A vector store, per month. */
        STORE
    }

    public Service {
        prices = List.copyOf(prices);
    }
}
