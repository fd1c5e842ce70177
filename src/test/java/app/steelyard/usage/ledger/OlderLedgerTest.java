package app.steelyard.usage.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.steelyard.usage.figures.LedgerView;
import app.steelyard.usage.row.PromptLength;
import app.steelyard.usage.store.Progress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A ledger as programs before this one made it. */
class OlderLedgerTest {
    private static final String LOG = """
        timestamp,model,prompt_tokens,completion_tokens
        2026-10-01T10:00:00Z,claude-sonnet-4-5,300000,100
        2026-10-01T10:05:00Z,claude-sonnet-4-5,1000,100
        """;

    @TempDir
    Path folder;

    private Path ledger;
    private Path log;

    @BeforeEach
    void make() throws Exception {
        log = Files.writeString(folder.resolve("log.csv"), LOG);
        ledger = folder.resolve("usage.ledger");
        add(log);
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + ledger);
                Statement statement = connection.createStatement()) {
            // What version 1 had: a sum for both requests, and none of the columns that came after.
            statement.execute("""
                create table older as
                select any_value(COLUMNS(* exclude (beside, longer, part, rows, requests, uncached, output, print))),
                  sum(rows)::bigint as rows, sum(requests)::bigint as requests, sum(uncached)::bigint as uncached,
                  sum(output)::bigint as output, sum(print)::hugeint as print
                from entry
                """);
            statement.execute("drop table entry");
            statement.execute("alter table older rename to entry");
            statement.execute("drop table extra");
            statement.execute("update meta set version = 1");
        }
    }

    private LedgerView add(Path... files) {
        try (Ledger opened = Ledger.open(ledger)) {
            assertTrue(opened.add(List.of(files), Progress.NONE));
            return opened.view();
        }
    }

    @Test
    void itIsBroughtUpInACopyAndLeavesNothingBehind() throws Exception {
        try (Ledger opened = Ledger.open(ledger)) {
            LedgerView view = opened.view();
            assertEquals(301_000, view.totals().uncachedInput());
            assertEquals(2, view.totals().requests());
            assertEquals(PromptLength.UNKNOWN, view.usage().getFirst().length());
        }
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(
                    List.of("log.csv", "usage.ledger"),
                    files.map(f -> f.getFileName().toString()).sorted().toList());
        }
    }

    /** The sums of then and of now differ in what they tell apart, not in what they are of. */
    @Test
    void aFileThatIsThereIsFoundAgain() {
        LedgerView view = add(log);
        assertEquals(2, view.totals().requests());
        assertEquals(2, view.files().getLast().duplicates());
    }

    @Test
    void newUsageIsToldByLength() throws Exception {
        LedgerView view = add(Files.writeString(folder.resolve("more.csv"), LOG.replace("10-01", "10-02")));
        assertEquals(
                List.of(0L, 272_000L),
                view.usage().stream()
                        .filter(u -> u.day() != null && u.day().getDayOfMonth() == 2)
                        .map(u -> u.length().over())
                        .sorted()
                        .toList());
    }
}
