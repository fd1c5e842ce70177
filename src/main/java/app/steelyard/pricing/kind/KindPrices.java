package app.steelyard.pricing.kind;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What tokens of other kinds than text cost, per 1M tokens. A kind that is neither listed nor priced as text has no known
 * price, whatever text costs.
 *
 * @param own prices of their own
 * @param asText what is priced as text is
 */
public record KindPrices(Map<TokenKind, BigDecimal> own, Set<Modality> asText) {
    /** Nothing is known but text. */
    public static final KindPrices NONE = new KindPrices(Map.of(), Set.of());

    public KindPrices {
        own = Map.copyOf(own);
        asText = Set.copyOf(asText);
    }

    public KindPrices times(BigDecimal factor) {
        Map<TokenKind, BigDecimal> all = new EnumMap<>(TokenKind.class);
        own.forEach((kind, price) -> all.put(kind, price.multiply(factor)));
        return new KindPrices(all, asText);
    }

    /** The own price of a kind; null where there is none. */
    public @Nullable BigDecimal of(TokenKind kind) {
        return own.get(kind);
    }
}
