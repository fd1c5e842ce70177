package app.steelyard.usage;

import app.steelyard.text.Texts;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Adds up what all files of one import say. It keeps a sum a day and set of dimensions, never the rows. */
final class UsageLedger {
    /** How a file's rows are told apart; files that differ in it can say the same thing twice unnoticed. */
    record Grouping(boolean byModel, boolean byProject, Set<Long> widths) {}

    private record Key(
            @Nullable LocalDate day,
            String vendor,
            @Nullable String model,
            @Nullable String project,
            @Nullable Boolean batch,
            @Nullable String serviceTier) {}

    private record Shape(String file, Set<LocalDate> days, Grouping grouping) {}

    private static final Texts TEXTS = Texts.of(UsageLedger.class);

    private final Map<Key, UsageTotals> sums = new HashMap<>();
    private final Set<LocalDate> covered = new HashSet<>();
    private final Set<LocalDate> used = new HashSet<>();
    private final List<FileReport> files = new ArrayList<>();
    private final List<Shape> shapes = new ArrayList<>();
    private final List<RejectedRow> rejected = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();
    private final Duplicates duplicates = new Duplicates();
    private final Pages pages = new Pages();
    private UsageTotals total = UsageTotals.NONE;
    private @Nullable Span period;

    Duplicates duplicates() {
        return duplicates;
    }

    Pages pages() {
        return pages;
    }

    /** Adds a row; false where the sum of all rows would no longer fit, and nothing was added. */
    boolean add(String vendor, UsageRecord row) {
        try {
            total = total.plus(row.counts());
        } catch (ArithmeticException e) {
            return false;
        }
        Span bucket = row.bucket();
        if (bucket != null) {
            cover(bucket);
            if (!row.counts().isEmpty()) {
                bucket.eachDay().forEach(used::add);
            }
        }
        Key key = new Key(
                bucket == null ? null : bucket.firstDay(),
                vendor,
                row.model(),
                row.project(),
                row.batch(),
                row.serviceTier());
        sums.merge(key, row.counts(), UsageTotals::plus);
        return true;
    }

    void cover(Span bucket) {
        period = period == null ? bucket : period.union(bucket);
        bucket.eachDay().forEach(covered::add);
    }

    void reject(RejectedRow row) {
        if (rejected.size() < UsageImport.MAX_LISTED) {
            rejected.add(row);
        }
    }

    void find(Finding finding) {
        findings.add(finding);
    }

    void close(FileReport report, Set<LocalDate> days, Grouping grouping) {
        files.add(report);
        shapes.add(new Shape(report.file(), days, grouping));
        duplicates.endFile();
        pages.endFile();
    }

    UsageImport result() {
        pages.unfinished().forEach(file -> find(Finding.warning(TEXTS.get("hasMore", file))));
        overlaps();
        if (duplicates.full()) {
            find(Finding.info(TEXTS.get("duplicates.full", Duplicates.MAX_ROWS)));
        }
        int gap = 0;
        if (period != null) {
            gap = (int) period.eachDay().filter(d -> !covered.contains(d)).count();
            if (gap > 0) {
                find(Finding.warning(TEXTS.get("gap", gap)));
            }
        }
        long unreadable = files.stream().mapToLong(FileReport::unreadable).sum();
        if (unreadable > rejected.size()) {
            find(Finding.info(TEXTS.get("listed", rejected.size(), unreadable)));
        }
        List<DailyUsage> usage = new ArrayList<>();
        sums.forEach(
                (k, t) -> usage.add(new DailyUsage(k.day, k.vendor, k.model, k.project, k.batch, k.serviceTier, t)));
        usage.sort(UsageLedger::inOrder);
        return new UsageImport(usage, period, used.size(), gap, files, rejected, findings);
    }

    /** Says once where two files that are grouped differently speak of the same days. */
    private void overlaps() {
        for (int i = 0; i < shapes.size(); i++) {
            for (int j = i + 1; j < shapes.size(); j++) {
                Shape a = shapes.get(i);
                Shape b = shapes.get(j);
                if (!a.grouping.equals(b.grouping) && !Collections.disjoint(a.days, b.days)) {
                    find(Finding.warning(TEXTS.get("overlap", a.file, b.file)));
                    return;
                }
            }
        }
    }

    private static int inOrder(DailyUsage a, DailyUsage b) {
        return order(a).compareTo(order(b));
    }

    private static String order(DailyUsage u) {
        return String.join(
                "\u0000",
                String.valueOf(u.day()),
                u.vendor(),
                String.valueOf(u.model()),
                String.valueOf(u.project()),
                String.valueOf(u.batch()),
                String.valueOf(u.serviceTier()));
    }
}
