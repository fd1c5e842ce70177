package app.steelyard.usage.log;

import app.steelyard.text.Texts;
import app.steelyard.usage.input.Content;
import app.steelyard.usage.input.Records;
import app.steelyard.usage.input.TableRow;
import app.steelyard.usage.log.LogMapping.Meaning;
import app.steelyard.usage.store.LedgerException;
import app.steelyard.usage.store.Stage;
import app.steelyard.usage.store.StagedRecords;
import app.steelyard.usage.store.Staging;
import app.steelyard.usage.store.Store;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.duckdb.DuckDBAppender;
import org.jspecify.annotations.Nullable;

/**
 * Request logs that are read row by row: small ones, of which there may be very many, and JSON of any size. Their cells
 * are gathered, and looked at together as those of a large table are.
 */
public final class LogRows {
    /** Characters of the largest. */
    private static final int LARGEST = 1 << 17;

    /** As many rows are looked at together. */
    private static final int MOST_ROWS = 200_000;

    private static final Texts TEXTS = Texts.of(LogRows.class);

    private final Store store;
    /** The logs by the way in which they are read. */
    private final Map<LogMapping, Set<Staging>> logs = new LinkedHashMap<>();

    /** Those ways, by number. */
    private final List<LogMapping> manners = new ArrayList<>();

    private int gathered;
    private int settled;

    public LogRows(Store store) {
        this.store = store;
    }

    /** Whether all of {@code content}, from where it stands, is small; it stays to be read. */
    public static boolean isSmall(Content content) throws IOException {
        content.mark(LARGEST + 1);
        long skipped = 0;
        long more;
        while (skipped <= LARGEST && (more = content.skip(LARGEST + 1 - skipped)) > 0) {
            skipped += more;
        }
        content.reset();
        return skipped <= LARGEST;
    }

    /** Takes the cells of one. */
    public Records<TableRow> rows(LogMapping mapping, Staging staging) {
        return new StagedRecords<>(staging) {
            private int manner = manner(mapping, staging);
            private int since = settled;

            @Override
            public void record(long line, TableRow record) {
                record(line, "", record);
            }

            @Override
            public void record(long line, String pointer, TableRow record) {
                staging.met();
                if (since != settled) {
                    manner = manner(mapping, staging);
                    since = settled;
                }
                append(manner, line, pointer, record, mapping, staging);
                if (++gathered >= MOST_ROWS) {
                    settleNow(staging.stage());
                }
            }
        };
    }

    /** The number of the way in which a log is read, which from now on is so. */
    private int manner(LogMapping mapping, Staging staging) {
        if (!logs.containsKey(mapping)) {
            manners.add(mapping);
        }
        logs.computeIfAbsent(mapping, m -> new LinkedHashSet<>()).add(staging);
        return manners.indexOf(mapping);
    }

    /** Of a long log, what has gathered is looked at before more comes. */
    private void settleNow(Stage stage) {
        try {
            stage.flush();
            settle();
            store.run("truncate log_cells");
        } catch (SQLException e) {
            throw new LedgerException(TEXTS.get("ledger.failed", String.valueOf(e.getMessage())), e);
        }
    }

    private static void append(
            int manner, long line, String pointer, TableRow record, LogMapping mapping, Staging staging) {
        DuckDBAppender cells = staging.stage().cells();
        List<String> values = new ArrayList<>();
        for (Meaning meaning : Meaning.values()) {
            String column = mapping.columns().get(meaning);
            String cell = column == null ? null : record.get(column);
            if (column != null && cell != null && cell.indexOf(Content.INVALID) >= 0) {
                staging.reject(line, within(pointer, column), TEXTS.get("log.line", TEXTS.get("log.encoding")));
                return;
            }
            values.add(cell);
        }
        try {
            cells.beginRow();
            cells.append(manner);
            cells.append(staging.source());
            cells.append(line);
            cells.append(pointer.isEmpty() ? null : pointer);
            for (String value : values) {
                cells.append(value);
            }
            cells.endRow();
        } catch (SQLException e) {
            throw new LedgerException(TEXTS.get("ledger.failed", String.valueOf(e.getMessage())), e);
        }
    }

    /** Puts the rows into the stage, and says of each log what is to be said. */
    public void settle() throws SQLException {
        for (int manner = 0; manner < manners.size(); manner++) {
            LogMapping mapping = manners.get(manner);
            settle(manner, mapping, Objects.requireNonNull(logs.get(mapping)));
        }
        logs.clear();
        manners.clear();
        gathered = 0;
        settled++;
    }

    private static String within(@Nullable String pointer, String column) {
        return pointer == null || pointer.isEmpty() || column.isEmpty()
                ? Objects.requireNonNullElse(pointer, "") + column
                : pointer + "/" + column;
    }

    private void settle(int manner, LogMapping mapping, Set<Staging> stagings) throws SQLException {
        PlainLog log = PlainLog.ofCells("(from log_cells where manner = " + manner + ")", mapping);
        store.run("create or replace temp table small_rows as from " + log.relation());
        LogNames names = new LogNames(store, mapping);
        names.look("small_rows");
        Map<Integer, Staging> bySource = new HashMap<>();
        stagings.forEach(s -> bySource.put(s.source(), s));
        store.each(
                r -> {
                    String code = String.valueOf(r.getString(3));
                    Objects.requireNonNull(bySource.get(r.getInt(1)))
                            .reject(r.getLong(2), within(r.getString(4), log.column(code)), log.reason(code));
                },
                "select source, line, bad, pointer from small_rows where bad is not null order by source, line");
        store.run("insert into stage by name select * exclude (whole, bad, pointer) from " + names.kept("small_rows")
                + " where bad is null");
        Map<Integer, Long> good = new HashMap<>();
        store.each(
                r -> good.put(r.getInt(1), r.getLong(2)),
                "select source, count(*) from small_rows where bad is null group by source");
        stagings.forEach(s -> LogImport.lacks(log, s, good.getOrDefault(s.source(), 0L)));
    }
}
