package app.steelyard.usage.figures;

import app.steelyard.text.Problem;
import app.steelyard.text.Texts;
import app.steelyard.usage.row.Format;
import app.steelyard.usage.row.TimeSpan;
import app.steelyard.usage.row.UsageFinding;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All that was read from some files.
 *
 * @param usage the rows, added up by day and dimensions
 * @param period from the first bucket's start to the last bucket's end; null where no bucket had a time
 * @param daysWithUsage days of the period in which something was used
 * @param daysWithoutBucket days of the period of which no file says anything
 * @param files one report a file, in the order given
 * @param rejected rows that make no sense, at most {@link #MAX_LISTED} of them; the files' reports count them all
 * @param findings what a person should know before trusting the numbers
 */
public record LedgerView(
        List<DailyUsage> usage,
        @Nullable TimeSpan period,
        int daysWithUsage,
        int daysWithoutBucket,
        List<FileReport> files,
        List<Problem> rejected,
        List<UsageFinding> findings) {

    /** The most rejected rows listed one by one. */
    public static final int MAX_LISTED = 1000;

    public static final LedgerView EMPTY = new LedgerView(List.of(), null, 0, 0, List.of(), List.of(), List.of());

    private static final Texts TEXTS = Texts.of(LedgerView.class);

    public LedgerView {
        usage = List.copyOf(usage);
        files = List.copyOf(files);
        rejected = List.copyOf(rejected);
        findings = List.copyOf(findings);
    }

    /** Days of the period in which nothing was used. */
    public int daysWithoutUsage() {
        return period == null ? 0 : (int) period.eachDay().count() - daysWithUsage;
    }

    /**
     * The rows whose tokens are traffic. A bill speaks of the same tokens as the usage, so it counts only for a vendor of
     * whom nothing else is told.
     */
    public Stream<DailyUsage> traffic() {
        Set<Integer> bills = files.stream()
                .filter(f -> f.kind() == Format.Kind.BILL)
                .map(FileReport::source)
                .collect(Collectors.toSet());
        Set<String> metered = usage.stream()
                .filter(u -> !bills.contains(u.source()))
                .map(DailyUsage::vendor)
                .collect(Collectors.toSet());
        return usage.stream().filter(u -> !bills.contains(u.source()) || !metered.contains(u.vendor()));
    }

    /** Everything together, each token once. */
    public UsageTotals totals() {
        return sum(traffic());
    }

    /** Only what a selection takes of it, over the same period; where the selection leaves the model open, all models. */
    public LedgerView only(Selection selection) {
        return with(usage.stream().filter(selection::includes).toList());
    }

    /** The highest number of a source; 0 where there is none. */
    public int lastSource() {
        return files.stream().mapToInt(FileReport::source).max().orElse(0);
    }

    /** Only the sources after {@code last}, over the same period. */
    public LedgerView since(int last, List<Problem> refused, List<UsageFinding> found) {
        return new LedgerView(
                usage.stream().filter(u -> u.source() > last).toList(),
                period,
                daysWithUsage,
                daysWithoutBucket,
                files.stream().filter(f -> f.source() > last).toList(),
                refused,
                found);
    }

    /** Only the usage: a bill's rows may name tokens that the usage has as well. */
    public LedgerView withoutBills() {
        Map<Integer, Format.Kind> kinds = Kpis.kinds(this);
        return with(usage.stream().filter(u -> !Spend.isBill(u, kinds)).toList());
    }

    /**
     * Only the days from {@code first} to {@code last}, both included. A bucket is on the day on which it began; rows of
     * no day are left out. Days without a bucket are at most as many as it then says.
     *
     * @param first null for all from the beginning
     * @param last null for all to the end
     */
    public LedgerView within(@Nullable LocalDate first, @Nullable LocalDate last) {
        if (first == null && last == null) {
            return this;
        }
        List<DailyUsage> kept = usage.stream()
                .filter(u -> u.day() != null
                        && (first == null || !u.day().isBefore(first))
                        && (last == null || !u.day().isAfter(last)))
                .toList();
        TimeSpan narrowed = narrowed(first, last);
        int used = (int) kept.stream()
                .filter(u -> !u.totals().isEmpty())
                .map(DailyUsage::day)
                .distinct()
                .count();
        int idle = narrowed == null ? 0 : (int) narrowed.eachDay().count() - used;
        return new LedgerView(kept, narrowed, used, Math.clamp(idle, 0, daysWithoutBucket), files, rejected, findings);
    }

    private LedgerView with(List<DailyUsage> rows) {
        return new LedgerView(rows, period, daysWithUsage, daysWithoutBucket, files, rejected, findings);
    }

    private @Nullable TimeSpan narrowed(@Nullable LocalDate first, @Nullable LocalDate last) {
        if (period == null) {
            return null;
        }
        Instant from = first == null ? Instant.MIN : first.atStartOfDay().toInstant(ZoneOffset.UTC);
        Instant to =
                last == null ? Instant.MAX : last.plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC);
        Instant start = from.isAfter(period.start()) ? from : period.start();
        Instant end = to.isBefore(period.end()) ? to : period.end();
        return end.isAfter(start) ? new TimeSpan(start, end) : null;
    }

    /** By model, most tokens first; the empty string stands for rows without one. */
    public Map<String, UsageTotals> byModel() {
        return by(u -> Objects.requireNonNullElse(u.model(), ""));
    }

    /** By project, most tokens first; the empty string stands for rows without one. */
    public Map<String, UsageTotals> byProject() {
        return by(u -> Objects.requireNonNullElse(u.project(), ""));
    }

    /** By day, in order, without days of no usage and rows of no day. */
    public SortedMap<LocalDate, UsageTotals> byDay() {
        NavigableMap<LocalDate, UsageTotals> days = new TreeMap<>();
        traffic().filter(u -> u.day() != null).forEach(u -> days.merge(u.day(), u.totals(), UsageTotals::plus));
        return days;
    }

    private Map<String, UsageTotals> by(Function<DailyUsage, String> key) {
        return largestFirst(traffic(), key);
    }

    static Map<String, UsageTotals> largestFirst(Stream<DailyUsage> usage, Function<DailyUsage, String> key) {
        Map<String, UsageTotals> sums = new HashMap<>();
        usage.forEach(u -> sums.merge(key.apply(u), u.totals(), UsageTotals::plus));
        Map<String, UsageTotals> ordered = new LinkedHashMap<>();
        sums.entrySet().stream()
                .sorted(Comparator.comparingLong((Map.Entry<String, UsageTotals> e) ->
                                -e.getValue().tokens())
                        .thenComparing(Map.Entry.comparingByKey()))
                .forEach(e -> ordered.put(e.getKey(), e.getValue()));
        return ordered;
    }

    /** The sources that a person left out of the figures. */
    public List<FileReport> excluded() {
        return files.stream().filter(f -> !f.included()).toList();
    }

    /** Figures that lack a source on purpose must not be taken for all there is. */
    public static Optional<UsageFinding> excluded(List<FileReport> files) {
        List<String> names =
                files.stream().filter(f -> !f.included()).map(FileReport::file).toList();
        return names.isEmpty()
                ? Optional.empty()
                : Optional.of(UsageFinding.warning(TEXTS.get("excluded", String.join(", ", names), names.size())));
    }

    static UsageTotals sum(Stream<DailyUsage> usage) {
        return usage.map(DailyUsage::totals).reduce(UsageTotals.NONE, UsageTotals::plus);
    }
}
