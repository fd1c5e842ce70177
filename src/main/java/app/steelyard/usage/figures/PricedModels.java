package app.steelyard.usage.figures;

import app.steelyard.plan.PriceRef;
import app.steelyard.pricing.PriceBook;
import app.steelyard.pricing.catalogue.Resolution;
import app.steelyard.pricing.catalogue.Resolver;
import app.steelyard.usage.row.Vendors;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds the price of a model by the name that a source gives it. */
public final class PricedModels {
    /** The date of a snapshot, and a vendor's version of it behind that: {@code -2025-08-07}, {@code -20250929-v1:0}. */
    private static final Pattern DATE = Pattern.compile("(?<=.)[-@]\\d{4}-?\\d{2}-?\\d{2}(-v\\d+(:\\d+)?)?$");

    private final PriceBook book;
    private final Map<String, PriceRef> mapped;
    private final Resolver resolver;

    /** Remembered, since each day of each model asks anew. */
    private final Map<Named, Optional<Sale>> found = new ConcurrentHashMap<>();

    /** Makers whose way of writing usage others have taken over, so that a row in it may be of another's model. */
    private static final Set<String> BORROWED = Set.of("openai", "anthropic", "google");

    /**
     * The price of what a source names.
     *
     * @param factor of all prices, as of a region that the name tells
     * @param tuned whether it has the prices of a model tuned on that one
     */
    public record Sale(PriceRef ref, BigDecimal factor, boolean tuned) {
        /** Whether it costs what is listed under the reference, and nothing else. */
        boolean isListed() {
            return !tuned && factor.compareTo(BigDecimal.ONE) == 0;
        }

        boolean isFree() {
            return factor.signum() == 0;
        }
    }

    /** As a source names it, which need not be a reference. */
    private record Named(String vendor, String model) {}

    /**
     * @param book all prices
     * @param mapped what people said a name is priced as; goes before everything else
     */
    public PricedModels(PriceBook book, Map<String, PriceRef> mapped) {
        this.book = book;
        this.mapped = Map.copyOf(mapped);
        this.resolver = new Resolver(book);
    }

    public static PricedModels of(PriceBook book) {
        return new PricedModels(book, Map.of());
    }

    public PriceBook book() {
        return book;
    }

    /** What people said a name is priced as. */
    public Map<String, PriceRef> mapped() {
        return mapped;
    }

    /** The priced model of that name; empty where none is found or where its price is another's multiple. */
    public Optional<PriceRef> find(String vendor, @Nullable String model) {
        return sale(vendor, model).filter(Sale::isListed).map(Sale::ref);
    }

    /** The price of what has that name, by whatever rule finds it; empty where none does. */
    public Optional<Sale> sale(String vendor, @Nullable String model) {
        if (model == null || model.isBlank()) {
            return Optional.empty();
        }
        PriceRef said = mapped.get(model);
        return said != null
                ? Optional.of(said).filter(r -> book.model(r).isPresent()).map(r -> new Sale(r, BigDecimal.ONE, false))
                : found.computeIfAbsent(new Named(vendor, model), this::resolved);
    }

    private Optional<Sale> resolved(Named named) {
        String vendor = named.vendor.equals(Vendors.UNKNOWN) ? null : named.vendor;
        Resolution found = resolver.find(vendor, named.model);
        if (found instanceof Resolution.Unknown && vendor != null && BORROWED.contains(vendor)) {
            found = resolver.find(null, named.model);
        }
        return switch (found) {
            case Resolution.Found f -> Optional.of(new Sale(f.ref(), f.factor(), f.tuned()));
            case Resolution.Free f ->
                Optional.of(new Sale(new PriceRef(named.vendor, named.model), BigDecimal.ZERO, false));
            case Resolution.Sold s -> Optional.empty();
            case Resolution.Ask a -> Optional.empty();
            case Resolution.Unknown u -> Optional.empty();
        };
    }

    /** A model's id without the date of its snapshot. */
    public static String withoutDate(String model) {
        return DATE.matcher(model).replaceFirst("");
    }
}
