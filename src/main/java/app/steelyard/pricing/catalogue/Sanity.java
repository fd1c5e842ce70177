package app.steelyard.pricing.catalogue;

import app.steelyard.pricing.CacheWrite;
import app.steelyard.pricing.TokenPrices;
import app.steelyard.pricing.kind.KindPrices;
import app.steelyard.pricing.kind.TokenKind;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Known errors of public price data, each met there: a price of nothing for a model that is not free, reads and writes in
 * each other's place, a write that costs nothing where it is only not stated.
 */
final class Sanity {
    /** What a million tokens cost at most; beyond it a request's or a page's price stands in the field. */
    private static final BigDecimal MOST = BigDecimal.valueOf(700);

    private static final BigDecimal MOST_WRITE = new BigDecimal("2.6");

    /** So many times its input no model's output costs; beyond it a digit slipped. */
    private static final BigDecimal MOST_OUTPUT = BigDecimal.valueOf(25);

    /** Of a price, either side of the point. */
    private static final int MOST_PLACES = 100;

    private static final MathContext DIGITS = new MathContext(12);

    private Sanity() {}

    /**
     * What remains of prices as they were read.
     *
     * @param free whether the model is said to cost nothing
     * @return empty where there is no price of the input that can be meant
     */
    static Optional<TokenPrices> of(
            boolean free,
            @Nullable BigDecimal input,
            @Nullable BigDecimal read,
            List<CacheWrite> writes,
            @Nullable BigDecimal output,
            KindPrices kinds) {
        if (free) {
            return Optional.of(new TokenPrices(BigDecimal.ZERO, null, List.of(), BigDecimal.ZERO));
        }
        if (input == null
                || input.signum() <= 0
                || input.compareTo(MOST) > 0
                || output != null && output.compareTo(input.multiply(MOST_OUTPUT)) > 0) {
            return Optional.empty();
        }
        return Optional.of(new TokenPrices(
                input,
                read == null || read.signum() <= 0 || read.compareTo(input) > 0 ? null : read,
                writes.stream()
                        .filter(w ->
                                w.price().compareTo(input) >= 0 && w.price().compareTo(input.multiply(MOST_WRITE)) <= 0)
                        .toList(),
                output == null || output.signum() < 0 ? null : output,
                kinds));
    }

    /** A price as it stands; null where it is no number, or one with more places than a price has. */
    static @Nullable BigDecimal number(JsonNode at) {
        BigDecimal price = at.isNumber() ? at.decimalValue() : null;
        return price == null || Math.abs((long) price.scale()) > MOST_PLACES ? null : price.stripTrailingZeros();
    }

    /** A price of so many times as many tokens, without what binary numbers add behind the last digit. */
    static BigDecimal scaled(BigDecimal price, BigDecimal times) {
        return price.multiply(times).round(DIGITS).stripTrailingZeros();
    }

    /** A number of tokens, above none. */
    static @Nullable Long window(JsonNode at) {
        return at.isIntegralNumber() && at.canConvertToLong() && at.asLong() > 0 ? Long.valueOf(at.asLong()) : null;
    }

    /** Whether a reference can be made of them. */
    static boolean names(String vendor, String id) {
        return !vendor.isBlank() && !Channels.vendor(vendor).contains("/") && !id.isBlank();
    }

    /** What remains of prices of other kinds than text: those that can be meant. */
    static KindPrices of(Map<TokenKind, BigDecimal> own) {
        Map<TokenKind, BigDecimal> meant = new EnumMap<>(TokenKind.class);
        own.forEach((kind, price) -> {
            if (price.signum() > 0 && price.compareTo(MOST) <= 0) {
                meant.put(kind, price);
            }
        });
        return new KindPrices(meant, Set.of());
    }
}
