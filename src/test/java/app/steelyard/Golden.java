package app.steelyard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Compares a text with a file under {@code src/test/resources/golden}. {@code -Dgolden.update=true} writes the files
 * instead, to be read before they are committed.
 */
public final class Golden {
    private static final Path FOLDER = Path.of("src/test/resources/golden");

    private Golden() {}

    /** Fails where {@code actual} is not what the file {@code name} holds. */
    public static void check(String name, String actual) throws IOException {
        check(FOLDER.resolve(name), actual);
    }

    /** Fails where {@code actual} is not what {@code file} holds, which may stand elsewhere, as a page made by the program. */
    public static void check(Path file, String actual) throws IOException {
        if (Boolean.getBoolean("golden.update")) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, actual);
        }
        assertTrue(Files.exists(file), () -> file + " is missing; -Dgolden.update=true writes it");
        String expected = Files.readString(file);
        assertEquals(expected, actual, () -> differs(file, expected, actual));
    }

    private static String differs(Path file, String expected, String actual) {
        int same = Arrays.mismatch(expected.toCharArray(), actual.toCharArray());
        long line = 1 + actual.substring(0, same).chars().filter(c -> c == '\n').count();
        return file + " differs from line " + line + " on. If the change is meant, run this test with"
                + " -Dgolden.update=true, which writes the file, and read its diff";
    }
}
