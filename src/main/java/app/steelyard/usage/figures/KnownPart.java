package app.steelyard.usage.figures;

import app.steelyard.text.Texts;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The rows that state what an indicator needs, so that a source that does not leaves the others their figure.
 *
 * @param totals of these rows
 * @param hits of these rows
 * @param coverage which part of all they are
 */
record KnownPart(List<DailyUsage> rows, UsageTotals totals, Hits hits, Coverage coverage) {
    private static final Texts TEXTS = Texts.of(KnownPart.class);

    /**
     * @param states whether a row states what is needed; rows without input are left out silently if they do not
     * @param names of the files, by their sources
     */
    static KnownPart of(List<DailyUsage> all, Predicate<DailyUsage> states, Map<Integer, String> names) {
        List<DailyUsage> rows = new ArrayList<>();
        List<DailyUsage> rest = new ArrayList<>();
        for (DailyUsage row : all) {
            if (states.test(row)) {
                rows.add(row);
            } else if (row.totals().input() > 0) {
                rest.add(row);
            }
        }
        UsageTotals totals = LedgerView.sum(rows.stream());
        Hits hits = rows.stream().map(DailyUsage::hits).reduce(Hits.NONE, Hits::plus);
        return new KnownPart(rows, totals, hits, rest.isEmpty() ? Coverage.WHOLE : coverage(rows, totals, rest, names));
    }

    private static Coverage coverage(
            List<DailyUsage> rows, UsageTotals totals, List<DailyUsage> rest, Map<Integer, String> names) {
        double known = totals.input();
        double unknown = rest.stream().mapToDouble(r -> r.totals().input()).sum();
        Set<Integer> inPart = rows.stream()
                .filter(r -> r.totals().input() > 0)
                .map(DailyUsage::source)
                .collect(Collectors.toSet());
        Set<String> leftOut = new LinkedHashSet<>();
        rest.stream().map(DailyUsage::source).distinct().sorted().forEach(source -> {
            String name = names.getOrDefault(source, "");
            leftOut.add(inPart.contains(source) ? TEXTS.get("kpi.coverage.inPart", name) : name);
        });
        return new Coverage(known / (known + unknown), List.copyOf(leftOut));
    }

    boolean hasInput() {
        return totals.input() > 0;
    }

    /**
     * The rows of which every request can be looked at. That is told source by source: taking the buckets of a source
     * in which nothing was read, as only of them it is known, would make its rate too low.
     */
    static KnownPart oneByOne(List<DailyUsage> all, Map<Integer, String> names) {
        Predicate<DailyUsage> stating =
                r -> r.totals().readsStated() && r.totals().requestsStated();
        Set<Integer> summed = all.stream()
                .filter(stating)
                .filter(r -> r.hits().judged() < r.totals().requests())
                .map(DailyUsage::source)
                .collect(Collectors.toSet());
        return of(all, stating.and(r -> !summed.contains(r.source())), names);
    }
}
