package app.steelyard.usage.ledger;

import app.steelyard.text.Texts;
import app.steelyard.usage.log.LogImport;
import app.steelyard.usage.log.LogRows;
import app.steelyard.usage.row.Format;
import app.steelyard.usage.row.UsageFinding;
import app.steelyard.usage.store.LedgerException;
import app.steelyard.usage.store.RequestLog;
import app.steelyard.usage.store.Rollup;
import app.steelyard.usage.store.Stage;
import app.steelyard.usage.store.Staging;
import app.steelyard.usage.store.Store;
import app.steelyard.usage.store.Twins;
import app.steelyard.usage.store.Watch;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.duckdb.DuckDBAppender;
import org.jspecify.annotations.Nullable;

/** The files whose rows are added up together: many small ones, or a large one alone. */
final class FileBatch {
    /** As many rows, or files, are enough for one statement. */
    private static final long ENOUGH_ROWS = 200_000;

    private static final int ENOUGH_FILES = 5_000;
    private static final Texts TEXTS = Texts.of(FileBatch.class);

    private final Store store;
    private final Rollup rollup;
    private final long millis;
    private final List<Member> members = new ArrayList<>();
    private final LogRows logs;
    private final @Nullable RequestLog requests;
    private long rows;
    private @Nullable Stage stage;

    /**
     * @param millis when it is imported
     * @param requests takes each request for itself as well; null where only sums are wanted
     */
    FileBatch(Store store, long millis, @Nullable RequestLog requests) {
        this.requests = requests;
        this.store = store;
        this.rollup = new Rollup(store);
        this.millis = millis;
        this.logs = new LogRows(store);
    }

    /**
     * What a document turned out to be.
     *
     * @param log the large request log that is still to be read, if it is one
     */
    record Recognised(
            String variant,
            Format.@Nullable Kind kind,
            @Nullable LogImport log) {
        static final Recognised NOT = new Recognised(TEXTS.get("format.none"), null, null);
    }

    private record Member(Recognised recognised, Staging staging) {}

    /** Where rows go. */
    Stage stage() throws SQLException {
        if (stage == null) {
            stage = new Stage(store);
        }
        return stage;
    }

    LogRows logs() {
        return logs;
    }

    void row() {
        rows++;
    }

    /** Adds a file whose rows are told; a large request log is read now. */
    void add(Recognised recognised, Staging staging, Watch watch) throws SQLException {
        LogImport log = recognised.log();
        if (log == null) {
            members.add(new Member(recognised, staging));
            if (rows > ENOUGH_ROWS || members.size() >= ENOUGH_FILES) {
                flush();
            }
            return;
        }
        // What came before it is known to it.
        flush();
        Rollup.Outcome outcome = Rollup.Outcome.NOTHING;
        long twice = 0;
        try {
            twice = log.run(watch);
            outcome = rollup.add().getOrDefault(staging.source(), outcome);
            if (requests != null) {
                log.tell(requests);
            }
            log.remember();
        } catch (SQLException | IOException | LedgerException e) {
            if (LedgerException.isTooLarge(e)) {
                throw new LedgerException(TEXTS.get("counts.large", staging.file()), e);
            }
            if (!LedgerException.isOfFile(e)) {
                throw new LedgerException(TEXTS.get("ledger.failed", String.valueOf(e.getMessage())), e);
            }
            staging.say(UsageFinding.Severity.ERROR, "file.damaged");
        }
        stage().flush();
        close();
        List<Finished> finished = List.of(new Finished(new Member(recognised, staging), outcome, twice));
        write(finished);
    }

    /** Adds up what has gathered. */
    void flush() throws SQLException {
        if (members.isEmpty()) {
            return;
        }
        Stage gathered = stage();
        gathered.flush();
        logs.settle();
        gathered.flush();
        try {
            Map<Integer, Long> twice = Twins.remove(store, "stage");
            Map<Integer, Rollup.Outcome> outcomes = rollup.addStaged();
            if (requests != null) {
                requests.addStaged();
            }
            Twins.remember(store, "stage");
            List<Finished> finished = members.stream()
                    .map(m -> new Finished(
                            m,
                            outcomes.getOrDefault(m.staging.source(), Rollup.Outcome.NOTHING),
                            twice.getOrDefault(m.staging.source(), 0L)))
                    .toList();
            close();
            write(finished);
        } catch (LedgerException e) {
            if (LedgerException.isTooLarge(e)) {
                throw new LedgerException(
                        members.size() == 1
                                ? TEXTS.get(
                                        "counts.large",
                                        members.getFirst().staging.file())
                                : TEXTS.get("counts.large.all"),
                        e);
            }
            throw e;
        }
        members.clear();
        rows = 0;
    }

    private record Finished(Member member, Rollup.Outcome outcome, long twice) {}

    private void write(List<Finished> finished) throws SQLException {
        Map<Integer, Iterable<UsageFinding>> findings = new HashMap<>();
        try (DuckDBAppender sources = store.connection().createAppender("incoming", "main", "source")) {
            for (Finished one : finished) {
                Staging staging = one.member.staging;
                Recognised recognised = one.member.recognised;
                long duplicates = one.outcome.duplicates() + one.twice;
                if (duplicates > 0) {
                    staging.say(UsageFinding.Severity.WARNING, "duplicates", duplicates);
                }
                if (one.outcome.again() > 0) {
                    staging.say(UsageFinding.Severity.WARNING, "conflicts", one.outcome.again());
                }
                findings.put(staging.source(), staging.findings());
                sources.beginRow();
                sources.append(staging.source());
                sources.append(staging.file());
                sources.append(recognised.variant());
                sources.append(
                        recognised.kind() == null ? null : recognised.kind().name());
                sources.append(millis);
                sources.append(true);
                sources.append(one.outcome.accepted());
                sources.append(staging.empty());
                sources.append(staging.unreadable());
                sources.append(duplicates);
                sources.append(staging.leftOut());
                sources.endRow();
            }
        }
        try (DuckDBAppender said = store.connection().createAppender("incoming", "main", "finding")) {
            for (Finished one : finished) {
                int source = one.member.staging.source();
                for (UsageFinding finding : findings.getOrDefault(source, List.of())) {
                    said.beginRow();
                    said.append(source);
                    said.append(finding.severity().name());
                    said.append(finding.text());
                    said.endRow();
                }
            }
        }
    }

    private void close() throws SQLException {
        if (stage != null) {
            stage.close();
            stage = null;
        }
    }

    /** Lets go of what has gathered, if anything has. */
    void abandon() {
        try {
            close();
        } catch (SQLException e) {
            // Why it is abandoned is told already.
            stage = null;
        }
    }
}
