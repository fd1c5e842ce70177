package app.steelyard.pricing.profile;

import app.steelyard.files.ConfigFolder;
import app.steelyard.json.JsonReader;
import app.steelyard.json.JsonReading;
import app.steelyard.json.JsonValue;
import app.steelyard.plan.PriceRef;
import app.steelyard.pricing.Model;
import app.steelyard.pricing.PriceBook;
import app.steelyard.pricing.Profile;
import app.steelyard.pricing.Service;
import app.steelyard.pricing.catalogue.Catalogue;
import app.steelyard.text.Problem;
import app.steelyard.text.Texts;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Puts the price book together: the profiles that come with the program, then those in the user's folder. */
public final class PriceBookLoader {
    private static final String PACKAGED = "/app/steelyard/pricing/profiles/";
    /** The environment variable that names the user's folder of profiles. */
    public static final String FOLDER_VARIABLE = "STEELYARD_PROFILES";

    /** Names of the shipped files without their ending, in the order in which screens list the vendors. */
    public static final List<String> SHIPPED = List.of(
            "as-published",
            "openai",
            "anthropic",
            "google",
            "azure-openai",
            "bedrock",
            "deepseek",
            "mistral",
            "xai",
            "moonshot",
            "groq",
            "cohere",
            "voyage",
            "pinecone");

    private static final Texts TEXTS = Texts.of(PriceBookLoader.class);
    private static final String FOLDER = "pricing-profiles";

    /**
     * A price book and what had to be left out of it.
     *
     * @param files the user's own profiles, in order or not
     */
    public record Loaded(PriceBook book, List<Problem> problems, List<Path> files) {
        public Loaded {
            problems = List.copyOf(problems);
            files = List.copyOf(files);
        }
    }

    private PriceBookLoader() {}

    /** The shipped profiles and those of the folder that environment and operating system name. */
    public static Loaded load() {
        String home = System.getProperty("user.home", "");
        try {
            return load(userFolder(System::getenv, System.getProperty("os.name", ""), home));
        } catch (InvalidPathException e) {
            String reason = TEXTS.get("folder.path", e.getInput());
            return new Loaded(
                    new PriceBook(shipped(), List.of(), Catalogue.later()),
                    List.of(Problem.ofFile(e.getInput(), reason)),
                    List.of());
        }
    }

    /** The shipped profiles and those of this folder, which need not exist. */
    public static Loaded load(Path userFolder) {
        List<Problem> problems = new ArrayList<>();
        List<Profile> own = new ArrayList<>();
        Map<Object, Path> statedBy = new HashMap<>();
        List<Path> files = ProfileFiles.in(userFolder, problems);
        for (Path file : files) {
            JsonReading<Profile> reading = ProfileReader.read(file);
            problems.addAll(reading.problems());
            Profile profile = reading.value();
            JsonValue root = reading.root();
            if (profile != null && root != null && isFirstToState(profile, root, file, statedBy, problems)) {
                own.add(profile);
            }
        }
        return new Loaded(new PriceBook(shipped(), own, Catalogue.later()), problems, files);
    }

    private static boolean isFirstToState(
            Profile profile, JsonValue root, Path file, Map<Object, Path> statedBy, List<Problem> problems) {
        int before = problems.size();
        List<PriceRef> models = profile.models().stream().map(Model::ref).toList();
        List<PriceRef> services = profile.services().stream().map(Service::ref).toList();
        Map.of("models", models, "services", services).entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(e -> {
                    for (int i = 0; i < e.getValue().size(); i++) {
                        PriceRef ref = e.getValue().get(i);
                        Path other = statedBy.putIfAbsent(List.of(e.getKey(), ref), file);
                        if (other != null) {
                            problems.add(root.problem(
                                    "/" + e.getKey() + "/" + i + "/id",
                                    TEXTS.get("twiceInFolder", ref, other.getFileName())));
                        }
                    }
                });
        return problems.size() == before;
    }

    /** The profiles that come with the program. */
    public static List<Profile> shipped() {
        return SHIPPED.stream().map(PriceBookLoader::shipped).toList();
    }

    private static Profile shipped(String name) {
        return JsonReader.packaged(PriceBookLoader.class, PACKAGED + name + ".json", ProfileReader::profile)
                .packaged();
    }

    /** A file of the folder {@code pricing-profiles} as it was packaged. */
    static byte[] shippedContent(String file) {
        try (InputStream in = PriceBookLoader.class.getResourceAsStream(PACKAGED + file)) {
            if (in == null) {
                throw new IllegalStateException("not packaged: " + file);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Where the user keeps profiles of their own.
     *
     * @param environment answers null for a variable that is not set
     * @param system the operating system's name, as Java has it
     * @throws InvalidPathException if the environment names no path
     */
    static Path userFolder(UnaryOperator<@Nullable String> environment, String system, String home) {
        String chosen = environment.apply(FOLDER_VARIABLE);
        return chosen == null || chosen.isBlank()
                ? ConfigFolder.of(environment, system, home).resolve(FOLDER)
                : Path.of(chosen);
    }
}
