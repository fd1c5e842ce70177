package app.steelyard.fuzz;

import app.steelyard.app.prices.PriceEntry;
import app.steelyard.app.prices.PriceImport;
import app.steelyard.app.prices.PriceTable;
import app.steelyard.plan.PriceRef;
import app.steelyard.pricing.PriceBook;
import app.steelyard.pricing.catalogue.KeptPrices;
import app.steelyard.pricing.catalogue.Resolver;
import app.steelyard.pricing.kind.Modifiers;
import app.steelyard.pricing.profile.PriceBookLoader;
import app.steelyard.pricing.profile.ProfileValidation;
import app.steelyard.text.Problem;
import app.steelyard.text.Refusal;
import app.steelyard.tokens.TokenCounter;
import app.steelyard.usage.figures.PricedModels;
import app.steelyard.usage.row.RowProblem;
import app.steelyard.usage.row.Vendors;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Prices that others publish or people type, and the names of what is priced. */
final class PriceData {
    private static final LocalDate DAY = LocalDate.of(2026, 6, 1);
    private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);

    /** Read when first asked for, since it takes a second. */
    private static final class Book {
        private static final PriceBook ALL =
                PriceBookLoader.load(Path.of("target", "no-such-folder")).book();

        private static final Resolver RESOLVER = new Resolver(ALL);
    }

    private PriceData() {}

    private static String text(byte[] input) {
        return new String(input, StandardCharsets.UTF_8);
    }

    private static void said(List<Problem> problems) {
        problems.forEach(p -> Expect.said(p.reason()));
    }

    /** A vendor, a bar and what it calls a model; without a bar only that. */
    static void name(byte[] input) {
        String text = text(input);
        int bar = text.indexOf('|');
        String vendor = bar < 0 ? null : text.substring(0, bar);
        String model = text.substring(bar + 1);
        Book.RESOLVER.find(vendor, model);
        Resolver.maker(model);
        PricedModels.withoutDate(model);
        Vendors.without(Vendors.ofModel(model), model);
        Modifiers.of(vendor, model);
        if (!model.isBlank()) {
            TokenCounter.of(new PriceRef(Vendors.writing("openai", model).isBlank() ? "a" : "openai", model))
                    .counting();
        }
        try {
            Vendors.of("vendor", vendor, model);
        } catch (RowProblem e) {
            Expect.said(e.reason());
        }
    }

    static void table(byte[] input) {
        PriceTable table = PriceTable.of(text(input), Map.of(), MILLION, new PriceEntry(Book.ALL, DAY));
        said(table.problems());
        Expect.that(!table.rows().isEmpty() || !table.problems().isEmpty(), () -> "neither a price nor a problem");
    }

    static void kept(byte[] input) {
        KeptPrices kept = KeptPrices.read("a", text(input));
        said(kept.problems());
        KeptPrices again = KeptPrices.read("a", KeptPrices.write(kept.prices()));
        Expect.same(List.of(), again.problems());
        Expect.same(KeptPrices.write(kept.prices()), KeptPrices.write(again.prices()));
    }

    static void profile(byte[] input) throws IOException {
        ProfileValidation validation = ProfileValidation.of(GivenFile.of("vendor.json", input));
        said(validation.problems());
    }

    static void snapshot(byte[] input) throws IOException {
        try {
            PriceImport.of(List.of(GivenFile.of("openai.json", input)), DAY, Book.ALL);
        } catch (Refusal e) {
            said(e.problems());
        }
    }
}
