package app.steelyard.cli.written;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WriteFaultsTest {
    @TempDir
    private Path home;

    /** One whose database and one whose fonts have to be unpacked, and one that keeps something; the program tries all. */
    @Test
    void whatCannotBeWrittenIsToldAndWhatWasThereStays() throws Exception {
        assumeTrue(Files.exists(Path.of("/bin/sh")));
        List<WritingCommand> some = WritingCommand.ALL.stream()
                .filter(c -> List.of("import-first", "report", "prices-add").contains(c.name()))
                .toList();
        WriteFaults faults = new WriteFaults(home);
        assertEquals(List.of(), faults.run(some));
        assertTrue(faults.tried() >= 5, "a full disk for each, and a folder in the way of what is new");
    }
}
