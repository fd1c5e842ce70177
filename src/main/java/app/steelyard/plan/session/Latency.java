package app.steelyard.plan.session;

/**
 * The shape of the time to first token, to be calibrated from logs.
 *
 * @param baseSeconds time before any prompt token is read, in seconds
 * @param secondsPer1kUncached seconds per 1,000 uncached prompt tokens
 * @param cacheLookupSeconds extra seconds once a cached prefix is read
 * @param secondsPer1kCached seconds per 1,000 tokens read from the cache
 * @param retrievalSeconds search, and reranking if any, in seconds
 */
public record Latency(
        double baseSeconds,
        double secondsPer1kUncached,
        double cacheLookupSeconds,
        double secondsPer1kCached,
        double retrievalSeconds) {

    /**
     * From two published measurements with 10k and 100k cached tokens (Anthropic, "Prompt caching with Claude", August
     * 2024): 1.6 s and 11.5 s uncached, 1.1 s and 2.4 s cached. Good for the shape only.
     */
    public static final Latency PUBLISHED_SHAPE = new Latency(0.5, 0.11, 0.46, 0.0144, 0.2);
}
