package app.steelyard.pricing.catalogue;

import app.steelyard.pricing.Overlay.Laid;
import app.steelyard.pricing.PriceMark;
import app.steelyard.pricing.Source;
import app.steelyard.text.Problem;
import java.time.LocalDate;
import java.util.List;

/**
 * Prices that a person keeps in a table of their own.
 *
 * @param problems of rows that make no sense and were left out
 */
public record KeptPrices(List<Listed> prices, List<Problem> problems) {
    public static final KeptPrices NONE = new KeptPrices(List.of(), List.of());

    /** The first day of a price that is not known to have changed. */
    public static final LocalDate ALWAYS = Catalogue.ALWAYS;

    public KeptPrices {
        prices = List.copyOf(prices);
        problems = List.copyOf(problems);
    }

    /** Reads them, row by row. */
    public static KeptPrices read(String file, String text) {
        return CatalogueCsv.readKept(file, text);
    }

    /** The table that is kept. */
    public static String write(List<Listed> prices) {
        return CatalogueCsv.writeKept(prices);
    }

    /** What a person says, and where they have it from. */
    public static Source own(String title, LocalDate day) {
        return CatalogueCsv.own(title, day);
    }

    /** To be laid over what is known. */
    public List<Laid> laid(PriceMark mark) {
        return prices.stream().map(l -> l.laid(mark)).toList();
    }
}
