package app.steelyard.pricing.profile;

import app.steelyard.text.Texts;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The bytes of profile files on disk, taken with care: any file may be missing, huge, or no file at all. */
public final class ProfileFiles {
    private static final Texts TEXTS = Texts.of(ProfileFiles.class);
    private static final int MEBIBYTE = 1 << 20;
    private static final int MOST_MEBIBYTES = 16;

    /**
     * What a file holds.
     *
     * @param problem why it could not be taken; then there is no content
     */
    public record Content(byte[] bytes, @Nullable ProfileProblem problem) {}

    private ProfileFiles() {}

    public static Content content(Path file) {
        String name = file.toString();
        try {
            if (Files.exists(file) && !Files.isRegularFile(file)) {
                return refused(name, "file.notAFile");
            }
            try (InputStream in = Files.newInputStream(file)) {
                byte[] bytes = in.readNBytes(MOST_MEBIBYTES * MEBIBYTE + 1);
                return bytes.length > MOST_MEBIBYTES * MEBIBYTE
                        ? refused(name, "file.tooLarge", MOST_MEBIBYTES)
                        : new Content(bytes, null);
            }
        } catch (NoSuchFileException e) {
            return refused(name, "file.none");
        } catch (IOException | SecurityException e) {
            return refused(name, "file.unreadable");
        }
    }

    private static Content refused(String file, String key, Object... arguments) {
        return new Content(new byte[0], new ProfileProblem(file, "", TEXTS.get(key, arguments)));
    }

    /** The profile files of a folder by name; JSON schemas and hidden files are none. A missing folder has none. */
    static List<Path> in(Path folder, List<ProfileProblem> problems) {
        if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            return List.of();
        }
        if (!Files.isDirectory(folder)) {
            problems.add(new ProfileProblem(folder.toString(), "", TEXTS.get("folder.notAFolder")));
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(f -> isProfileName(f.getFileName().toString()))
                    .sorted()
                    .toList();
        } catch (IOException | UncheckedIOException | SecurityException e) {
            problems.add(new ProfileProblem(folder.toString(), "", TEXTS.get("folder.unreadable")));
            return List.of();
        }
    }

    private static boolean isProfileName(String name) {
        return name.endsWith(".json") && !name.endsWith(".schema.json") && !name.startsWith(".");
    }
}
