package app.steelyard.offline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nothing that Steelyard does, nor a library on its behalf, opens a socket or looks up a host. */
class OfflineTest {
    @TempDir
    Path folder;

    private List<String> run(String... arguments) throws IOException, InterruptedException {
        Path out = folder.resolve("out.txt");
        Path err = folder.resolve("err.txt");
        ProcessBuilder guarded = new ProcessBuilder(Guarded.command(arguments))
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        // Profiles of whoever runs the test are none of its business.
        guarded.environment().put("XDG_CONFIG_HOME", folder.toString());
        int code = guarded.start().waitFor();
        assertEquals(0, code, () -> read(err));
        return Files.readAllLines(out);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return e.toString();
        }
    }

    @Test
    void commandsAndPagesLeaveTheNetworkAlone() throws IOException, InterruptedException {
        List<String> lines = run("work", folder.toString());
        assertEquals(13, lines.size(), lines::toString);
        for (String line : lines) {
            assertTrue(line.endsWith(": 0, silent"), () -> line + "\n" + read(folder.resolve("err.txt")));
        }
    }

    /** Drawing meets the system's fonts, for which Java would look up the name of this machine. */
    @Test
    void theProgramWritesAReportOffline() throws IOException, InterruptedException {
        Path pdf = folder.resolve("report.pdf");
        List<String> lines = run("main", "report", "sample:caching", "--pdf", pdf.toString());
        assertEquals("silent", lines.getLast(), () -> read(folder.resolve("err.txt")));
        assertTrue(Files.exists(pdf));
    }

    /** Else the tests above could not fail. */
    @Test
    void theAlarmHearsEveryWayOut() throws IOException, InterruptedException {
        List<String> lines = run("trespass");
        assertEquals(12, lines.size(), lines::toString);
        for (String line : lines) {
            assertTrue(line.endsWith(", alarm"), line);
        }
    }
}
