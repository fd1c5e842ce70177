package app.steelyard.usage.input;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The limits of what is unpacked, with small ones. */
class DocumentsTest {
    @TempDir
    private Path folder;

    private Path zip(int members, int size) throws IOException {
        Path file = folder.resolve("export.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file))) {
            for (int i = 0; i < members; i++) {
                out.putNextEntry(new ZipEntry("m" + i));
                out.write(new byte[size]);
            }
        }
        return file;
    }

    /** What is visited under {@code limits}, a problem after the name. */
    private static List<String> visited(Path file, Gauge.Limits limits) throws IOException, SQLException {
        List<String> visited = new ArrayList<>();
        Documents.each(
                List.of(file),
                in -> in,
                limits,
                document -> visited.add(
                        document.name() + document.problem().map(p -> ": " + p).orElse("")));
        return visited;
    }

    @Test
    void takesNoMoreMembersThanCanBeMeant() throws IOException, SQLException {
        assertEquals(
                List.of(
                        "export.zip/m0",
                        "export.zip/m1",
                        "export.zip: it has more than 2 members. Those before were read; unpack it and import the"
                                + " folder."),
                visited(zip(4, 10), new Gauge.Limits(1 << 30, 500, 1000, 2)));
    }

    @Test
    void passesOverWhatLiesBesideTheExportsOfAnArchive() throws IOException, SQLException {
        Path file = folder.resolve("export.zip");
        for (List<String> names : List.of(List.of("README.md", "a/LICENSE", "a/usage.csv"), List.of("README.md"))) {
            try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file))) {
                for (String name : names) {
                    out.putNextEntry(new ZipEntry(name));
                    out.write("text".getBytes(StandardCharsets.UTF_8));
                }
            }
            assertEquals(
                    names.size() == 1
                            ? List.of("export.zip: there is nothing in this archive that could hold usage.")
                            : List.of("export.zip/a/usage.csv"),
                    visited(file, Gauge.Limits.USUAL));
        }
    }

    @Test
    void takesNoMoreBytesThanCanBeMeant() throws IOException, SQLException {
        List<String> visited = visited(zip(9, 1 << 20), new Gauge.Limits(3 << 20, 5000, 100, 50));
        assertEquals(4, visited.size());
        assertEquals(
                "export.zip: it unpacks to more than 0 GiB.", visited.getLast().substring(0, 42));
    }

    @Test
    void doesNotHandOutMoreOfABombThanIsFree() throws IOException, SQLException {
        Path file = zip(1, 1 << 20);
        Documents.each(List.of(file), in -> in, new Gauge.Limits(1 << 30, 100, 1000, 50), document -> {
            if (document.problem().isEmpty()) {
                try (InputStream in = document.open()) {
                    assertThrows(Refused.class, () -> in.transferTo(OutputStream.nullOutputStream()));
                }
            }
        });
    }
}
