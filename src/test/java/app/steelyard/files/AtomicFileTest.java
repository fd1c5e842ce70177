package app.steelyard.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {
    @TempDir
    Path folder;

    @Test
    void aFailureInTheMiddleLeavesTheOldFile() throws Exception {
        Path path = folder.resolve("plan");
        AtomicFile.write(path, new byte[] {7});
        assertThrows(
                IOException.class,
                () -> AtomicFile.write(path, new byte[] {1, 2, 3}, (from, to) -> {
                    assertEquals(3, Files.size(from));
                    throw new FileSystemException(to.toString(), null, "No space left on device");
                }));
        assertEquals(7, Files.readAllBytes(path)[0]);
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(List.of(path), files.toList());
        }
    }
}
