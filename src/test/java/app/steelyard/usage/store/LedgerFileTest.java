package app.steelyard.usage.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.steelyard.usage.ledger.Ledger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A ledger may be a stranger's: it is looked at first, and whatever it holds, it reads no file. */
class LedgerFileTest {
    private static final String LOG = "timestamp,model,prompt_tokens,completion_tokens\n";

    @TempDir
    Path folder;

    private Path ledger(String... statements) throws Exception {
        Path file = folder.resolve("some.ledger");
        try (Ledger made = Ledger.open(file)) {
            assertEquals(0, made.view().files().size());
        }
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + file);
                Statement statement = connection.createStatement()) {
            for (String each : statements) {
                statement.execute(each);
            }
        }
        return file;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "drop table finding; create view finding as select 1 as source, 'INFO' as severity, content as text "
                        + "from read_text('/etc/hostname')",
                "create view more as select 1",
                "create macro coalesce(a, b) as 7",
                "create schema other",
                "create type mood as enum ('a')",
                "drop table seen; create table seen (source integer, id varchar)",
                "drop table seen; create table seen (id hugeint, source integer)",
                "drop table seen; create table seen (source integer, id hugeint, more integer)",
                "drop table seen; create table seen (source integer default 7, id hugeint)",
                "drop table seen; create table seen (source integer, id hugeint as (source + 1))",
                "drop table meta"
            })
    void whatIsNoLedgerOfOursIsRefused(String strange) throws Exception {
        Path file = ledger(strange.split("; "));
        LedgerException refused = assertThrows(LedgerException.class, () -> Ledger.open(file));
        assertTrue(refused.getMessage().contains("no ledger that Steelyard made"), refused::getMessage);
    }

    @Test
    void inALedgerThatIsKeptNothingElseCanBeRead() throws Exception {
        Path secret = Files.writeString(folder.resolve("secret.csv"), "a,b\n1,2\n");
        try (Store store = Store.open(folder.resolve("own.ledger"))) {
            for (String attempt : List.of(
                    "select * from read_text('" + secret + "')",
                    "select * from read_csv('" + secret + "')",
                    "copy (select 1) to '" + folder.resolve("out.csv") + "'",
                    "attach '" + folder.resolve("more.db") + "'",
                    "set enable_external_access = true",
                    "set memory_limit = '4GB'",
                    "install httpfs",
                    "load httpfs")) {
                assertThrows(LedgerException.class, () -> store.run(attempt), attempt);
            }
            assertFalse(Files.exists(folder.resolve("out.csv")));
        }
    }

    /** Large files are read in place by the database, which is let at them alone. */
    @Test
    void largeFilesComeIntoAKeptLedger() throws Exception {
        StringBuilder text = new StringBuilder(LOG);
        for (int i = 0; i < 4000; i++) {
            text.append("2026-01-%02dT%02d:00:00Z,gpt-5-mini,10,1\n".formatted(i % 28 + 1, i % 24));
        }
        Path log = Files.writeString(folder.resolve("large [1].csv"), text);
        Path link = Files.createSymbolicLink(folder.resolve("link"), log);
        Path file = folder.resolve("it's; a=b.ledger");
        for (Path each : List.of(log, link)) {
            try (Ledger ledger = Ledger.open(file)) {
                assertTrue(ledger.add(List.of(each), Progress.NONE));
                assertEquals(40_000, ledger.view().totals().input());
            }
        }
        try (Ledger ledger = Ledger.open(file)) {
            assertEquals(4000, ledger.view().files().getLast().duplicates());
        }
    }

    @Test
    void nobodyButItsOwnerReadsALedger() throws Exception {
        Path log = Files.writeString(folder.resolve("log.csv"), LOG + "2026-01-01T00:00:00Z,gpt-5-mini,10,1\n");
        Path file = folder.resolve("own.ledger");
        try (Ledger ledger = Ledger.open(file)) {
            ledger.add(List.of(log), Progress.NONE);
            Path journal = Path.of(file + ".wal");
            for (Path each : Files.exists(journal) ? List.of(file, journal) : List.of(file)) {
                assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(each)));
            }
        }
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    }

    @Test
    void whatAKilledProgramLeftIsSwept() throws Exception {
        Path left = Files.createTempDirectory("steelyard-usage");
        Files.createFile(left.resolve("in-use"));
        Files.writeString(left.resolve("unpacked1"), "prompt");
        try (Store store = Store.open(null)) {
            assertFalse(Files.exists(left));
            try (Store other = Store.open(null)) {
                assertEquals(1, store.number("select 1"));
                assertEquals(1, other.number("select 1"));
            }
            store.run("create temp table spilled as select * from range(10)");
        }
    }
}
