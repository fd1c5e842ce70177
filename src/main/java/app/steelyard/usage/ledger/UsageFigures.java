package app.steelyard.usage.ledger;

import app.steelyard.pricing.PriceBook;
import app.steelyard.usage.figures.Anomaly;
import app.steelyard.usage.figures.Kpis;
import app.steelyard.usage.figures.LedgerView;
import app.steelyard.usage.figures.PricedModels;
import app.steelyard.usage.figures.Reconciliation;
import app.steelyard.usage.figures.Selection;
import app.steelyard.usage.figures.Spend;
import app.steelyard.usage.figures.UnusualDay;
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
public record UsageFigures(
        LedgerView all,
        LookedAt scope,
        LedgerView chosen,
        LedgerView used,
        PricedModels prices,
        Kpis kpis,
        Map<Kpis.Part, Map<String, Spend>> spends,
        List<Anomaly> anomalies,
        List<UnusualDay> unusual,
        RequestGaps arrivals,
        Reconciliation reconciliation) {

    public static UsageFigures of(Ledger ledger, LedgerView all, LookedAt wanted, double tolerance, PriceBook book) {
        LookedAt scope = wanted.within(all);
        LedgerView chosen = scope.of(all);
        PricedModels prices = new PricedModels(book, ledger.pricedAs());
        Map<Kpis.Part, Map<String, Spend>> spends = new EnumMap<>(Kpis.Part.class);
        for (Kpis.Part part : Kpis.Part.values()) {
            spends.put(part, Spend.by(part, chosen, prices));
        }
        LedgerView used = chosen.withoutBills();
        List<Anomaly> anomalies = Anomaly.of(chosen, prices);
        return new UsageFigures(
                all,
                scope,
                chosen,
                used,
                prices,
                // Hours are those of the whole ledger; a part of it is told by days.
                Kpis.all(chosen, scope.equals(LookedAt.ALL) ? ledger.hours() : new TreeMap<>(), prices),
                spends,
                anomalies,
                UnusualDay.ranked(anomalies, used.byDay(), spends.getOrDefault(Kpis.Part.DAY, Map.of())),
                ledger.arrivals(new Selection(scope.model(), scope.model() == null, scope.project()), prices),
                Reconciliation.of(all, prices, tolerance));
    }

    public boolean isEmpty() {
        return all.usage().isEmpty();
    }
}
