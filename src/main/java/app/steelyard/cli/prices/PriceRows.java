package app.steelyard.cli.prices;

import app.steelyard.cli.terminal.Console;
import app.steelyard.cli.terminal.TextTable;
import app.steelyard.pricing.CacheWrite;
import app.steelyard.pricing.Dated;
import app.steelyard.pricing.LongContext;
import app.steelyard.pricing.Quote;
import app.steelyard.pricing.RateCard;
import app.steelyard.pricing.Source;
import app.steelyard.pricing.TokenPrices;
import app.steelyard.text.Names;
import app.steelyard.text.Numbers;
import app.steelyard.text.Texts;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Prices of one model or service as rows of a table. */
final class PriceRows {
    private static final Texts TEXTS = Console.TEXTS;

    private final TextTable table = new TextTable(2);

    /** The table so far. */
    String text() {
        return table.text();
    }

    void rates(String title, Quote<RateCard> quote) {
        title(title);
        RateCard card = quote.fact();
        row("currency", card.currency());
        tokens(card.prices());
        LongContext longer = card.longContext();
        if (longer != null) {
            row("longContext", TEXTS.get("prices.above", count(longer.above()), word(longer.rule())));
            tokens(longer.prices());
        }
        row("promotional", card.promotional());
        row("note", card.note());
        dated(quote);
    }

    private void tokens(TokenPrices prices) {
        row("input", prices.input().toPlainString());
        row(
                "cachedRead",
                prices.cachedRead() == null ? null : prices.cachedRead().toPlainString());
        for (CacheWrite write : prices.cacheWrites()) {
            row("cacheWrite", write.price().toPlainString() + " (" + write.lifetime() + ")");
        }
        row("output", prices.output() == null ? null : prices.output().toPlainString());
    }

    void dated(Quote<? extends Dated> quote) {
        Dated fact = quote.fact();
        row(
                "valid",
                fact.validity().to() == null
                        ? TEXTS.get("prices.from", fact.validity().from())
                        : TEXTS.get(
                                "prices.fromTo",
                                fact.validity().from(),
                                fact.validity().to()));
        Source source = fact.source();
        row("source", TEXTS.get("prices.read", source.title(), source.read(), word(source.confidence())));
        row("url", source.url());
        row("marks", quote.marks().stream().sorted().map(PriceRows::word).collect(Collectors.joining(", ")));
    }

    static String count(long value) {
        return Numbers.count((double) value);
    }

    static String word(Enum<?> constant) {
        return Names.word(constant);
    }

    void title(String title) {
        table.row("");
        table.row(title);
    }

    /** Leaves out what is not stated. */
    void row(String key, @Nullable Object value) {
        if (value != null && !value.toString().isEmpty() && !value.equals(false)) {
            table.row(
                    "  " + TEXTS.get("prices." + key), value.equals(true) ? TEXTS.get("prices.yes") : value.toString());
        }
    }
}
