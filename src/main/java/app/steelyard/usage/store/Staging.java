package app.steelyard.usage.store;

import app.steelyard.pricing.kind.Fee;
import app.steelyard.pricing.kind.TokenKind;
import app.steelyard.text.ExactMoney;
import app.steelyard.text.Texts;
import app.steelyard.usage.row.Entry;
import app.steelyard.usage.row.PromptBlocks;
import app.steelyard.usage.row.RowProblem;
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
public final class Staging implements RowSink {
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
    private final Stage stage;
    private final Runnable eachRow;
    private final PromptBlocks.@Nullable Listener blocks;
    private final Map<Note, Noted> notes = new EnumMap<>(Note.class);
    private final Map<String, Long> leftOutKinds = new TreeMap<>();
    private final Map<String, Long> missing = new LinkedHashMap<>();
    private final Set<UsageFinding> said = new LinkedHashSet<>();
    private long line;
    private long staged;
    private long empty;
    private long unreadable;
    private long leftOut;

    /** Whether rows of their own tell the requests, so that those of tokens need not. */
    private boolean requestRows;

    /**
     * @param eachRow is run for every row met, and may throw to stop the import
     * @param blocks is told of prompts' blocks; null where nobody asks
     */
    public Staging(
            int source,
            String file,
            Store store,
            Pseudonyms pseudonyms,
            Stage stage,
            Runnable eachRow,
            PromptBlocks.@Nullable Listener blocks) {
        this.source = source;
        this.file = file;
        this.store = store;
        this.pseudonyms = pseudonyms;
        this.stage = stage;
        this.eachRow = eachRow;
        this.blocks = blocks;
    }

    public int source() {
        return source;
    }

    public String file() {
        return file;
    }

    /** Where the cells of a request log go. */
    public Stage stage() {
        return stage;
    }

    /** A row is met that is not told yet. */
    public void met() {
        eachRow.run();
    }

    /** The line of what is told next. */
    public void line(long value) {
        line = value;
    }

    @Override
    public void accept(Entry entry) {
        take(entry);
    }

    @Override
    public void accept(Entry.Builder entry, PromptBlocks.Told told) throws RowProblem {
        Entry request = entry.build();
        if (blocks == null) {
            take(request);
            return;
        }
        // What tells no blocks where it should is refused before it counts.
        PromptBlocks prompt = told.read();
        if (take(request)) {
            blocks.sent(source, request, prompt);
        }
    }

    /** Whether it counts. */
    private boolean take(Entry entry) {
        eachRow.run();
        ExactMoney cost = entry.cost();
        if (cost != null && cost.value().abs().compareTo(MOST_MONEY) > 0) {
            reject("", TEXTS.get("row.money"));
            return false;
        }
        if (cost == null && entry.tokens().anyBelowZero()) {
            // A bill may take back what it billed before; nobody can have used less than nothing.
            reject("", TEXTS.get("row.negative"));
            return false;
        }
        staged++;
        lacks(entry);
        try {
            append(entry, cost);
            return true;
        } catch (SQLException e) {
            throw new LedgerException(TEXTS.get("ledger.failed", String.valueOf(e.getMessage())), e);
        }
    }

    private void append(Entry entry, @Nullable ExactMoney cost) throws SQLException {
        Tokens tokens = entry.tokens();
        long number = stage.next();
        DuckDBAppender row = stage.rows();
        row.beginRow();
        row.append(number);
        row.append(source);
        row.append(line);
        row.append(entry.vendor());
        row.append(entry.model());
        row.append(entry.project() == null ? null : pseudonyms.unlessPublic(entry.project()));
        row.append(entry.key() == null ? null : pseudonyms.key(entry.key()));
        row.append(entry.tenant() == null ? null : pseudonyms.tenant(entry.tenant()));
        row.append(entry.tier());
        row.append(KeptBeside.text(entry));
        number(row, entry.length());
        number(row, entry.prefix() == null ? null : pseudonyms.digest(entry.prefix()));
        if (entry.id() == null) {
            row.appendNull();
        } else {
            row.append(pseudonyms.wideDigest(entry.vendor() + entry.id()));
        }
        number(row, millis(entry.start()));
        number(row, millis(entry.end()));
        number(row, entry.requests());
        number(row, tokens.uncached());
        number(row, tokens.read());
        number(row, tokens.write5m());
        number(row, tokens.write1h());
        number(row, tokens.write());
        number(row, tokens.output());
        if (cost == null) {
            row.appendNull();
            row.appendNull();
        } else {
            row.append(cost.value().setScale(SCALE, RoundingMode.HALF_EVEN));
            row.append(cost.currency().code());
        }
        row.endRow();
        for (Map.Entry<TokenKind, Long> kind : entry.extras().tokens().entrySet()) {
            extra(number, kind.getKey().name(), kind.getValue());
        }
        for (Map.Entry<Fee, Long> fee : entry.extras().fees().entrySet()) {
            extra(number, fee.getKey().name(), fee.getValue());
        }
    }

    private void extra(long number, String what, long amount) throws SQLException {
        DuckDBAppender extra = stage.extras();
        extra.beginRow();
        extra.append(number);
        extra.append(what);
        extra.append(amount);
        extra.endRow();
    }

    private static void number(DuckDBAppender row, @Nullable Long value) throws SQLException {
        if (value == null) {
            row.appendNull();
        } else {
            row.append(value.longValue());
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
            DuckDBAppender row = stage.emptyBuckets();
            row.beginRow();
            row.append(source);
            row.append(bucket.start().toEpochMilli());
            row.append(bucket.end().toEpochMilli());
            row.endRow();
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
            DuckDBAppender row = stage.rejected();
            row.beginRow();
            row.append(source);
            row.append(at);
            row.append(pointer);
            row.append(reason);
            row.endRow();
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
        store.run("insert into incoming.main.unfinished values (?, ?)", source, millis(from));
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
    public void forget() throws SQLException {
        stage.forget(source);
        staged = 0;
        empty = 0;
        unreadable = 0;
        leftOut = 0;
        notes.clear();
        leftOutKinds.clear();
        missing.clear();
        said.clear();
    }
}
