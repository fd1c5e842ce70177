package app.steelyard.app.prices;

import app.steelyard.pricing.PriceBook;
import app.steelyard.pricing.catalogue.Catalogue;
import app.steelyard.pricing.catalogue.Merge;
import app.steelyard.pricing.catalogue.Snapshots;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Made-up price data in the forms of the public sets, of two days; made-up vendors, so that nobody takes them for real. */
final class PriceFiles {
    /** In use: alpha at 2 / 0.5 / 6, beta at 0.4 / – / 2, gamma at 1 / – / 3. */
    static final String OLD = """
        [{"id": "house", "name": "House", "models": [
          {"id": "alpha", "name": "Alpha", "match": {"or": [{"equals": "alpha-1"}]}, "context_window": 200000,
           "prices": {"input_mtok": 2, "cache_read_mtok": 0.5, "output_mtok": 6}},
          {"id": "beta", "match": {"equals": "beta"}, "prices": {"input_mtok": 0.4, "output_mtok": 2}},
          {"id": "gamma", "match": {"equals": "gamma"}, "prices": {"input_mtok": 1, "output_mtok": 3}}]}]
        """;

    /** Alpha is dearer, delta is new, and one model has no price that can be meant. */
    static final String NEW = """
        [{"id": "house", "name": "House", "models": [
          {"id": "alpha", "name": "Alpha", "match": {"or": [{"equals": "alpha-1"}]}, "context_window": 200000,
           "prices": {"input_mtok": 3, "cache_read_mtok": 0.5, "output_mtok": 9}},
          {"id": "beta", "match": {"equals": "beta"}, "prices": {"input_mtok": 0.4, "output_mtok": 2}},
          {"id": "gamma", "match": {"equals": "gamma"}, "prices": {"input_mtok": 1, "output_mtok": 3}},
          {"id": "delta", "match": {"equals": "delta"}, "prices": {"input_mtok": 5, "output_mtok": 25}},
          {"id": "empty", "match": {"equals": "empty"}, "prices": {}}]}]
        """;

    /** Gamma at another price, epsilon that nobody else has. */
    static final String LITELLM = """
        {"house/gamma": {"litellm_provider": "house", "mode": "chat",
           "input_cost_per_token": 1.5e-06, "output_cost_per_token": 3e-06},
         "house/epsilon": {"litellm_provider": "house", "mode": "chat",
           "input_cost_per_token": 7e-06, "output_cost_per_token": 2.1e-05}}
        """;

    private PriceFiles() {}

    static Path write(Path folder, String name, String text) {
        try {
            return Files.writeString(folder.resolve(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Prices in use that are those of the older file. */
    static PriceBook book(Path folder) {
        return new PriceBook(
                List.of(),
                List.of(),
                new Catalogue(
                        Merge.of(List.of(Snapshots.read(write(folder, "old.json", OLD), LocalDate.of(2026, 6, 1))))));
    }

    /** All files below a folder with what is in them. */
    static Map<String, String> content(Path folder) {
        Map<String, String> content = new TreeMap<>();
        if (!Files.isDirectory(folder)) {
            return content;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                content.put(folder.relativize(file).toString(), Files.readString(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return content;
    }
}
