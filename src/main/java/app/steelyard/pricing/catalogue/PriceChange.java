package app.steelyard.pricing.catalogue;

import app.steelyard.pricing.CacheWrite;
import app.steelyard.pricing.LongContext;
import app.steelyard.pricing.RateCard;
import app.steelyard.pricing.TokenPrices;
import app.steelyard.pricing.kind.TokenKind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What one list says otherwise than another about one part of a price. What the newer list does not state is no change.
 *
 * @param was null where it was not known
 */
public record PriceChange(PricePart part, @Nullable BigDecimal was, BigDecimal is) {

    /** Of what of a model's price. */
    public enum PricePart {
        INPUT,
        CACHED,
        WRITE,
        HOUR_WRITE,
        OUTPUT,
        /** From where on prompts are long. */
        ABOVE,
        LONG_INPUT,
        LONG_CACHED,
        LONG_OUTPUT,
        /** Of tokens that are not text. */
        OTHER_TOKENS
    }

    /** All that {@code newer} says otherwise than {@code older}; both in one currency. */
    static List<PriceChange> between(RateCard older, RateCard newer) {
        List<PriceChange> changes = new ArrayList<>();
        TokenPrices was = older.prices();
        TokenPrices is = newer.prices();
        add(changes, PricePart.INPUT, was.input(), is.input());
        add(changes, PricePart.CACHED, was.cachedRead(), is.cachedRead());
        // A write that is not stated is billed as input.
        add(changes, PricePart.WRITE, write(was) == null ? was.input() : write(was), write(is));
        BigDecimal hour = was.write(Catalogue.HOUR_WRITE).orElse(null);
        if (hour != null && was.cacheWrites().size() > 1) {
            add(
                    changes,
                    PricePart.HOUR_WRITE,
                    hour,
                    is.write(Catalogue.HOUR_WRITE).orElse(null));
        }
        add(changes, PricePart.OUTPUT, was.output(), is.output());
        LongContext long1 = older.longContext();
        LongContext long2 = newer.longContext();
        if (long2 != null) {
            add(
                    changes,
                    PricePart.ABOVE,
                    long1 == null ? null : BigDecimal.valueOf(long1.above()),
                    BigDecimal.valueOf(long2.above()));
            TokenPrices wasLong = long1 == null ? null : long1.prices();
            add(
                    changes,
                    PricePart.LONG_INPUT,
                    wasLong == null ? null : wasLong.input(),
                    long2.prices().input());
            add(
                    changes,
                    PricePart.LONG_CACHED,
                    wasLong == null ? null : wasLong.cachedRead(),
                    long2.prices().cachedRead());
            add(
                    changes,
                    PricePart.LONG_OUTPUT,
                    wasLong == null ? null : wasLong.output(),
                    long2.prices().output());
        }
        Stream.of(TokenKind.values())
                .flatMap(k -> was.of(k).stream()
                        .flatMap(w -> is.of(k).filter(i -> i.compareTo(w) != 0).stream()
                                .map(i -> new PriceChange(PricePart.OTHER_TOKENS, w, i))))
                .forEach(changes::add);
        return List.copyOf(changes);
    }

    /** Whether the one list says otherwise than the other of anything that both state. */
    static boolean contradict(RateCard one, RateCard other) {
        return one.currency().equals(other.currency())
                && between(one, other).stream().anyMatch(c -> c.was() != null);
    }

    private static @Nullable BigDecimal write(TokenPrices prices) {
        return prices.write(CacheWrite.USUAL)
                .or(() -> prices.cacheWrites().stream().map(CacheWrite::price).findFirst())
                .orElse(null);
    }

    private static void add(List<PriceChange> to, PricePart part, @Nullable BigDecimal was, @Nullable BigDecimal is) {
        // Public data writes a nothing where it knows nothing.
        if (is == null || is.signum() == 0 || was != null && was.signum() == 0) {
            return;
        }
        if (was == null || was.compareTo(is) != 0) {
            to.add(new PriceChange(part, was, is));
        }
    }
}
