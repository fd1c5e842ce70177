package app.steelyard.pricing.profile;

import app.steelyard.text.Problem;
import app.steelyard.text.Texts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The user's folder of profile files, taken with care: it may be missing, closed, or no folder at all. */
final class ProfileFiles {
    private static final Texts TEXTS = Texts.of(ProfileFiles.class);

    private ProfileFiles() {}

    /** The profile files of a folder by name; JSON schemas and hidden files are none. A missing folder has none. */
    static List<Path> in(Path folder, List<Problem> problems) {
        if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            return List.of();
        }
        if (!Files.isDirectory(folder)) {
            problems.add(Problem.ofFile(folder.toString(), TEXTS.get("folder.notAFolder")));
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(f -> isProfileName(f.getFileName().toString()))
                    .sorted()
                    .toList();
        } catch (IOException | UncheckedIOException | SecurityException e) {
            problems.add(Problem.ofFile(folder.toString(), TEXTS.get("folder.unreadable")));
            return List.of();
        }
    }

    private static boolean isProfileName(String name) {
        return name.endsWith(".json") && !name.endsWith(".schema.json") && !name.startsWith(".");
    }
}
