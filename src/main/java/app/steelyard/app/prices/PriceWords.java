package app.steelyard.app.prices;

import app.steelyard.pricing.RateCard;
import app.steelyard.pricing.TokenPrices;
import app.steelyard.pricing.catalogue.Difference.Row;
import app.steelyard.pricing.catalogue.PriceChange;
import app.steelyard.text.Names;
import app.steelyard.text.Texts;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Prices as both faces write them, per million tokens and to the last digit. */
public final class PriceWords {
    private static final Texts TEXTS = Texts.of(PriceWords.class);
    private static final String NONE = "–";

    private PriceWords() {}

    /** @param price null where there is none, which is not 0 */
    public static String plain(@Nullable BigDecimal price) {
        return price == null ? NONE : price.toPlainString();
    }

    /** With its currency, as a table shows it. */
    public static String money(RateCard card, @Nullable BigDecimal price) {
        return price == null ? NONE : card.currency().of(price.doubleValue()).price();
    }

    /** Input, cache read and output. */
    public static List<String> each(RateCard card) {
        TokenPrices prices = card.prices();
        return Stream.of(prices.input(), prices.cachedRead(), prices.output())
                .map(PriceWords::plain)
                .toList();
    }

    /** The same as one text. */
    public static String all(RateCard card) {
        return String.join(" / ", each(card));
    }

    /** What newer data says otherwise, such as {@code input 10 → 9, output 30 → 28}; empty where it changes nothing. */
    public static String changes(Row row) {
        return row.changes().stream().map(PriceWords::change).collect(Collectors.joining(", "));
    }

    private static String change(PriceChange change) {
        BigDecimal was = change.was();
        return was == null
                ? TEXTS.get("prices.change.new", Names.of(change.part()), plain(change.is()))
                : TEXTS.get("prices.change", Names.of(change.part()), plain(was), plain(change.is()));
    }
}
