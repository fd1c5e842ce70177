package app.steelyard.cost.result;

import app.steelyard.pricing.CacheLifetime;
import app.steelyard.pricing.CachePolicy;
import app.steelyard.pricing.Quote;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the prompt cache does in one architecture.
 *
 * @param policy the rules applied; null where nothing is cached or the vendor has no cache
 * @param lifetime the lifetime applied; null likewise
 * @param measured whether the hit rate was measured rather than derived
 * @param readDelay seconds until what was written can be read
 * @param effectiveness what the vendor's cache finds of what it should find, 0 to 1
 * @param parts the cached items, in the order of the prompt
 * @param hitRate token-weighted over all cached items; NaN where nothing is cached
 * @param breakEven the hit rate from which caching costs less than plain input; NaN where it never does
 */
public record Caches(
        @Nullable Quote<CachePolicy> policy,
        @Nullable CacheLifetime lifetime,
        boolean measured,
        double readDelay,
        double effectiveness,
        List<CachedPart> parts,
        double hitRate,
        double breakEven) {

    public Caches {
        parts = List.copyOf(parts);
    }

    /** Tokens in the cached prefix. */
    public double cachedTokens() {
        return parts.stream().mapToDouble(CachedPart::cachedTokens).sum();
    }
}
