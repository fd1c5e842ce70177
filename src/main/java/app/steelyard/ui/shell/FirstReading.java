package app.steelyard.ui.shell;

import app.steelyard.app.plan.Example;
import app.steelyard.app.plan.PricesInForce;
import app.steelyard.document.Samples;
import app.steelyard.pricing.PriceBook;
import app.steelyard.pricing.profile.PriceBookLoader;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;

/** Reads the prices and the examples beside the window, whose first picture needs neither. */
final class FirstReading {
    private final AtomicBoolean begun = new AtomicBoolean();
    private final CompletableFuture<PriceBookLoader.Loaded> prices = new CompletableFuture<>();
    private final CompletableFuture<List<Example>> examples = prices.thenApply(p -> Example.all(p.book()));

    /** Begins, if it has not begun yet. */
    void begin() {
        if (begun.compareAndSet(false, true)) {
            start("steelyard-reading", this::read);
            // Whoever needs one before it is there waits for it.
            start("steelyard-samples", () -> Samples.IDS.forEach(Samples::plan));
        }
    }

    private static void start(String name, Runnable work) {
        Thread.ofPlatform().daemon().name(name).start(work);
    }

    private void read() {
        try {
            prices.complete(PricesInForce.load());
        } catch (Exception | Error e) {
            prices.completeExceptionally(e);
        }
    }

    /** The prices; they are waited for. */
    PriceBook book() {
        return prices().book();
    }

    /** The prices and what had to be left out of them; they are waited for. */
    PriceBookLoader.Loaded prices() {
        begin();
        return prices.join();
    }

    /** The examples with their answers, once they are there. */
    CompletableFuture<List<Example>> examples() {
        return examples;
    }
}
