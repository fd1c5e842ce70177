package app.steelyard.usage.log;

import app.steelyard.text.Texts;
import app.steelyard.usage.row.UsageFinding;
import app.steelyard.usage.store.RequestLog;
import app.steelyard.usage.store.Rollup;
import app.steelyard.usage.store.Staging;
import app.steelyard.usage.store.Store;
import app.steelyard.usage.store.Twins;
import app.steelyard.usage.store.Watch;
import app.steelyard.usage.store.Watched;
import java.io.IOException;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Brings a plain request log into {@code rolled}, from where it goes into the ledger like every other file. */
public record LogImport(Store store, PlainLog log, LogMapping mapping, Staging staging, long size) {
    private static final String LOG_ROWS = "log_rows";
    private static final Texts TEXTS = Texts.of(LogImport.class);

    private record BadLine(long line, @Nullable String column, String error) {}

    private record BadRow(long place, String code) {}

    /** Reads the file once, or once more where rows were bad, and says all of it; how many rows had come twice. */
    public long run(Watch watch) throws SQLException, IOException {
        PlainLog.cleaning().forEach(store::run);
        long twice = 0;
        if (log.hasIds()) {
            watched(
                    "create or replace temp table log_rows as select " + staging.source() + " as source, * from "
                            + log.relation(),
                    watch.reading(size));
            twice = Twins.remove(store, LOG_ROWS).getOrDefault(staging.source(), 0L);
        }
        Set<String> absent = new HashSet<>(log.absent());
        absent.add("source");
        watched(
                Rollup.sums(relation(), absent, staging.source() + "::integer"),
                watch.reading(log.hasIds() ? 0 : size));
        store.run(PlainLog.noBadLines());
        LogNames names = new LogNames(store, mapping);
        names.look("summed");
        reject();
        // A view, for an update would copy the times of millions of requests.
        store.run("create or replace temp view rolled as select * from " + names.kept("summed") + " where bad is null");
        long good = store.number("select coalesce(sum(rows), 0)::bigint from rolled");
        lacks(log, staging, good);
        watch.read(size, good + staging.unreadable());
        return twice;
    }

    private String relation() {
        return log.hasIds() ? "(select * exclude (source) from log_rows)" : log.relation();
    }

    /** Its single rows, once it was run: as they went into the ledger. */
    public void tell(RequestLog requests) {
        PlainLog.cleaning().forEach(store::run);
        requests.add(new LogNames(store, mapping).kept(relation()), staging.source());
    }

    /** Remembers the ids of the rows that went into the ledger. */
    public void remember() {
        if (log.hasIds()) {
            Twins.remember(store, LOG_ROWS);
        }
    }

    private void watched(String sql, Watched.Look look) throws SQLException {
        try (PreparedStatement statement = store.connection().prepareStatement(sql)) {
            Watched.run(statement, look);
        }
    }

    private static String why(String error) {
        return error.equals("INVALID ENCODING") ? TEXTS.get("log.encoding") : error.toLowerCase(Texts.LOCALE);
    }

    private void reject() throws IOException {
        List<BadLine> lines =
                store.ask(r -> new BadLine(r.getLong(1), r.getString(2), r.getString(3)), PlainLog.badLines());
        Map<Long, BadLine> first =
                lines.stream().collect(Collectors.toMap(BadLine::line, l -> l, (a, b) -> a, java.util.TreeMap::new));
        for (long line : log.longLines()) {
            first.put(line, new BadLine(line, null, TEXTS.get("log.long", PlainLog.LONGEST_LINE)));
        }
        first.values().forEach(l -> staging.reject(l.line, "", TEXTS.get("log.line", why(l.error))));
        Map<String, Long> bad = store.ask(r -> Map.entry(r.getString(1), r.getLong(2)), """
            select bad, sum(rows)::bigint from summed where bad is not null group by bad
            """).stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        long all = bad.values().stream().mapToLong(Long::longValue).sum();
        if (all == 0) {
            return;
        }
        PlainLog.cleaning().forEach(store::run);
        List<BadRow> rows = store.ask(r -> new BadRow(r.getLong(1), String.valueOf(r.getString(2))), log.badRows());
        TreeSet<Long> skipped = new TreeSet<>(first.keySet());
        for (BadRow row : rows) {
            staging.reject(line(row.place, skipped), log.column(row.code), log.reason(row.code));
            bad.merge(row.code, -1L, Long::sum);
        }
        bad.forEach((code, more) -> staging.rejectUnlisted(log.reason(code), more));
    }

    /** The line of the {@code place}th row that is one, the header being the first. */
    private static long line(long place, Set<Long> skipped) {
        long line = place + 1;
        for (long gap : skipped) {
            if (gap > line) {
                break;
            }
            line++;
        }
        return line;
    }

    /** Says what the good rows of a log do not state. */
    static void lacks(PlainLog log, Staging staging, long rows) {
        if (rows > 0) {
            staging.lack("model", !log.has(LogMapping.Meaning.MODEL), rows);
            staging.lack("project", !log.has(LogMapping.Meaning.PROJECT), rows);
            staging.lack("reads", !log.has(LogMapping.Meaning.READ), rows);
            staging.lack("writes", !log.has(LogMapping.Meaning.WRITE), rows);
        }
    }

    /**
     * By which columns a log is read.
     *
     * @param paths whether they are paths in JSON
     */
    public static UsageFinding readBy(LogMapping mapping, boolean paths) {
        return UsageFinding.info(TEXTS.get(
                (paths ? "log.paths" : "log.columns") + (mapping.inside() ? "" : ".beside"),
                mapping.columns().entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(e -> TEXTS.name(e.getKey()) + " = " + e.getValue())
                        .collect(Collectors.joining(", "))));
    }
}
