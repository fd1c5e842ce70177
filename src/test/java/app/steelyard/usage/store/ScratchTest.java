package app.steelyard.usage.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ScratchTest {
    /** Another program, which sweeps what nobody holds. */
    static final class Other {
        private Other() {}

        public static void main(String[] arguments) throws IOException {
            Scratch.make().close();
        }
    }

    /** A second ledger in one program must not give up the lock of the first. */
    @Test
    void anotherProgramSweepsNothingThatIsInUse() throws Exception {
        try (Scratch first = Scratch.make();
                Scratch second = Scratch.make()) {
            Path kept = Files.writeString(first.folder().resolve("kept"), "x");
            Process other = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-cp",
                            System.getProperty("java.class.path"),
                            Other.class.getName())
                    .inheritIO()
                    .start();
            assertEquals(0, other.waitFor());
            assertTrue(Files.exists(kept));
            assertTrue(Files.exists(second.folder()));
        }
    }

    @Test
    void whatNobodyHoldsIsSwept() throws IOException {
        Path left = Files.createTempDirectory("steelyard-usage");
        Files.writeString(left.resolve("in-use"), "");
        Files.writeString(left.resolve("rows"), "x");
        Scratch.make().close();
        assertFalse(Files.exists(left));
    }
}
