package app.steelyard.app.prices;

import app.steelyard.document.PricesFolder;
import app.steelyard.pricing.Overlay.Laid;
import app.steelyard.pricing.PriceBook;
import app.steelyard.pricing.PriceMark;
import app.steelyard.pricing.catalogue.Difference;
import app.steelyard.pricing.catalogue.Difference.Row;
import app.steelyard.pricing.catalogue.Listed;
import app.steelyard.pricing.catalogue.PriceChange;
import app.steelyard.pricing.catalogue.Snapshot;
import app.steelyard.pricing.catalogue.Snapshots;
import app.steelyard.pricing.catalogue.Unlikely;
import app.steelyard.text.Refusal;
import app.steelyard.text.Texts;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Newer snapshots of public price data, held against the prices in use. Nothing changes before something is accepted.
 *
 * @param book the prices in use
 */
public record PriceImport(List<Snapshot> snapshots, Difference difference, PriceBook book) {
    private static final Texts TEXTS = Texts.of(PriceImport.class);

    /** Names whatever speaks for itself, for {@link #choose}. */
    public static final String ALL = "all";

    public PriceImport {
        snapshots = List.copyOf(snapshots);
    }

    /**
     * Reads files.
     *
     * @param day of all of them; null to take it from each
     * @throws Refusal if one cannot be read or is no price data
     */
    public static PriceImport of(List<Path> files, @Nullable LocalDate day, PriceBook book) {
        List<Snapshot> snapshots = files.stream()
                .map(f -> Snapshots.read(f, day == null ? SnapshotDay.of(f) : day))
                .toList();
        return new PriceImport(snapshots, Difference.of(snapshots, book), book);
    }

    /**
     * The rows that are named: by the id of each, or all that nothing speaks against.
     *
     * @throws Refusal if there is no such row with anything new
     */
    public List<Row> choose(List<String> named) {
        Set<Row> chosen = new LinkedHashSet<>();
        List<String> unknown = new ArrayList<>();
        for (String id : named) {
            List<Row> rows = id.equals(ALL)
                    ? difference.plain()
                    : difference.rows().stream()
                            .filter(r -> r.kind() != Difference.Kind.SAME
                                    && (r.id().equals(id)
                                            || r.listed().ref().toString().equals(id)))
                            .toList();
            if (rows.isEmpty() && !id.equals(ALL)) {
                unknown.add(id);
            }
            chosen.addAll(rows);
        }
        if (!unknown.isEmpty()) {
            throw new Refusal(TEXTS.get("import.accept.unknown", String.join(", ", unknown)));
        }
        return List.copyOf(chosen);
    }

    /** The prices of rows as they would be taken over. */
    public List<Listed> taken(List<Row> rows) {
        return rows.stream().map(r -> Difference.taken(r, book)).toList();
    }

    /** The prices in use as they would be with some rows taken over. */
    public PriceBook with(List<Row> rows) {
        List<Laid> laid =
                taken(rows).stream().map(l -> l.laid(PriceMark.CATALOGUE)).toList();
        return book.with(book.overlay().and(laid));
    }

    /** Keeps rows; nothing is written where there are none. */
    public void accept(List<Row> rows, PricesFolder folder) {
        if (!rows.isEmpty()) {
            folder.accept(taken(rows));
        }
    }

    /** What is unlikely of a row, as sentences. */
    public static List<String> unlikely(Row row) {
        return Stream.concat(
                        Unlikely.in(row.listed().card().prices()).stream(),
                        row.changes().stream()
                                .filter(c -> c.part() != PriceChange.PricePart.ABOVE)
                                .flatMap(c -> Unlikely.moved(c.was(), c.is()).stream()))
                .toList();
    }
}
