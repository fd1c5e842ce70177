package app.steelyard.usage.input;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.steelyard.Seeded;
import app.steelyard.usage.figures.Imported;
import app.steelyard.usage.input.SqliteSchema.Column;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteTest {
    private static final int DAMAGES = Integer.getInteger("steelyard.mutations", 12) * 20;

    @TempDir
    private Path folder;

    /** What is told of a table. */
    private static final class Told implements Records<TableRow> {
        private final List<TableRow> rows = new ArrayList<>();
        private final List<String> troubles = new ArrayList<>();

        @Override
        public void record(long line, TableRow record) {
            assertEquals(rows.size() + 1, line);
            rows.add(record);
        }

        @Override
        public void bad(long line, String pointer, String reason) {
            troubles.add(reason);
        }

        @Override
        public void trouble(String text) {
            troubles.add(text);
        }
    }

    private static Told read(Path file, String name) throws IOException {
        Told told = new Told();
        try (Sqlite database = Sqlite.open(file)) {
            database.tables().stream().filter(t -> t.name().equals(name)).forEach(t -> database.read(t, told));
        }
        return told;
    }

    @Test
    void readsRowsOverManyPagesAndRowsThatGoOnInOthers() throws IOException {
        Told told = read(Imported.fixture("opencode-db", "opencode.db"), "message");
        assertEquals(102, told.rows.size());
        assertEquals("msg_1", told.rows.getFirst().get("id"));
        assertEquals("1785924000125", told.rows.getFirst().get("time_created"));
        // Every 25th has a summary of 12,000 characters, twelve pages long.
        assertTrue(String.valueOf(told.rows.get(24).get("data")).length() > 12_000);
        assertTrue(String.valueOf(told.rows.get(24).get("data")).endsWith("\"}"));
        assertEquals(List.of(), told.troubles);
    }

    @Test
    void takesWhatIsFinishedOutOfTheLogBesideIt() throws IOException {
        Path file = Imported.fixture("opencode-db/open", "opencode.db");
        assertEquals(102, read(file, "message").rows.size());
        // Without its end the last change is not finished, and counts no more than for SQLite itself.
        byte[] log = Files.readAllBytes(file.resolveSibling("opencode.db-wal"));
        Path copy = folder.resolve("opencode.db");
        Files.copy(file, copy);
        Path beside = folder.resolve("opencode.db-wal");
        Files.write(beside, Arrays.copyOf(log, log.length - 1));
        assertEquals(61, read(copy, "message").rows.size());
        // Nor does one whose checksum does not hold.
        log[log.length / 2] ^= 1;
        Files.write(beside, log);
        assertEquals(61, read(copy, "message").rows.size());
    }

    @Test
    void knowsColumnsHoweverTheyAreWritten() {
        assertEquals(
                List.of(
                        new Column("id", true),
                        new Column("a b", false),
                        new Column("c,d", false),
                        new Column("e", false),
                        new Column("added", false)),
                SqliteSchema.columns("""
                    CREATE TABLE "x(" (
                      id INTEGER PRIMARY KEY, -- a comment, with a comma
                      "a b" text DEFAULT 'x, (y', [c,d] numeric(10, 2) /* more, */,
                      `E` text NOT NULL CHECK (length(e) > 0),
                      sum integer GENERATED ALWAYS AS (id + 1) VIRTUAL,
                      PRIMARY KEY (id, e), CONSTRAINT fk FOREIGN KEY (e) REFERENCES y(e)
                    , added real)\
                    """));
        assertTrue(SqliteSchema.isWithoutRowId("create table x (a text primary key) WITHOUT ROWID"));
        assertTrue(!SqliteSchema.isWithoutRowId("create table x (a text default 'without rowid')"));
    }

    /** No damage is a defect, makes more of a file than there is in it, or takes longer than the file is large. */
    @Test
    void isNeverFailedByDamage() throws IOException {
        byte[] whole = Files.readAllBytes(Imported.fixture("opencode-db", "opencode.db"));
        Path damaged = folder.resolve("damaged.db");
        Seeded.forAll(DAMAGES, draw -> {
            byte[] bytes = whole.clone();
            for (int i = 0; i < 20; i++) {
                bytes[draw.whole(20, i % 2 == 0 ? bytes.length - 1 : 4096)] = (byte) draw.whole(0, 255);
            }
            Files.write(damaged, draw.whole(0, 3) == 0 ? Arrays.copyOf(bytes, draw.whole(100, bytes.length)) : bytes);
            try (Sqlite database = Sqlite.open(damaged)) {
                for (Sqlite.Table table : database.tables()) {
                    Told told = new Told();
                    database.read(table, told);
                    assertTrue(told.rows.size() < bytes.length);
                }
            } catch (Refused e) {
                assertTrue(!e.sentence().isBlank());
            }
        });
    }

    /** A page that no file of its size has costs nothing: what is known of pages is kept by their numbers. */
    @Test
    void aPageBeyondTheFileIsDamage() throws IOException {
        byte[] bytes = Files.readAllBytes(Imported.fixture("opencode-db", "opencode.db"));
        Path file = folder.resolve("far.db");
        Files.write(file, bytes);
        try (Sqlite database = Sqlite.open(file)) {
            Sqlite.Table table = database.tables().getFirst();
            Told told = new Told();
            database.read(new Sqlite.Table(table.name(), table.columns(), Integer.MAX_VALUE), told);
            assertEquals(List.of(), told.rows);
            assertEquals(1, told.troubles.size());
        }
    }

    @Test
    void refusesWhatIsNoDatabase() throws IOException {
        Path file = folder.resolve("a.db");
        Files.writeString(file, "SQLite format 3\0");
        assertThrows(Refused.class, () -> Sqlite.open(file).close());
    }
}
