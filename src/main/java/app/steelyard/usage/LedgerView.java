package app.steelyard.usage;

import app.steelyard.usage.format.Finding;
import app.steelyard.usage.format.Format;
import app.steelyard.usage.format.Span;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
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
        @Nullable Span period,
        int daysWithUsage,
        int daysWithoutBucket,
        List<FileReport> files,
        List<RejectedRow> rejected,
        List<Finding> findings) {

    /** The most rejected rows listed one by one. */
    public static final int MAX_LISTED = 1000;

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

    /** What a selection takes of it; where the selection leaves the model open, all models. */
    public UsageTotals totals(Selection selection) {
        return sum(traffic().filter(selection::includes));
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

    static UsageTotals sum(Stream<DailyUsage> usage) {
        return usage.map(DailyUsage::totals).reduce(UsageTotals.NONE, UsageTotals::plus);
    }
}
