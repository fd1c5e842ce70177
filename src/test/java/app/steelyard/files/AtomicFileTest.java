package app.steelyard.files;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
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

    @Test
    void whatAKilledRunLeftIsSwept() throws Exception {
        Path path = folder.resolve("plan.steelyard");
        Path left = folder.resolve(".plan.steelyard." + UUID.randomUUID() + ".tmp");
        Path other = folder.resolve(".other.steelyard." + UUID.randomUUID() + ".tmp");
        Path own = folder.resolve(".plan.steelyard.mine.tmp");
        for (Path each : List.of(left, other, own)) {
            Files.writeString(each, "half a pl");
        }
        AtomicFile.write(path, new byte[] {7});
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(List.of(other, own, path), files.sorted().toList());
        }
    }

    @Test
    void whatAnotherWritesJustNowIsLeftAlone() throws Exception {
        Path path = folder.resolve("plan");
        AtomicFile.write(path, out -> {
            out.write(1);
            AtomicFile.write(path, new byte[] {2});
            out.write(3);
        });
        assertArrayEquals(new byte[] {1, 3}, Files.readAllBytes(path));
    }

    @Test
    void aFullDiskIsTold() {
        Path full = Path.of("/dev/full");
        assumeTrue(Files.exists(full));
        assertThrows(IOException.class, () -> AtomicFile.write(full, new byte[100_000]));
        assertThrows(IOException.class, () -> AtomicFile.write(full, out -> out.write(7)));
    }
}
