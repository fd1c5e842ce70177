package app.steelyard.usage.log;

import app.steelyard.text.Texts;
import app.steelyard.usage.input.Content;
import app.steelyard.usage.input.Records;
import app.steelyard.usage.input.TableRow;
import app.steelyard.usage.log.LogMapping.Meaning;
import app.steelyard.usage.store.LedgerException;
import app.steelyard.usage.store.StagedRecords;
import app.steelyard.usage.store.Staging;
import app.steelyard.usage.store.Store;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.duckdb.DuckDBAppender;

/**
 * Request logs that are small, of which there may be very many: their cells are read one by one and gathered, and looked
 * at together as those of a large one are.
 */
public final class SmallLogs {
    /** Characters of the largest. */
    private static final int LARGEST = 1 << 17;

    private static final Texts TEXTS = Texts.of(SmallLogs.class);

    private final Store store;
    /** The logs by the way in which they are read. */
    private final Map<LogMapping, List<Staging>> logs = new HashMap<>();

    /** Those ways, by number. */
    private final List<LogMapping> manners = new ArrayList<>();

    public SmallLogs(Store store) {
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
        if (!manners.contains(mapping)) {
            manners.add(mapping);
        }
        logs.computeIfAbsent(mapping, m -> new ArrayList<>()).add(staging);
        int manner = manners.indexOf(mapping);
        return new StagedRecords<>(staging) {
            @Override
            public void record(long line, TableRow record) {
                staging.met();
                append(manner, line, record, mapping, staging);
            }
        };
    }

    private static void append(int manner, long line, TableRow record, LogMapping mapping, Staging staging) {
        DuckDBAppender cells = staging.stage().cells();
        List<String> values = new ArrayList<>();
        for (Meaning meaning : Meaning.values()) {
            String column = mapping.columns().get(meaning);
            String cell = column == null ? null : record.get(column);
            if (column != null && cell != null && cell.indexOf(Content.INVALID) >= 0) {
                staging.reject(line, column, TEXTS.get("log.line", TEXTS.get("log.encoding")));
                return;
            }
            values.add(cell);
        }
        try {
            cells.beginRow();
            cells.append(manner);
            cells.append(staging.source());
            cells.append(line);
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
    }

    private void settle(int manner, LogMapping mapping, List<Staging> stagings) throws SQLException {
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
                            .reject(r.getLong(2), log.column(code), log.reason(code));
                },
                "select source, line, bad from small_rows where bad is not null order by source, line");
        store.run("insert into stage by name select * exclude (whole, bad) from " + names.kept("small_rows")
                + " where bad is null");
        Map<Integer, Long> good = new HashMap<>();
        store.each(
                r -> good.put(r.getInt(1), r.getLong(2)),
                "select source, count(*) from small_rows where bad is null group by source");
        stagings.forEach(s -> LogImport.tell(log, mapping, s, good.getOrDefault(s.source(), 0L)));
    }
}
