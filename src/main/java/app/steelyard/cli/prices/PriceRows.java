package app.steelyard.cli.prices;

import app.steelyard.cli.terminal.Console;
import app.steelyard.cli.terminal.TextTable;
import app.steelyard.plan.PriceRef;
import app.steelyard.pricing.CacheWrite;
import app.steelyard.pricing.Dated;
import app.steelyard.pricing.FeePrice;
import app.steelyard.pricing.LongContext;
import app.steelyard.pricing.PriceBook;
import app.steelyard.pricing.Quote;
import app.steelyard.pricing.RateCard;
import app.steelyard.pricing.Service;
import app.steelyard.pricing.ServicePrice;
import app.steelyard.pricing.Source;
import app.steelyard.pricing.Surcharge;
import app.steelyard.pricing.TokenPrices;
import app.steelyard.text.Names;
import app.steelyard.text.Numbers;
import app.steelyard.text.Texts;
import java.time.LocalDate;
import java.util.Map;
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
        prices.kinds().own().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(k -> named(word(k.getKey()), k.getValue().toPlainString()));
        row(
                "asText",
                prices.kinds().asText().stream().sorted().map(PriceRows::word).collect(Collectors.joining(", ")));
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

    /** Of ways of serving and what is billed beside tokens, all of a day. */
    void beside(PriceBook book, PriceRef ref, LocalDate day) {
        for (Quote<Surcharge> quote : book.surcharges(ref, day)) {
            Surcharge s = quote.fact();
            title(
                    s.place().isEmpty()
                            ? TEXTS.get("prices.surcharge", word(s.modifier()))
                            : TEXTS.get("prices.surcharge.place", s.place()));
            row("factor", s.factor().toPlainString());
            row("note", s.note());
            dated(quote);
        }
        for (Quote<FeePrice> quote : book.fees(ref, day)) {
            FeePrice f = quote.fact();
            title(TEXTS.get("prices.fee", word(f.fee())));
            row(
                    "price",
                    TEXTS.get(
                            "prices.fee.per",
                            f.price().currency(),
                            f.price().value().toPlainString(),
                            word(f.per())));
            row("freeEachMonth", f.freeEachMonth() == 0 ? null : count(f.freeEachMonth()));
            row("note", f.note());
            dated(quote);
        }
    }

    /** What a service costs on a day. */
    void service(Service service, PriceBook book, LocalDate day) {
        title(service.name() + " (" + service.ref() + ")");
        row("type", word(service.type()));
        book.servicePrice(service.ref(), day).ifPresent(q -> {
            ServicePrice price = q.fact();
            row("price", price.price().currency() + " " + price.price().value().toPlainString());
            row("promotional", price.promotional());
            row("note", price.note());
            dated(q);
        });
    }

    private void named(String label, String value) {
        table.row("  " + label, value);
    }

    /** Leaves out what is not stated. */
    void row(String key, @Nullable Object value) {
        if (value != null && !value.toString().isEmpty() && !value.equals(false)) {
            table.row(
                    "  " + TEXTS.get("prices." + key), value.equals(true) ? TEXTS.get("prices.yes") : value.toString());
        }
    }
}
