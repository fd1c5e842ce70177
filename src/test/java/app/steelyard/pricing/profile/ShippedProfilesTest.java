package app.steelyard.pricing.profile;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.steelyard.json.JsonReading;
import app.steelyard.plan.PriceRef;
import app.steelyard.pricing.Model;
import app.steelyard.pricing.PriceBook;
import app.steelyard.pricing.Profile;
import app.steelyard.pricing.ShippedPricesTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The profiles in the folder {@code pricing-profiles} as a whole; {@link ShippedPricesTest} has the figures. */
class ShippedProfilesTest {
    private static final Path FOLDER = Path.of("pricing-profiles");

    @Test
    void everyFileOfTheFolderIsLoaded() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            List<String> names = files.map(f -> f.getFileName().toString())
                    .filter(n -> n.endsWith(".json") && !n.endsWith(".schema.json") && !n.equals("capacity.json"))
                    .map(n -> n.substring(0, n.length() - ".json".length()))
                    .sorted()
                    .toList();
            assertEquals(
                    names,
                    PriceBookLoader.SHIPPED.stream().sorted().toList(),
                    "add the new file's name to PriceBookLoader.SHIPPED");
        }
        List<String> vendors =
                PriceBookLoader.shipped().stream().map(Profile::vendor).toList();
        assertEquals(PriceBookLoader.SHIPPED, vendors, "a file is named after its vendor");
    }

    @Test
    void everyFileMeetsTheSchemaAndReads() throws IOException {
        ProfileSchema schema = new ProfileSchema();
        for (String name : PriceBookLoader.SHIPPED) {
            byte[] content = Files.readAllBytes(FOLDER.resolve(name + ".json"));
            JsonReading<Profile> reading = ProfileReader.read(name, content);
            assertEquals(List.of(), reading.problems());
            assertEquals(List.of(), schema.problems(reading, content));
            assertEquals(List.of(), ProfileChecks.warnings(reading), "nothing is unlikely");
        }
    }

    @Test
    void theExampleOfTheReadmeIsInOrder() throws IOException {
        String readme = Files.readString(FOLDER.resolve("README.md"));
        String fence = "```json\n";
        int start = readme.indexOf(fence) + fence.length();
        byte[] content = readme.substring(start, readme.indexOf("```", start)).getBytes(StandardCharsets.UTF_8);
        JsonReading<Profile> reading = ProfileReader.read("README.md", content);
        assertEquals(List.of(), reading.problems());
        assertEquals(List.of(), new ProfileSchema().problems(reading, content));
        assertEquals(List.of(), ProfileChecks.warnings(reading), "nothing is unlikely");
    }

    @Test
    void thereAreEnoughModelsAndTheRequiredVendors() {
        PriceBook book = new PriceBook(PriceBookLoader.shipped(), List.of());
        assertTrue(book.models().size() >= 45, () -> "only " + book.models().size());
        List<String> vendors = book.profiles().stream().map(Profile::vendor).toList();
        assertTrue(vendors.containsAll(
                List.of("openai", "anthropic", "google", "deepseek", "mistral", "xai", "bedrock", "azure-openai")));
    }

    @Test
    void everyModelStoodForExists() {
        PriceBook book = new PriceBook(PriceBookLoader.shipped(), List.of());
        List<Model> examples =
                book.models().stream().filter(m -> m.standsFor() != null).toList();
        assertFalse(examples.isEmpty(), "the published examples stand for models of today");
        assertAll(examples.stream().map(m -> () -> {
            PriceRef ref = m.standsFor();
            assertTrue(ref != null && book.model(ref).isPresent(), () -> m.ref() + " stands for " + ref);
        }));
    }
}
