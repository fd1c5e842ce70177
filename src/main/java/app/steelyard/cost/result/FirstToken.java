package app.steelyard.cost.result;

/**
 * Time to first token in seconds, as a shape to be calibrated.
 *
 * @param uncached when the cache misses, or nothing is cached
 * @param cached when the whole cached prefix hits; as {@code uncached} where nothing is cached
 * @param expected the two weighted with the hit rate
 */
public record FirstToken(double uncached, double cached, double expected) {}
