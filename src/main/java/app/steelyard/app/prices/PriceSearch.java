package app.steelyard.app.prices;

import app.steelyard.plan.Inference;
import app.steelyard.plan.PriceRef;
import app.steelyard.pricing.PriceBook;
import app.steelyard.pricing.catalogue.Resolution;
import app.steelyard.pricing.catalogue.Resolver;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * All models there are, searched by any parts of vendor, id and name, or by whatever a log calls a model.
 *
 * @param lines those that were checked by hand first, then one's own, then the catalogue
 */
public record PriceSearch(PriceBook book, List<PriceLine> lines) {
    public PriceSearch {
        lines = List.copyOf(lines);
    }

    /** At the tier and on the day of a plan. */
    public static PriceSearch of(PriceBook book, Inference inference) {
        return new PriceSearch(
                book,
                book.all().stream()
                        .map(r -> PriceLine.of(r, inference, book))
                        .sorted(Comparator.comparing(PriceLine::isExample))
                        .toList());
    }

    /** Those that have all words; the one that is named whole, and those whose id begins with the first of them, come first. */
    public List<PriceLine> find(String typed) {
        List<String> words = Stream.of(typed.strip().toLowerCase(Locale.ROOT).split("\\s+", -1))
                .filter(w -> !w.isEmpty())
                .toList();
        if (words.isEmpty()) {
            return lines;
        }
        List<PriceLine> found = lines.stream()
                .filter(l -> l.has(words))
                .sorted(Comparator.comparing(
                                (PriceLine l) -> !l.ref().toString().equalsIgnoreCase(typed.strip()))
                        .thenComparing(
                                l -> !l.ref().id().toLowerCase(Locale.ROOT).startsWith(words.getFirst())))
                .toList();
        return found.isEmpty() ? resolved(typed) : found;
    }

    /** As a log calls it. */
    private List<PriceLine> resolved(String typed) {
        return new Resolver(book).find(null, typed) instanceof Resolution.Found f
                ? lines.stream().filter(l -> l.ref().equals(f.ref())).toList()
                : List.of();
    }

    /** What may have been meant where nothing is found. */
    public List<PriceRef> alike(String typed) {
        return new Resolver(book).alike(typed.strip());
    }

    /** The line of a model. */
    public Optional<PriceLine> line(PriceRef ref) {
        return lines.stream().filter(l -> l.ref().equals(ref)).findFirst();
    }
}
