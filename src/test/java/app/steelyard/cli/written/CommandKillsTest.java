package app.steelyard.cli.written;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandKillsTest {
    @TempDir
    private Path home;

    /** Two of them that write several files and into what is kept; the program does it with all. */
    @Test
    void aCommandThatIsKilledLeavesOldOrNewFilesAndTheNextStartNothingElse() throws Exception {
        List<WritingCommand> some = WritingCommand.ALL.stream()
                .filter(c -> List.of("report", "discount").contains(c.name()))
                .toList();
        assertEquals(2, some.size());
        CommandKills.Outcome outcome = new CommandKills(home, 7).run(some, 4);
        assertEquals(List.of(), outcome.wrong());
    }
}
