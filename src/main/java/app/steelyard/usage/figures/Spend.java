package app.steelyard.usage.figures;

import app.steelyard.text.Texts;
import app.steelyard.usage.row.Format;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What some usage cost, by the best there is: a bill, or else what its rows say they cost, or else list prices.
 *
 * @param amount null where it is not known
 * @param currency ISO 4217; empty where the amount is not known
 * @param note by what it is told, or why it is not known
 */
public record Spend(@Nullable BigDecimal amount, String currency, String note) {
    private static final Texts TEXTS = Texts.of(Spend.class);

    /** Part by part, by its name; rows of no day are in no day. */
    public static Map<String, Spend> by(Kpis.Part part, LedgerView usage, PricedModels models) {
        Map<Integer, Format.Kind> kinds = Kpis.kinds(usage);
        Map<String, Spend> spends = new TreeMap<>();
        Kpis.parts(part, usage).forEach((name, rows) -> spends.put(name, of(rows, kinds, models)));
        return spends;
    }

    static Spend of(List<DailyUsage> rows, Map<Integer, Format.Kind> kinds, PricedModels models) {
        List<DailyUsage> bill =
                rows.stream().filter(r -> r.cost() != null && isBill(r, kinds)).toList();
        List<DailyUsage> used = rows.stream()
                .filter(r -> !isBill(r, kinds) && !r.totals().isEmpty())
                .toList();
        if (!bill.isEmpty()) {
            return sum(bill, "spend.bill");
        }
        boolean stated = !used.isEmpty() && used.stream().allMatch(r -> r.cost() != null);
        return stated ? sum(used, "spend.rows") : listed(used, models);
    }

    static boolean isBill(DailyUsage row, Map<Integer, Format.Kind> kinds) {
        return kinds.get(row.source()) == Format.Kind.BILL;
    }

    private static Spend sum(List<DailyUsage> rows, String note) {
        Set<String> currencies = new TreeSet<>();
        BigDecimal sum = BigDecimal.ZERO;
        for (DailyUsage row : rows) {
            currencies.add(Optional.ofNullable(row.currency()).orElse(""));
            sum = sum.add(Optional.ofNullable(row.cost()).orElse(BigDecimal.ZERO));
        }
        return currencies.size() == 1
                ? new Spend(sum, currencies.iterator().next(), TEXTS.get(note))
                : unknown("spend.currencies", String.join(", ", currencies));
    }

    private static Spend listed(List<DailyUsage> rows, PricedModels models) {
        Set<String> currencies = new TreeSet<>();
        BigDecimal sum = BigDecimal.ZERO;
        for (DailyUsage row : rows) {
            switch (TokenCost.of(row, models)) {
                case TokenCost.Known known -> {
                    currencies.add(known.currency());
                    sum = sum.add(known.amount());
                }
                case TokenCost.Unknown unknown -> {
                    return unknown(
                            "spend.unpriced",
                            Measured.shown(Optional.ofNullable(row.model()).orElse("")),
                            unknown.reason().title());
                }
            }
        }
        return switch (currencies.size()) {
            case 0 -> unknown("spend.nothing");
            case 1 -> new Spend(sum, currencies.iterator().next(), TEXTS.get("spend.listed"));
            default -> unknown("spend.currencies", String.join(", ", currencies));
        };
    }

    private static Spend unknown(String key, Object... arguments) {
        return new Spend(null, "", TEXTS.get(key, arguments));
    }
}
