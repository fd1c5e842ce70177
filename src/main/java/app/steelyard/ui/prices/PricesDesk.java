package app.steelyard.ui.prices;

import app.steelyard.app.prices.OwnPrices;
import app.steelyard.app.prices.PriceEntry;
import app.steelyard.app.prices.PriceEntry.Added;
import app.steelyard.app.prices.PriceLine;
import app.steelyard.app.prices.PriceSearch;
import app.steelyard.document.PricesFolder;
import app.steelyard.plan.Plan;
import app.steelyard.pricing.PriceBook;
import app.steelyard.pricing.PriceMark;
import app.steelyard.pricing.catalogue.CacheWords;
import app.steelyard.pricing.catalogue.KeptPrices;
import app.steelyard.pricing.catalogue.Listed;
import app.steelyard.text.Refusal;
import app.steelyard.text.Texts;
import app.steelyard.ui.work.Surroundings;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** The prices in use, and where a person's own are kept; whoever shows them hears when they are others. */
final class PricesDesk {
    private static final Texts TEXTS = Texts.of(PricesDesk.class);

    private final Surroundings surroundings;
    private final PricesFolder folder;
    private final List<Runnable> changed = new ArrayList<>();

    PricesDesk(Surroundings surroundings) {
        this.surroundings = surroundings;
        this.folder = new PricesFolder(surroundings.settings().folder().resolve("prices"));
    }

    Surroundings surroundings() {
        return surroundings;
    }

    PriceBook book() {
        return surroundings.workspace().book();
    }

    Plan plan() {
        return surroundings.workspace().plan();
    }

    PricesFolder folder() {
        return folder;
    }

    OwnPrices own() {
        return new OwnPrices(folder);
    }

    PriceEntry entry() {
        return new PriceEntry(book(), LocalDate.now(surroundings.clock()));
    }

    /** The prices there would be with some of one's own. */
    PriceBook with(List<Added> added) {
        return book().with(book().overlay()
                .and(added.stream().map(a -> a.listed().laid(PriceMark.OWN)).toList()));
    }

    /** Every model; it takes a moment. */
    PriceSearch search() {
        return PriceSearch.of(book(), plan().inference());
    }

    /** Keeps prices of one's own, and returns what takes them back. */
    Runnable keep(List<Added> added) {
        List<Listed> before = new ArrayList<>();
        change(() -> {
            before.addAll(folder.own());
            own().add(added);
        });
        return () -> change(() -> folder.writeOwn(before));
    }

    /** Has a model's cache work as words say. */
    void cached(PriceLine line, String words) {
        line.quote()
                .ifPresent(q -> change(() -> own().cached(
                                line.ref(),
                                line.name(),
                                q.fact(),
                                CacheWords.read(words, KeptPrices.own("", LocalDate.now(surroundings.clock()))))));
    }

    void onChange(Runnable listener) {
        changed.add(listener);
    }

    /** Does what changes prices; everything is priced anew then. */
    void change(Runnable action) {
        try {
            action.run();
        } catch (Refusal e) {
            String why = String.valueOf(e.getMessage());
            surroundings.dialogs().error(TEXTS.get("prices.failed"), why, why);
        }
        PricesFolder.Read read = folder.read();
        surroundings.workspace().reprice(book().with(read.overlay()));
        changed.forEach(Runnable::run);
    }
}
