package app.steelyard.ui.usage;

import app.steelyard.pricing.PriceBook;
import app.steelyard.usage.Anomaly;
import app.steelyard.usage.Arrivals;
import app.steelyard.usage.Kpis;
import app.steelyard.usage.Ledger;
import app.steelyard.usage.LedgerView;
import app.steelyard.usage.PricedModels;
import app.steelyard.usage.Reconciliation;
import app.steelyard.usage.Selection;
import app.steelyard.usage.Spend;
import app.steelyard.usage.UnusualDay;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * All that the screen shows of a ledger, computed at once and away from the window.
 *
 * @param all the ledger by day
 * @param scope the part that is looked at
 * @param chosen that part
 * @param used the same without bills, so that no token counts twice
 * @param unusual the days of the anomalies, those with the most at stake first
 * @param spends what each day, model and project of it cost
 * @param reconciliation of the whole ledger
 */
record Figures(
        LedgerView all,
        Scope scope,
        LedgerView chosen,
        LedgerView used,
        PricedModels prices,
        Kpis kpis,
        Map<Kpis.Part, Map<String, Spend>> spends,
        List<Anomaly> anomalies,
        List<UnusualDay> unusual,
        Arrivals arrivals,
        Reconciliation reconciliation) {

    static Figures of(Ledger ledger, LedgerView all, Scope wanted, double tolerance, PriceBook book) {
        Scope scope = wanted.within(all);
        LedgerView chosen = scope.of(all);
        PricedModels prices = new PricedModels(book, ledger.pricedAs());
        Map<Kpis.Part, Map<String, Spend>> spends = new EnumMap<>(Kpis.Part.class);
        for (Kpis.Part part : Kpis.Part.values()) {
            spends.put(part, Spend.by(part, chosen, prices));
        }
        LedgerView used = chosen.withoutBills();
        List<Anomaly> anomalies = Anomaly.of(chosen, prices);
        return new Figures(
                all,
                scope,
                chosen,
                used,
                prices,
                // Hours are those of the whole ledger; a part of it is told by days.
                Kpis.all(chosen, scope.equals(Scope.ALL) ? ledger.hours() : new TreeMap<>(), prices),
                spends,
                anomalies,
                UnusualDay.ranked(anomalies, used.byDay(), spends.getOrDefault(Kpis.Part.DAY, Map.of())),
                ledger.arrivals(new Selection(scope.model(), scope.model() == null, scope.project()), prices),
                Reconciliation.of(all, prices, tolerance));
    }

    boolean isEmpty() {
        return all.usage().isEmpty();
    }
}
