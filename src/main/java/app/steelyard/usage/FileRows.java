package app.steelyard.usage;

import app.steelyard.text.Texts;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What one file says, told by its format row by row, and passed on to the import. */
final class FileRows {
    /** Something about single rows that is said once a file, with the number of rows and the first of them. */
    enum Note {
        /** The parts of the input do not add up to it. */
        PARTS_DIFFER,
        /** The tokens read from the cache were worked out from the others. */
        READS_DERIVED,
        /** Tokens, but no request. */
        NO_REQUESTS
    }

    private record Noted(long rows, long firstLine) {}

    private static final Texts TEXTS = Texts.of(FileRows.class);

    private final String file;
    private final String vendor;
    private final UsageLedger ledger;
    private final Map<Note, Noted> notes = new EnumMap<>(Note.class);
    private final Map<String, Long> leftOutKinds = new TreeMap<>();
    private final Set<LocalDate> days = new TreeSet<>();
    private final Set<Long> widths = new HashSet<>();
    private String format;
    private long accepted;
    private long empty;
    private long unreadable;
    private long duplicates;
    private long leftOut;
    private long costs;
    private long twins;
    private long conflicts;
    private long withoutReads;
    private long withoutWrites;
    private long withoutModel;
    private long withoutProject;
    private long withoutTime;

    FileRows(String file, String vendor, String format, UsageLedger ledger) {
        this.file = file;
        this.vendor = vendor;
        this.format = format;
        this.ledger = ledger;
    }

    /** Says as what the file was recognised. */
    void recognisedAs(String text) {
        format = text;
    }

    Origin at(long line) {
        return new Origin(file, line);
    }

    /**
     * Counts a row, unless another file has brought the very same.
     *
     * @param hidden what else tells the row apart and must not be kept, such as the ids of users and keys
     */
    void accept(UsageRecord row, String pointer, String hidden) {
        switch (ledger.duplicates().meet(row, hidden)) {
            case BROUGHT_BY_ANOTHER_FILE -> {
                duplicates++;
                return;
            }
            case CONFLICT -> conflicts++;
            case TWIN -> twins++;
            case NEW -> {}
        }
        if (!ledger.add(vendor, row)) {
            reject(row.origin().line(), pointer, TEXTS.get("row.overflow"));
            return;
        }
        accepted++;
        count(row);
    }

    private void count(UsageRecord row) {
        if (!row.counts().readsStated()) {
            withoutReads++;
        }
        if (!row.counts().writesStated()) {
            withoutWrites++;
        }
        if (row.model() == null) {
            withoutModel++;
        }
        if (row.project() == null) {
            withoutProject++;
        }
        if (row.counts().requests() == 0 && row.counts().tokens() > 0) {
            note(Note.NO_REQUESTS, row.origin().line());
        }
        if (row.bucket() == null) {
            withoutTime++;
        } else {
            widths.add(
                    row.bucket().end().getEpochSecond() - row.bucket().start().getEpochSecond());
            row.bucket().eachDay().forEach(days::add);
        }
    }

    /** Counts a bucket in which nothing was used. */
    void empty(Span bucket) {
        empty++;
        ledger.cover(bucket);
    }

    /**
     * Lists a row that makes no sense.
     *
     * @param pointer JSON pointer, or empty
     */
    void reject(long line, String pointer, String reason) {
        unreadable++;
        ledger.reject(new RejectedRow(at(line), pointer, reason));
    }

    /** Counts a row of another kind of usage, such as {@code embeddings}. */
    void leaveOut(String kind) {
        leftOut++;
        leftOutKinds.merge(kind, 1L, Long::sum);
    }

    /** Counts a row of money where usage is needed. */
    void refuseCosts() {
        leftOut++;
        costs++;
    }

    /** Says of a page where it begins and ends, and whether the vendor has more. */
    void page(@Nullable Instant first, @Nullable Instant last, boolean more) {
        ledger.pages().add(file, first, last, more);
    }

    void note(Note note, long line) {
        notes.merge(note, new Noted(1, line), (a, b) -> new Noted(a.rows + 1, a.firstLine));
    }

    /** Adds a finding, its text from {@code key} with the file's name as {@code {0}}. */
    void find(Finding.Severity severity, String key, Object... arguments) {
        Object[] all = new Object[arguments.length + 1];
        all[0] = file;
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        ledger.find(new Finding(severity, TEXTS.get(key, all)));
    }

    /** Says what is to be said at the file's end. */
    void close() {
        if (costs > 0) {
            find(Finding.Severity.ERROR, "costs");
        }
        leftOutKinds.forEach((kind, rows) -> find(Finding.Severity.INFO, "leftOut", kind, rows));
        if (duplicates > 0) {
            find(Finding.Severity.WARNING, "duplicates", duplicates);
        }
        if (conflicts > 0) {
            find(Finding.Severity.WARNING, "conflicts", conflicts);
        }
        if (twins > 0) {
            find(Finding.Severity.INFO, "twins", twins);
        }
        if (unreadable > 0) {
            find(Finding.Severity.WARNING, "unreadable", unreadable);
        }
        notes.forEach((note, n) -> find(Finding.Severity.WARNING, "note." + note.name(), n.rows, n.firstLine));
        missing(Finding.Severity.WARNING, "without.reads", withoutReads);
        missing(Finding.Severity.INFO, "without.writes", withoutWrites);
        missing(Finding.Severity.WARNING, "without.model", withoutModel);
        missing(Finding.Severity.INFO, "without.project", withoutProject);
        missing(Finding.Severity.WARNING, "without.time", withoutTime);
        ledger.close(
                new FileReport(file, format, accepted, empty, unreadable, duplicates, leftOut),
                days,
                new UsageLedger.Grouping(withoutModel < accepted, withoutProject < accepted, Set.copyOf(widths)));
    }

    private void missing(Finding.Severity severity, String key, long rows) {
        if (rows > 0) {
            find(severity, rows == accepted ? key : key + ".some", rows);
        }
    }
}
