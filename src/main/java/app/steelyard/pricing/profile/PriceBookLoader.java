package app.steelyard.pricing.profile;

import app.steelyard.files.ConfigFolder;
import app.steelyard.plan.PriceRef;
import app.steelyard.pricing.PriceBook;
import app.steelyard.pricing.Profile;
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

    /** A price book and what had to be left out of it. */
    public record Loaded(PriceBook book, List<ProfileProblem> problems) {
        public Loaded {
            problems = List.copyOf(problems);
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
                    new PriceBook(shipped(), List.of()), List.of(new ProfileProblem(e.getInput(), "", reason)));
        }
    }

    /** The shipped profiles and those of this folder, which need not exist. */
    public static Loaded load(Path userFolder) {
        List<ProfileProblem> problems = new ArrayList<>();
        List<Profile> own = new ArrayList<>();
        Map<Object, Path> statedBy = new HashMap<>();
        for (Path file : ProfileFiles.in(userFolder, problems)) {
            ProfileReader.Reading reading = read(file);
            problems.addAll(reading.problems());
            Profile profile = reading.profile();
            if (profile != null && isFirstToState(profile, file, statedBy, problems)) {
                own.add(profile);
            }
        }
        return new Loaded(new PriceBook(shipped(), own), problems);
    }

    /** Reads one profile file of the user's. */
    public static ProfileReader.Reading read(Path file) {
        ProfileFiles.Content content = ProfileFiles.content(file);
        ProfileProblem problem = content.problem();
        return problem == null
                ? ProfileReader.read(file.toString(), content.bytes())
                : new ProfileReader.Reading(null, List.of(problem));
    }

    private static boolean isFirstToState(
            Profile profile, Path file, Map<Object, Path> statedBy, List<ProfileProblem> problems) {
        int before = problems.size();
        for (int i = 0; i < profile.models().size(); i++) {
            claim("models", i, profile.models().get(i).ref(), file, statedBy, problems);
        }
        for (int i = 0; i < profile.services().size(); i++) {
            claim("services", i, profile.services().get(i).ref(), file, statedBy, problems);
        }
        return problems.size() == before;
    }

    private static void claim(
            String kind,
            int index,
            PriceRef ref,
            Path file,
            Map<Object, Path> statedBy,
            List<ProfileProblem> problems) {
        Path other = statedBy.putIfAbsent(List.of(kind, ref), file);
        if (other != null) {
            String reason = TEXTS.get("twiceInFolder", ref, other.getFileName());
            problems.add(new ProfileProblem(file.toString(), "/" + kind + "/" + index + "/id", reason));
        }
    }

    /** The profiles that come with the program. */
    public static List<Profile> shipped() {
        return SHIPPED.stream().map(PriceBookLoader::shipped).toList();
    }

    private static Profile shipped(String name) {
        ProfileReader.Reading reading = ProfileReader.read(name + ".json", shippedContent(name + ".json"));
        Profile profile = reading.profile();
        if (profile == null) {
            throw new IllegalStateException("shipped profile: " + reading.problems());
        }
        return profile;
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
