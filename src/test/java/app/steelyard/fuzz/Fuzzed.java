package app.steelyard.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** What Jazzer calls: the methods have the names it looks for, so that nothing of it is needed to compile this. */
public final class Fuzzed {
    /** Of one input. */
    private static final Duration LONGEST = Duration.ofSeconds(2);

    private static final FuzzTarget TARGET = FuzzTarget.valueOf(System.getProperty("fuzz.target"));
    private static long longest;

    private Fuzzed() {}

    /** Classes are loaded, which takes a second, before any time is told. */
    public static void fuzzerInitialize() throws Exception {
        for (Path file : TARGET.inputs()) {
            TARGET.read(Files.readAllBytes(file));
        }
    }

    public static void fuzzerTestOneInput(byte[] input) throws Exception {
        long start = System.nanoTime();
        TARGET.read(input);
        long took = System.nanoTime() - start;
        longest = Math.max(longest, took);
        if (took > LONGEST.toNanos()) {
            throw new AssertionError("took " + Duration.ofNanos(took).toMillis() + " ms");
        }
    }

    public static void fuzzerTearDown() throws IOException {
        long processor = ProcessHandle.current()
                .info()
                .totalCpuDuration()
                .orElse(Duration.ZERO)
                .toSeconds();
        Files.writeString(
                Path.of(System.getProperty("fuzz.times")),
                "longest %.1f, processor %d".formatted(longest / 1e6, processor));
    }
}
