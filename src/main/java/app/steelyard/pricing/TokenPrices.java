package app.steelyard.pricing;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Prices of the four kinds of tokens, in the rate card's currency per 1M tokens.
 *
 * @param input uncached input
 * @param cachedRead input read from the cache; null where the vendor gives no discount and bills plain input
 * @param cacheWrites input written to the cache, by lifetime; empty where a write is billed as plain input
 * @param output output, reasoning included; null where it is not known
 */
public record TokenPrices(
        BigDecimal input,
        @Nullable BigDecimal cachedRead,
        List<CacheWrite> cacheWrites,
        @Nullable BigDecimal output) {

    public TokenPrices {
        cacheWrites = List.copyOf(cacheWrites);
    }

    /** All of them so many times as high. */
    public TokenPrices times(BigDecimal factor) {
        return new TokenPrices(
                input.multiply(factor),
                cachedRead == null ? null : cachedRead.multiply(factor),
                cacheWrites.stream()
                        .map(w -> new CacheWrite(w.lifetime(), w.price().multiply(factor)))
                        .toList(),
                output == null ? null : output.multiply(factor));
    }

    /** The premium price of a write with this lifetime; empty where it is billed as plain input. */
    public Optional<BigDecimal> write(String lifetime) {
        return cacheWrites.stream()
                .filter(w -> w.lifetime().equals(lifetime))
                .map(CacheWrite::price)
                .findFirst();
    }
}
