package app.steelyard.pricing;

import app.steelyard.pricing.kind.KindPrices;
import app.steelyard.pricing.kind.Modality;
import app.steelyard.pricing.kind.TokenKind;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Prices of tokens, in the rate card's currency per 1M tokens.
 *
 * @param input uncached input
 * @param cachedRead input read from the cache; null where the vendor gives no discount and bills plain input
 * @param cacheWrites input written to the cache, by lifetime; empty where a write is billed as plain input
 * @param output output, reasoning included; null where it is not known
 * @param kinds of tokens that are not text
 */
public record TokenPrices(
        BigDecimal input,
        @Nullable BigDecimal cachedRead,
        List<CacheWrite> cacheWrites,
        @Nullable BigDecimal output,
        KindPrices kinds) {

    public TokenPrices {
        cacheWrites = List.copyOf(cacheWrites);
    }

    /** Of text alone. */
    public TokenPrices(
            BigDecimal input,
            @Nullable BigDecimal cachedRead,
            List<CacheWrite> cacheWrites,
            @Nullable BigDecimal output) {
        this(input, cachedRead, cacheWrites, output, KindPrices.NONE);
    }

    /** All of them so many times as high. */
    public TokenPrices times(BigDecimal factor) {
        return new TokenPrices(
                times(input, factor),
                cachedRead == null ? null : times(cachedRead, factor),
                cacheWrites.stream()
                        .map(w -> new CacheWrite(w.lifetime(), times(w.price(), factor)))
                        .toList(),
                output == null ? null : times(output, factor),
                kinds.times(factor));
    }

    /** The same with what becomes of each price of a write. */
    TokenPrices withWrites(UnaryOperator<CacheWrite> change) {
        return new TokenPrices(
                input, cachedRead, cacheWrites.stream().map(change).toList(), output, kinds);
    }

    /** The same where some kinds that have no price of their own cost what text does. */
    TokenPrices asText(Set<Modality> more) {
        Set<Modality> all = EnumSet.noneOf(Modality.class);
        all.addAll(kinds.asText());
        all.addAll(more);
        return new TokenPrices(input, cachedRead, cacheWrites, output, new KindPrices(kinds.own(), all));
    }

    private static BigDecimal times(BigDecimal price, BigDecimal factor) {
        return price.multiply(factor).stripTrailingZeros();
    }

    /** The premium price of a write with this lifetime; empty where it is billed as plain input. */
    public Optional<BigDecimal> write(String lifetime) {
        return cacheWrites.stream()
                .filter(w -> w.lifetime().equals(lifetime))
                .map(CacheWrite::price)
                .findFirst();
    }

    /** The price of tokens that are not text; empty where it is not known. */
    public Optional<BigDecimal> of(TokenKind kind) {
        BigDecimal own = kinds.of(kind);
        // Where no read is cheaper, what is read is billed as plain input, whatever it is.
        return own == null && kind.flow() == TokenKind.Flow.CACHED_INPUT && cachedRead == null
                ? of(TokenKind.of(kind.modality(), TokenKind.Flow.INPUT))
                : Optional.ofNullable(
                        own == null && kinds.asText().contains(kind.modality()) ? text(kind.flow()) : own);
    }

    private @Nullable BigDecimal text(TokenKind.Flow flow) {
        return switch (flow) {
            case INPUT -> input;
            case CACHED_INPUT -> cachedRead;
            case OUTPUT -> output;
        };
    }
}
