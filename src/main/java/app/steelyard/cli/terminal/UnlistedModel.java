package app.steelyard.cli.terminal;

import app.steelyard.plan.PriceRef;
import app.steelyard.pricing.Model;
import app.steelyard.pricing.PriceBook;
import app.steelyard.pricing.Unlisted;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** Says that a model is not listed, in every command with the same words. */
public final class UnlistedModel {
    private static final int SHOWN = 8;

    private UnlistedModel() {}

    /** That a model is not listed, what may have been meant, and some of those that are, its vendor's first. */
    public static String message(PriceRef model, PriceBook book) {
        List<PriceRef> alike = Unlisted.model(model, book).alike();
        String shown = book.models().stream()
                .map(Model::ref)
                .sorted(Comparator.comparing(r -> !r.vendor().equals(model.vendor())))
                .limit(SHOWN)
                .map(PriceRef::toString)
                .collect(Collectors.joining(", "));
        return Console.TEXTS.get(
                alike.isEmpty() ? "model.unknown" : "model.unknown.alike",
                model,
                alike.stream().map(PriceRef::toString).collect(Collectors.joining(", ")),
                shown,
                Math.max(0, book.models().size() - SHOWN));
    }
}
