package app.steelyard.usage.store;

import app.steelyard.pricing.kind.Fee;
import app.steelyard.pricing.kind.TokenKind;
import app.steelyard.text.ExactMoney;
import app.steelyard.text.Texts;
import app.steelyard.usage.row.Entry;
import app.steelyard.usage.row.RowSink;
import app.steelyard.usage.row.TimeSpan;
import app.steelyard.usage.row.Tokens;
import app.steelyard.usage.row.UsageFinding;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.SQLException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.duckdb.DuckDBAppender;
import org.jspecify.annotations.Nullable;

/**
 * Takes the rows of one file, as its format tells them, into temporary tables, and remembers what is to be said of it.
 * Keys and tenants become pseudonyms here, prefixes and ids digests; nothing private goes further.
 */
public final class Staging implements RowSink, AutoCloseable {
    static final String TABLE = """
        create or replace temp table stage (
          n bigint, line bigint, vendor varchar, model varchar, project varchar, key varchar, tenant varchar,
          tier varchar, beside varchar, longer bigint, prefix ubigint, id hugeint, start_ms bigint, end_ms bigint, requests bigint, uncached bigint, read bigint,
          write5m bigint, write1h bigint, write bigint, output bigint, cost decimal(38, 18), currency varchar)
        """;

    static final String EXTRAS = "create or replace temp table stage_extra (n bigint, what varchar, amount bigint)";

    /** Decimal places of money that the ledger keeps. */
    private static final int SCALE = 18;

    /** More in one row is taken for an error. */
    public static final BigDecimal MOST_MONEY = BigDecimal.TEN.pow(15);

    private static final Texts TEXTS = Texts.of(Staging.class);

    private record Noted(long rows, long firstLine) {}

    private final int source;
    private final String file;
    private final Store store;
    private final Pseudonyms pseudonyms;
    private final DuckDBAppender stage;
    private final DuckDBAppender extras;
    private final DuckDBAppender rejected;
    private final DuckDBAppender emptyBuckets;
    private final Runnable eachRow;
    private final Map<Note, Noted> notes = new EnumMap<>(Note.class);
    private final Map<String, Long> leftOutKinds = new TreeMap<>();
    private final Map<String, Long> missing = new LinkedHashMap<>();
    private final Set<UsageFinding> said = new LinkedHashSet<>();
    private long line;
    private long staged;
    private long empty;
    private long unreadable;
    private long leftOut;
    private boolean forgotten;

    /** Whether rows of their own tell the requests, so that those of tokens need not. */
    private boolean requestRows;

    /** @param eachRow is run for every row met, and may throw to stop the import */
    public Staging(int source, String file, Store store, Pseudonyms pseudonyms, Runnable eachRow) throws SQLException {
        this.source = source;
        this.file = file;
        this.store = store;
        this.pseudonyms = pseudonyms;
        this.eachRow = eachRow;
        store.run(TABLE);
        store.run(EXTRAS);
        stage = store.connection().createAppender("temp", "main", "stage");
        extras = store.connection().createAppender("temp", "main", "stage_extra");
        rejected = store.connection().createAppender("rejected");
        emptyBuckets = store.connection().createAppender("empty_bucket");
    }

    /** The line of what is told next. */
    public void line(long value) {
        line = value;
    }

    @Override
    public void accept(Entry entry) {
        eachRow.run();
        ExactMoney cost = entry.cost();
        if (cost != null && cost.value().abs().compareTo(MOST_MONEY) > 0) {
            reject("", TEXTS.get("row.money"));
            return;
        }
        staged++;
        lacks(entry);
        try {
            append(entry, cost);
        } catch (SQLException e) {
            throw new LedgerException(TEXTS.get("ledger.failed", String.valueOf(e.getMessage())), e);
        }
    }

    private void append(Entry entry, @Nullable ExactMoney cost) throws SQLException {
        Tokens tokens = entry.tokens();
        stage.beginRow();
        stage.append(staged);
        stage.append(line);
        stage.append(entry.vendor());
        stage.append(entry.model());
        stage.append(entry.project() == null ? null : pseudonyms.unlessPublic(entry.project()));
        stage.append(entry.key() == null ? null : pseudonyms.key(entry.key()));
        stage.append(entry.tenant() == null ? null : pseudonyms.tenant(entry.tenant()));
        stage.append(entry.tier());
        stage.append(Beside.text(entry));
        number(entry.length());
        number(entry.prefix() == null ? null : pseudonyms.digest(entry.prefix()));
        if (entry.id() == null) {
            stage.appendNull();
        } else {
            stage.append(pseudonyms.wideDigest(entry.vendor() + entry.id()));
        }
        number(millis(entry.start()));
        number(millis(entry.end()));
        number(entry.requests());
        number(tokens.uncached());
        number(tokens.read());
        number(tokens.write5m());
        number(tokens.write1h());
        number(tokens.write());
        number(tokens.output());
        if (cost == null) {
            stage.appendNull();
            stage.appendNull();
        } else {
            stage.append(cost.value().setScale(SCALE, RoundingMode.HALF_EVEN));
            stage.append(cost.currency().code());
        }
        stage.endRow();
        for (Map.Entry<TokenKind, Long> kind : entry.extras().tokens().entrySet()) {
            extra(kind.getKey().name(), kind.getValue());
        }
        for (Map.Entry<Fee, Long> fee : entry.extras().fees().entrySet()) {
            extra(fee.getKey().name(), fee.getValue());
        }
    }

    private void extra(String what, long amount) throws SQLException {
        extras.beginRow();
        extras.append(staged);
        extras.append(what);
        extras.append(amount);
        extras.endRow();
    }

    private void number(@Nullable Long value) throws SQLException {
        if (value == null) {
            stage.appendNull();
        } else {
            stage.append(value.longValue());
        }
    }

    private static @Nullable Long millis(@Nullable Instant time) {
        return time == null ? null : time.toEpochMilli();
    }

    /** Counts what a row of usage does not state. */
    private void lacks(Entry entry) {
        Tokens t = entry.tokens();
        requestRows |= t.equals(Tokens.NONE) && entry.requests() != null;
        if (t.total() == 0 || t.uncached() == null) {
            return;
        }
        lack("reads", t.read() == null);
        lack("writes", t.write() == null && t.write5m() == null);
        lack("model", entry.model() == null);
        lack("project", entry.project() == null);
        lack("time", entry.start() == null);
        lack("requests", entry.requests() == null);
        if (entry.requests() != null && entry.requests() == 0) {
            note(Note.NO_REQUESTS);
        }
    }

    private void lack(String what, boolean lacks) {
        lack(what, lacks, 1);
    }

    /** That many rows do not state something, if they lack it. */
    public void lack(String what, boolean lacks, long rows) {
        if (lacks) {
            missing.merge(what, rows, Long::sum);
        }
    }

    /** Bad rows that are too many to be listed one by one. */
    public void rejectUnlisted(String reason, long rows) {
        if (rows > 0) {
            unreadable += rows;
            say(UsageFinding.warning(reason + " (" + rows + ")"));
        }
    }

    @Override
    public void empty(TimeSpan bucket) {
        eachRow.run();
        empty++;
        try {
            emptyBuckets.beginRow();
            emptyBuckets.append(source);
            emptyBuckets.append(bucket.start().toEpochMilli());
            emptyBuckets.append(bucket.end().toEpochMilli());
            emptyBuckets.endRow();
        } catch (SQLException e) {
            throw new LedgerException(TEXTS.get("ledger.failed", String.valueOf(e.getMessage())), e);
        }
    }

    @Override
    public void leaveOut(String kind) {
        eachRow.run();
        leftOut++;
        leftOutKinds.merge(kind, 1L, Long::sum);
    }

    @Override
    public void reject(String pointer, String reason) {
        reject(line, pointer, reason);
    }

    public void reject(long at, String pointer, String reason) {
        eachRow.run();
        unreadable++;
        try {
            rejected.beginRow();
            rejected.append(source);
            rejected.append(at);
            rejected.append(pointer);
            rejected.append(reason);
            rejected.endRow();
        } catch (SQLException e) {
            throw new LedgerException(TEXTS.get("ledger.failed", String.valueOf(e.getMessage())), e);
        }
    }

    @Override
    public void note(Note note) {
        notes.merge(note, new Noted(1, line), (a, b) -> new Noted(a.rows + 1, a.firstLine));
    }

    /** Says a sentence that names the file itself. */
    public void tell(UsageFinding finding) {
        said.add(finding);
    }

    @Override
    public void say(UsageFinding finding) {
        say(finding.severity(), "file.problem", finding.text());
    }

    @Override
    public void more(@Nullable Instant from) {
        store.run("insert into unfinished values (?, ?)", source, millis(from));
    }

    /** Says {@code key}'s text, the file's name as its {@code {0}}. */
    public void say(UsageFinding.Severity severity, String key, Object... arguments) {
        Object[] all = new Object[arguments.length + 1];
        all[0] = file;
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        said.add(new UsageFinding(severity, TEXTS.get(key, all)));
    }

    public long empty() {
        return empty;
    }

    public long unreadable() {
        return unreadable;
    }

    public long leftOut() {
        return leftOut;
    }

    /** Everything to be said of the file, once all rows are told. */
    public Set<UsageFinding> findings() {
        leftOutKinds.forEach((kind, rows) -> say(UsageFinding.Severity.INFO, "leftOut", kind, rows));
        if (unreadable > 0) {
            say(UsageFinding.Severity.WARNING, "unreadable", unreadable);
        }
        notes.forEach((note, n) -> say(UsageFinding.Severity.WARNING, "note." + note.name(), n.rows, n.firstLine));
        if (requestRows) {
            missing.remove("requests");
        }
        missing.forEach((what, rows) -> say(
                what.equals("project") || what.equals("writes")
                        ? UsageFinding.Severity.INFO
                        : UsageFinding.Severity.WARNING,
                "without." + what + (rows < staged ? ".some" : ""),
                rows));
        return said;
    }

    /** Forgets all that was told: the file must not count. */
    public void forget() {
        forgotten = true;
        staged = 0;
        empty = 0;
        unreadable = 0;
        leftOut = 0;
        notes.clear();
        leftOutKinds.clear();
        missing.clear();
        said.clear();
    }

    /** Hands over what was told; after this nothing more may be. */
    @Override
    public void close() throws SQLException {
        stage.close();
        extras.close();
        rejected.close();
        emptyBuckets.close();
        if (forgotten) {
            store.run("delete from stage");
            store.run("delete from stage_extra");
            store.run("delete from rejected where source = ?", source);
            store.run("delete from empty_bucket where source = ?", source);
        }
    }
}
