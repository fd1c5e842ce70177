package app.steelyard.cli.prices;

import app.steelyard.cli.terminal.Console;
import app.steelyard.plan.PriceRef;
import app.steelyard.pricing.PriceBook;
import app.steelyard.pricing.catalogue.Resolution;
import app.steelyard.pricing.catalogue.Resolver;
import app.steelyard.text.Refusal;
import app.steelyard.text.Texts;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The model that an argument names, by whatever it is called. */
final class NamedModel {
    private static final Texts TEXTS = Console.TEXTS;

    private NamedModel() {}

    /** @throws Refusal if no price of it is known, with what may have been meant */
    static PriceRef of(@Nullable String vendor, String id, PriceBook book) {
        return switch (new Resolver(book).find(vendor, id)) {
            case Resolution.Found found -> found.ref();
            case Resolution.Free free -> throw new Refusal(TEXTS.get("prices.find.free", id));
            case Resolution.Sold sold -> throw new Refusal(TEXTS.get("prices.sold", id, names(sold.by())));
            case Resolution.Ask ask ->
                throw new Refusal(TEXTS.get("prices.find.ask." + ask.reason().name(), id));
            case Resolution.Unknown unknown -> throw new Refusal(unknown(id, book));
        };
    }

    /** That no price is known, and what may have been meant. */
    static String unknown(String id, PriceBook book) {
        List<PriceRef> alike = new Resolver(book).alike(id);
        return alike.isEmpty()
                ? TEXTS.get("prices.find.unknown", id)
                : TEXTS.get("prices.find.unknown.alike", id, names(alike), alike.getFirst());
    }

    private static String names(List<PriceRef> refs) {
        return refs.stream().map(PriceRef::toString).collect(Collectors.joining(", "));
    }
}
