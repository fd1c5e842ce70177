package app.steelyard.app.usage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.steelyard.usage.ledger.Ledger;
import app.steelyard.usage.log.LogSample;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UsageReadingTest {
    @TempDir
    Path folder;

    private Optional<ImportOutcome> read(Ledger ledger, boolean on, String name, String... lines) throws Exception {
        Path file = Files.write(folder.resolve(name), List.of(lines));
        return UsageReading.read(ledger, List.of(file), Set.of(), List.of(), (f, bytes, all, rows) -> on);
    }

    @Test
    void aTableThatNobodyKnowsIsOfferedAndIsNoSource() throws Exception {
        try (Ledger ledger = Ledger.temporary()) {
            ImportOutcome outcome = read(ledger, true, "x.csv", "when,machine,a,b", "2026-01-05T10:00:00Z,m,100,20")
                    .orElseThrow();
            assertEquals(
                    List.of("x.csv"),
                    outcome.tables().stream().map(LogSample::name).toList());
            assertTrue(ledger.view().files().isEmpty());
            String problem = outcome.tables().getFirst().problem();
            assertTrue(outcome.findings().stream().noneMatch(f -> f.text().equals(problem)), "said twice");
        }
    }

    @Test
    void aLogIsCountedAndMayStillBePointedAt() throws Exception {
        String header = "time,model,input_tokens,output_tokens";
        try (Ledger ledger = Ledger.temporary()) {
            ImportOutcome outcome = read(ledger, true, "log.csv", header, "2026-01-05T10:00:00Z,openai/gpt-5.1,100,20")
                    .orElseThrow();
            assertEquals(1, outcome.files().getFirst().accepted());
            assertTrue(outcome.tables().getFirst().isRead());
            int before = ledger.view().lastSource();
            ImportOutcome next = read(ledger, true, "two.csv", header, "2026-01-06T10:00:00Z,openai/gpt-5.1,100,20")
                    .orElseThrow();
            assertEquals(before, next.after());
            assertEquals(
                    List.of("two.csv"), next.files().stream().map(f -> f.file()).toList());
        }
    }

    @Test
    void whatIsStoppedLeavesTheLedgerAsItWas() throws Exception {
        try (Ledger ledger = Ledger.temporary()) {
            assertEquals(Optional.empty(), read(ledger, false, "log.csv", "time,model,input_tokens", "1,a,2"));
            assertTrue(ledger.view().files().isEmpty());
        }
    }
}
