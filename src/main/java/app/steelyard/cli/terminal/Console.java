package app.steelyard.cli.terminal;

import app.steelyard.plan.Plan;
import app.steelyard.pricing.PriceBook;
import app.steelyard.pricing.catalogue.Unlisted;
import app.steelyard.pricing.profile.PriceBookLoader;
import app.steelyard.text.Texts;
import java.io.PrintStream;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Where a command prints, and the prices it uses, loaded when first asked for. */
public final class Console {
    public static final Texts TEXTS = Texts.of(Console.class);

    private final PrintStream out;
    private final PrintStream err;
    private final PrintStream progress;
    private final Supplier<PriceBookLoader.Loaded> prices;
    private final boolean terminal;
    private @Nullable PriceBook book;

    /** @param terminal whether {@code err} is a terminal, on which progress can be shown */
    public Console(PrintStream out, PrintStream err, Supplier<PriceBookLoader.Loaded> prices, boolean terminal) {
        this.terminal = terminal;
        this.out = new VisibleStream(out);
        this.err = new VisibleStream(err);
        this.progress = err;
        this.prices = prices;
    }

    public PrintStream out() {
        return out;
    }

    public PrintStream err() {
        return err;
    }

    /** Where progress is shown, with the signs that take it away again. */
    public PrintStream progress() {
        return progress;
    }

    public boolean terminal() {
        return terminal;
    }

    /** The price book; what is wrong with the user's own profiles is told the first time. */
    public PriceBook book() {
        if (book == null) {
            PriceBookLoader.Loaded loaded = load();
            loaded.problems().forEach(p -> err.println(p));
            if (!loaded.problems().isEmpty()) {
                err.println(TEXTS.get("profiles.leftOut"));
            }
            book = loaded.book();
        }
        return book;
    }

    /** The price book; what {@code plan} names and no profile lists is told at once, with what may have been meant. */
    public PriceBook book(Plan plan) {
        tellUnlisted(plan);
        return book();
    }

    /** Tells what {@code plan} names and no profile lists. */
    public void tellUnlisted(Plan plan) {
        Unlisted.in(plan, book()).forEach(u -> err.println(u.text()));
    }

    /** The prices anew, for whoever tells of the problems themselves. */
    public PriceBookLoader.Loaded load() {
        return prices.get();
    }
}
