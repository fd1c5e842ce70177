package app.steelyard.usage.figures;

import app.steelyard.plan.PriceRef;
import app.steelyard.pricing.Model;
import app.steelyard.pricing.PriceBook;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds the price of a model by the name that a source gives it.
 *
 * @param book all prices
 * @param mapped what people said a name is priced as; goes before everything else
 */
public record PricedModels(PriceBook book, Map<String, PriceRef> mapped) {
    /** The date of a snapshot, and a vendor's version of it behind that: {@code -2025-08-07}, {@code -20250929-v1:0}. */
    private static final Pattern DATE = Pattern.compile("(?<=.)[-@]\\d{4}-?\\d{2}-?\\d{2}(-v\\d+(:\\d+)?)?$");

    public PricedModels {
        mapped = Map.copyOf(mapped);
    }

    public static PricedModels of(PriceBook book) {
        return new PricedModels(book, Map.of());
    }

    /** The priced model of that name, with or without the date of its snapshot, or by its name in words; empty where there is none. */
    public Optional<PriceRef> find(String vendor, @Nullable String model) {
        if (model == null || model.isBlank()) {
            return Optional.empty();
        }
        PriceRef said = mapped.get(model);
        if (said != null) {
            return Optional.of(said).filter(r -> book.model(r).isPresent());
        }
        PriceRef exact = new PriceRef(vendor, model);
        return Optional.of(exact)
                .filter(r -> book.model(r).isPresent())
                .or(() -> Optional.of(new PriceRef(vendor, withoutDate(model)))
                        .filter(r -> book.model(r).isPresent()))
                // Bills name models as people do.
                .or(() -> book.models().stream()
                        .filter(m -> m.ref().vendor().equals(vendor) && m.name().equalsIgnoreCase(model))
                        .map(Model::ref)
                        .findFirst());
    }

    /** A model's id without the date of its snapshot. */
    public static String withoutDate(String model) {
        return DATE.matcher(model).replaceFirst("");
    }
}
