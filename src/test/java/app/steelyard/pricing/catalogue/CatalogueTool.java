package app.steelyard.pricing.catalogue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes the shipped catalogue of snapshots: {@code FILE DAY …}, the most trusted first, and prints how many models each
 * has and could not be priced.
 */
public final class CatalogueTool {
    private CatalogueTool() {}

    public static void main(String[] args) throws IOException {
        List<Snapshot> snapshots = new ArrayList<>();
        for (int i = 0; i + 1 < args.length; i += 2) {
            Snapshot snapshot = Snapshots.read(Path.of(args[i]), LocalDate.parse(args[i + 1]));
            System.err.printf(
                    "%s: %d prices, %d models without%n",
                    snapshot.source().title(), snapshot.prices().size(), snapshot.left());
            snapshots.add(snapshot);
        }
        List<Listed> all = Merge.of(snapshots);
        System.err.println(new Catalogue(all).size() + " models");
        Files.writeString(Path.of("pricing-profiles", "catalogue.csv"), CatalogueCsv.write(all));
    }
}
