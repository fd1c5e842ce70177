package app.steelyard.usage.figures;

import app.steelyard.usage.row.Format;
import java.util.List;
import java.util.Map;

/**
 * What every {@link Indicator} is computed from. A bill's rows are part of the spend only.
 *
 * @param totals of all usage
 * @param reads the usage that states cache reads
 * @param writes the usage that states cache reads and writes
 * @param single the usage of which every request can be looked at
 * @param spend what all of it cost
 */
record KpiBasis(
        UsageTotals totals, KnownPart reads, KnownPart writes, KnownPart single, Spend spend, PricedModels models) {

    /**
     * @param kinds what each source speaks of
     * @param names what each source is called
     */
    static KpiBasis of(
            List<DailyUsage> rows, Map<Integer, Format.Kind> kinds, Map<Integer, String> names, PricedModels models) {
        List<DailyUsage> used =
                rows.stream().filter(r -> !Spend.isBill(r, kinds)).toList();
        return new KpiBasis(
                LedgerView.sum(used.stream()),
                KnownPart.of(used, r -> r.totals().readsStated(), names),
                KnownPart.of(used, r -> r.totals().readsStated() && r.totals().writesStated(), names),
                KnownPart.oneByOne(used, names),
                Spend.of(rows, kinds, models),
                models);
    }

    /** Whether there is input, and none of it states what was read. */
    boolean readsUnknown() {
        return totals.input() > 0 && !reads.hasInput();
    }

    /** Whether requests are counted, and there are some. */
    boolean hasRequests() {
        return totals.requestsStated() && totals.requests() > 0;
    }
}
