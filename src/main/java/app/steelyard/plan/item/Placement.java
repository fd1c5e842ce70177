package app.steelyard.plan.item;

/** Where a context item is paid for. */
public enum Placement {
    /** In the cached prefix: cache reads and writes at the hit rate. */
    CACHED_PREFIX,
    /** In the prompt: uncached input on every request. */
    PLAIN_PROMPT,
    /** In the weights of a fine-tuned model: training, hosting and the tuned model's prices. */
    WEIGHTS,
    /** Retrieved per request: embedding, store, reranker, and the retrieved tokens as uncached input. */
    RETRIEVED
}
