package app.steelyard.pricing.catalogue;

import app.steelyard.plan.PriceRef;
import app.steelyard.pricing.Behind;
import app.steelyard.pricing.Model;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Every model that public price data knows, asked by reference or by any of its ids. Its prices were not checked by hand,
 * which a mark on each tells; of its models neither the rules of their caches nor tuning offers are known. Immutable.
 */
public final class Catalogue implements Behind {
    /** The first day of a price that is not known to have changed. */
    static final LocalDate ALWAYS = LocalDate.of(2020, 1, 1);

    static final String HOUR_WRITE = "1h";

    private static final String PACKAGED = "/app/steelyard/pricing/profiles/catalogue.csv";

    private final Map<PriceRef, List<Listed>> prices = new LinkedHashMap<>();
    private final Map<String, Set<PriceRef>> ids = new LinkedHashMap<>();
    private final Map<String, List<PriceRef>> vendors;

    /** Read when it is first asked for: most plans need no model of it. */
    private static final class Shipped {
        static final Catalogue IT = new Catalogue(read());

        private static List<Listed> read() {
            try (InputStream in = Catalogue.class.getResourceAsStream(PACKAGED)) {
                if (in == null) {
                    throw new IllegalStateException("not packaged: " + PACKAGED);
                }
                return CatalogueCsv.read(new InputStreamReader(in, StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    public Catalogue(List<Listed> listed) {
        for (Listed one : listed) {
            prices.computeIfAbsent(one.ref(), r -> new ArrayList<>()).add(one);
            index(one.ref().id(), one.ref());
            one.aliases().forEach(a -> index(a, one.ref()));
        }
        vendors = prices.keySet().stream()
                .collect(Collectors.groupingBy(PriceRef::vendor, Collectors.toUnmodifiableList()));
    }

    private void index(String id, PriceRef ref) {
        ids.computeIfAbsent(id.toLowerCase(Locale.ROOT), i -> new LinkedHashSet<>())
                .add(ref);
    }

    /** The one that comes with the program. */
    public static Catalogue shipped() {
        return Shipped.IT;
    }

    /** The same, read when it is first asked. */
    public static Behind later() {
        return new Later();
    }

    private static final class Later implements Behind {
        @Override
        public Optional<Model> model(PriceRef ref) {
            return shipped().model(ref);
        }

        @Override
        public List<PriceRef> called(String id) {
            return shipped().called(id);
        }

        @Override
        public List<PriceRef> of(String vendor) {
            return shipped().of(vendor);
        }

        @Override
        public List<PriceRef> all() {
            return shipped().all();
        }
    }

    @Override
    public Optional<Model> model(PriceRef ref) {
        return Optional.ofNullable(prices.get(ref))
                .map(l -> new Model(
                        ref,
                        l.get(0).name(),
                        l.get(0).contextWindow(),
                        l.stream().map(Listed::card).toList(),
                        List.of(),
                        List.of(),
                        null,
                        null,
                        ""));
    }

    @Override
    public List<PriceRef> called(String id) {
        return List.copyOf(ids.getOrDefault(id.toLowerCase(Locale.ROOT), Set.of()));
    }

    @Override
    public List<PriceRef> of(String vendor) {
        return vendors.getOrDefault(vendor, List.of());
    }

    @Override
    public List<PriceRef> all() {
        return List.copyOf(prices.keySet());
    }

    /** How many models it has. */
    public int size() {
        return prices.size();
    }
}
