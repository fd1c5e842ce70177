package app.steelyard.app.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalKillsTest {
    @TempDir
    private Path home;

    @Test
    void aProcessThatIsKilledLosesNoMoreThanItsLastEdit() throws Exception {
        List<String> quick = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto");
        JournalKills.Outcome outcome = new JournalKills(home, EditingChild.class, quick, 600, 5).run(5);
        assertEquals(List.of(), outcome.lost());
        assertEquals(5, outcome.last() + outcome.before());
    }
}
