package app.steelyard;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Holds the signs of a house in which a newcomer finds the way: few files a room, one name a class, no class too long. */
class HouseTest {
    private static final Path MAIN = Path.of("src", "main", "java");
    private static final int MOST_FILES = 25;
    private static final int MOST_LINES = 450;
    private static final String ROOM = "package-info.java";

    private static List<Path> sources;

    @BeforeAll
    static void look() throws IOException {
        try (Stream<Path> files = Files.walk(MAIN)) {
            sources = files.filter(f -> f.toString().endsWith(".java")).toList();
        }
    }

    private static String name(Path source) {
        return source.getFileName().toString();
    }

    private static Map<Path, List<String>> rooms() {
        return sources.stream()
                .collect(Collectors.groupingBy(
                        s -> MAIN.relativize(s.getParent()), Collectors.mapping(HouseTest::name, Collectors.toList())));
    }

    @Test
    void noClassHasTheNameOfAnother() {
        Map<String, List<Path>> byName =
                sources.stream().filter(s -> !name(s).equals(ROOM)).collect(Collectors.groupingBy(HouseTest::name));
        assertEquals(
                List.of(),
                byName.values().stream().filter(same -> same.size() > 1).toList(),
                "rename one of each pair: a name is used once in the whole program");
    }

    @Test
    void noRoomIsCrowded() {
        assertEquals(
                List.of(),
                rooms().entrySet().stream()
                        .filter(room -> room.getValue().size() > MOST_FILES)
                        .map(room -> room.getKey() + ": " + room.getValue().size() + " files")
                        .toList(),
                "a room holds " + MOST_FILES + " files at most: give some of them a room below it");
    }

    @Test
    void everyRoomSaysWhatItIsFor() {
        assertEquals(
                List.of(),
                rooms().entrySet().stream()
                        .filter(room -> !room.getValue().contains(ROOM))
                        .map(Map.Entry::getKey)
                        .toList(),
                "add a package-info.java that says what the room is for");
    }

    @Test
    void noClassIsTooLongToHoldInTheHead() {
        assertEquals(
                List.of(),
                sources.stream()
                        .filter(s -> lines(s) > MOST_LINES)
                        .map(s -> MAIN.relativize(s) + ": " + lines(s) + " lines")
                        .toList(),
                "a class has " + MOST_LINES + " lines at most: split it by what it answers");
    }

    private static long lines(Path source) {
        try (Stream<String> lines = Files.lines(source)) {
            return lines.count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
