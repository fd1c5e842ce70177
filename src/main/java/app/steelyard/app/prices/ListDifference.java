package app.steelyard.app.prices;

import app.steelyard.plan.PriceRef;
import app.steelyard.pricing.PriceBook;
import app.steelyard.pricing.catalogue.Catalogue;
import app.steelyard.pricing.catalogue.Difference;
import app.steelyard.pricing.catalogue.Snapshot;
import app.steelyard.pricing.catalogue.Snapshots;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What a newer list of prices says otherwise than an older one.
 *
 * @param gone models of the older list that the newer does not have
 */
public record ListDifference(Difference difference, List<PriceRef> gone) {
    public ListDifference {
        gone = List.copyOf(gone);
    }

    /** Between two files. */
    public static ListDifference of(Path older, Path newer) {
        Snapshot was = Snapshots.read(older, SnapshotDay.of(older));
        Catalogue known = new Catalogue(was.prices());
        return of(new PriceBook(List.of(), List.of(), known), known.all(), newer);
    }

    /** Between the prices in use and a file; what the file does not speak of is not gone. */
    public static ListDifference of(PriceBook book, Path newer) {
        return of(book, List.of(), newer);
    }

    private static ListDifference of(PriceBook book, List<PriceRef> known, Path newer) {
        Snapshot is = Snapshots.read(newer, SnapshotDay.of(newer));
        Set<PriceRef> gone = new LinkedHashSet<>(known);
        is.prices().forEach(l -> gone.remove(l.ref()));
        return new ListDifference(Difference.of(List.of(is), book), List.copyOf(gone));
    }
}
