package app.steelyard.fuzz;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Reads all that fuzzing begins with, and all that it ever found; docs/quality.md tells how more is found. */
class FuzzCorpusTest {
    private static final Duration LONGEST = Duration.ofSeconds(20);

    @ParameterizedTest
    @EnumSource
    void everyInputIsReadOrRefused(FuzzTarget target) throws IOException {
        List<Path> inputs = target.inputs();
        assertFalse(inputs.isEmpty());
        for (Path input : inputs) {
            byte[] content = Files.readAllBytes(input);
            assertTimeoutPreemptively(LONGEST, () -> target.read(content), input::toString);
        }
    }
}
