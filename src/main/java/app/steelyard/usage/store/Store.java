package app.steelyard.usage.store;

import app.steelyard.text.Texts;
import app.steelyard.usage.input.Content;
import app.steelyard.usage.input.Document;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/** The database under the ledger: its settings, its tables, and short ways to ask it. */
public final class Store implements AutoCloseable {
    private static final String MEMORY = "512MB";
    private static final int VERSION = 3;
    private static final Texts TEXTS = Texts.of(Store.class);

    static final String TABLES = """
        create table if not exists meta (version integer, salt varchar);
        create sequence if not exists source_number;
        create table if not exists source (
          id integer, file varchar, format varchar, kind varchar, imported_ms bigint, included boolean,
          accepted bigint, empty bigint, unreadable bigint, duplicates bigint, left_out bigint);
        create table if not exists finding (source integer, severity varchar, text varchar);
        create table if not exists rejected (source integer, line bigint, pointer varchar, reason varchar);
        create table if not exists empty_bucket (source integer, from_ms bigint, to_ms bigint);
        create table if not exists unfinished (source integer, from_ms bigint);
        create table if not exists seen (source integer, id hugeint);
        create table if not exists entry (
          source integer, vendor varchar, model varchar, project varchar, key varchar, tenant varchar, tier varchar,
          currency varchar, from_ms bigint, to_ms bigint, single boolean, rows bigint, requests bigint,
          requests_stated boolean, uncached bigint, read bigint, write5m bigint, write1h bigint, write bigint,
          output bigint, reads_stated boolean, writes_stated boolean, cost decimal(38, 18), first_ms bigint,
          last_ms bigint, judged bigint, hits bigint, shares double, place ubigint, print hugeint, beside varchar,
          longer bigint, part ubigint);
        create table if not exists extra (source integer, part ubigint, what varchar, amount bigint);
        create table if not exists arrival (
          source integer, vendor varchar, model varchar, project varchar, prefix ubigint, requests bigint,
          first_ms bigint, last_ms bigint, gaps bigint[], stand_in boolean);
        create table if not exists session (
          source integer, vendor varchar, model varchar, project varchar, chain ubigint, turns bigint, first_ms bigint,
          last_ms bigint, first_prompt bigint, last_prompt bigint, prompts bigint, first_read bigint, reads_stated boolean,
          within bigint, found bigint, kept bigint, kept_read bigint, gaps bigint[]);
        create table if not exists priced_as (model varchar primary key, price varchar);
        """;

    /** What files bring, which comes into the ledger as a whole or not at all. */
    private static final List<String> BROUGHT = List.of(
            "source",
            "finding",
            "rejected",
            "empty_bucket",
            "unfinished",
            "seen",
            "entry",
            "extra",
            "arrival",
            "session");

    private final @Nullable Path file;
    private final Scratch scratch;
    private Connection connection;
    private String salt = "";

    private Store(@Nullable Path file, Scratch scratch) throws SQLException, IOException {
        this.file = file;
        this.scratch = scratch;
        connection = connect(List.of());
    }

    /**
     * @param file where it is kept; null to forget it at the end
     * @throws LedgerException if the file is none of ours or in use
     */
    public static Store open(@Nullable Path file) {
        try {
            Scratch scratch = Scratch.make();
            try {
                return new Store(file, scratch);
            } catch (SQLException | IOException | RuntimeException | Error e) {
                scratch.close();
                throw e;
            }
        } catch (SQLException | IOException e) {
            throw LedgerException.opening(file, e);
        }
    }

    private Connection connect(List<Path> readable) throws SQLException, IOException {
        Properties settings = new Properties();
        settings.setProperty("memory_limit", MEMORY);
        settings.setProperty("threads", String.valueOf(Runtime.getRuntime().availableProcessors()));
        settings.setProperty("temp_directory", scratch.folder().toString());
        settings.setProperty("preserve_insertion_order", "false");
        // Nothing is ever fetched.
        settings.setProperty("autoinstall_known_extensions", "false");
        settings.setProperty("autoload_known_extensions", "false");
        settings.setProperty("allow_community_extensions", "false");
        Connection opened = DriverManager.getConnection("jdbc:duckdb:", settings);
        try (Statement statement = opened.createStatement()) {
            statement.execute("set timezone = 'UTC'");
            // Progress is measured only where it could be printed, so it is turned on and not printed.
            statement.execute("set enable_progress_bar = true");
            statement.execute("set enable_progress_bar_print = false");
            statement.execute("attach ':memory:' as incoming");
            if (file != null) {
                LedgerFile.attach(statement, file, VERSION, settings);
                LedgerFile.lock(statement, file, scratch.folder(), readable);
            }
            statement.execute(TABLES);
            for (String table : BROUGHT) {
                statement.execute("create table incoming.main.TABLE as from TABLE limit 0".replace("TABLE", table));
            }
            salt = salt(statement);
            return opened;
        } catch (SQLException | IOException | RuntimeException e) {
            opened.close();
            throw e;
        }
    }

    /**
     * Lets the database read these files in place. In a ledger that is kept it may touch no others, whatever the ledger
     * holds.
     */
    public void allow(List<Path> files) {
        if (file == null || files.isEmpty()) {
            return;
        }
        try {
            connection.close();
            connection = connect(files);
        } catch (SQLException | IOException e) {
            throw LedgerException.opening(file, e);
        }
    }

    private static String salt(Statement statement) throws SQLException {
        try (ResultSet found = statement.executeQuery("select version, salt from meta")) {
            if (found.next()) {
                if (found.getInt(1) > VERSION) {
                    throw new SQLException(TEXTS.get("ledger.newer"));
                }
                return found.getString(2);
            }
        }
        byte[] random = new byte[16];
        new SecureRandom().nextBytes(random);
        String salt = HexFormat.of().formatHex(random);
        statement.execute("insert into meta values (" + VERSION + ", '" + salt + "')");
        return salt;
    }

    /** What keeps the pseudonyms of this ledger from being looked up elsewhere. */
    public String salt() {
        return salt;
    }

    public DuckDBConnection connection() {
        return (DuckDBConnection) connection;
    }

    /** Runs {@code work} as a whole or not at all. */
    public <T> T transaction(Work<T> work) {
        try {
            connection.setAutoCommit(false);
            try {
                T result = work.run();
                connection.commit();
                return result;
            } catch (SQLException | RuntimeException | IOException e) {
                connection.rollback();
                throw e;
            } finally {
                connection.setAutoCommit(true);
            }
        } catch (SQLException | IOException e) {
            throw new LedgerException(TEXTS.get("ledger.failed", first(e)), e);
        }
    }

    /** Runs one statement, {@code ?} filled in, and returns how many rows it touched. */
    public long run(String sql, @Nullable Object... arguments) {
        try (PreparedStatement statement = prepare(sql, arguments)) {
            statement.execute();
            return statement.getLargeUpdateCount();
        } catch (SQLException e) {
            throw new LedgerException(TEXTS.get("ledger.failed", first(e)), e);
        }
    }

    /** All rows of an answer. */
    public <T> List<T> ask(Read<T> read, String sql, @Nullable Object... arguments) {
        try (PreparedStatement statement = prepare(sql, arguments);
                ResultSet rows = statement.executeQuery()) {
            List<T> all = new ArrayList<>();
            while (rows.next()) {
                all.add(read.read(rows));
            }
            return all;
        } catch (SQLException e) {
            throw new LedgerException(TEXTS.get("ledger.failed", first(e)), e);
        }
    }

    /** Tells {@code each} of every row of an answer, however many there are. */
    public void each(Each each, String sql, @Nullable Object... arguments) {
        try (PreparedStatement statement = prepare(sql, arguments);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                each.row(rows);
            }
        } catch (SQLException e) {
            throw new LedgerException(TEXTS.get("ledger.failed", first(e)), e);
        }
    }

    /** A copy of a packed document that the database can read in place; it goes with the ledger. */
    public Path unpack(Document document) throws IOException {
        Path copy = scratch.file("unpacked");
        try (InputStream in = document.open()) {
            Files.copy(in, copy, StandardCopyOption.REPLACE_EXISTING);
        }
        if (document.broken().isPresent()) {
            dropLastLine(copy);
        }
        return copy;
    }

    /**
     * A copy of a text in UTF-8, which is all that the database reads; it goes with the ledger.
     *
     * @param lines whether the last line is worth nothing where the text breaks off
     */
    public Path transcribe(Content text, boolean lines) throws IOException {
        Path copy = scratch.file("transcribed");
        try (Writer out = Files.newBufferedWriter(copy)) {
            text.transferTo(out);
        }
        if (lines && text.broken().isPresent()) {
            dropLastLine(copy);
        }
        return copy;
    }

    /** Takes out everything that a source brought. */
    public void forget(int source) {
        for (String table : BROUGHT) {
            run("delete from " + table + " where " + (table.equals("source") ? "id" : "source") + " = ?", source);
        }
    }

    /**
     * What is known before more comes: all that the ledger holds but for {@code instead}, and what came since.
     */
    public void expect(Set<Integer> instead) {
        run("create or replace temp table instead (source integer)");
        instead.forEach(source -> run("insert into instead values (?)", source));
        run("""
            create or replace temp view earlier as
            select source, place, print, rows, first_ms, last_ms from entry where source not in (from instead)
            union all select source, place, print, rows, first_ms, last_ms from incoming.main.entry
            """);
        run("""
            create or replace temp view earlier_seen as
            select id from seen where source not in (from instead) union all select id from incoming.main.seen
            """);
    }

    /** Takes what came into the ledger, in place of {@code instead}; {@code check} may still refuse all of it. */
    public void take(Set<Integer> instead, int sources, Runnable check) {
        transaction(() -> {
            instead.forEach(this::forget);
            BROUGHT.forEach(table -> run("insert into TABLE from incoming.main.TABLE".replace("TABLE", table)));
            // Their numbers are taken.
            run("select sum(nextval('source_number')) from range(?)", sources);
            check.run();
            return sources;
        });
        LedgerFile.ownerOnly(file);
    }

    /** Forgets what came and was not taken. */
    public void leave() {
        BROUGHT.forEach(table -> run("truncate incoming.main." + table));
    }

    /** Of a file that breaks off, the last line's last number may lack digits. */
    private static void dropLastLine(Path file) throws IOException {
        try (RandomAccessFile content = new RandomAccessFile(file.toFile(), "rw")) {
            long end = content.length();
            byte[] part = new byte[1 << 16];
            while (end > 0) {
                int length = (int) Math.min(end, part.length);
                content.seek(end - length);
                content.readFully(part, 0, length);
                for (int i = length - 1; i >= 0; i--) {
                    if (part[i] == '\n') {
                        content.setLength(end - length + i + 1);
                        return;
                    }
                }
                end -= length;
            }
        }
    }

    /** The one number that is the answer. */
    public long number(String sql, @Nullable Object... arguments) {
        return ask(r -> r.getLong(1), sql, arguments).getFirst();
    }

    private PreparedStatement prepare(String sql, @Nullable Object... arguments) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < arguments.length; i++) {
            statement.setObject(i + 1, arguments[i]);
        }
        return statement;
    }

    private static String first(Exception e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }

    @Override
    public void close() {
        try {
            connection.close();
            scratch.close();
        } catch (SQLException | IOException e) {
            throw new LedgerException(TEXTS.get("ledger.failed", first(e)), e);
        }
    }

    /** Something done to the database. */
    public interface Work<T> {
        T run() throws SQLException, IOException;
    }

    /** Looks at a row. */
    public interface Each {
        void row(ResultSet row) throws SQLException;
    }

    /** Makes a value of a row. */
    public interface Read<T> {
        T read(ResultSet row) throws SQLException;
    }
}
