package app.steelyard.usage.figures;

import app.steelyard.text.Currency;
import app.steelyard.text.ExactMoney;
import app.steelyard.text.Texts;
import app.steelyard.usage.row.Format;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What some usage cost, by the best there is: a bill, or else what its rows say they cost, or else list prices.
 *
 * @param amount null where it is not known
 * @param note by what it is told, or why it is not known
 * @param part as much as is known where all is not; null where nothing is
 */
public record Spend(
        @Nullable ExactMoney amount, String note, @Nullable Part part) {
    /**
     * What has a price.
     *
     * @param totals of the usage that it is for
     */
    record Part(ExactMoney amount, String note, UsageTotals totals, Coverage coverage) {}

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
        Map<Currency, ExactMoney> sums = new TreeMap<>();
        rows.stream()
                .flatMap(r -> Optional.ofNullable(r.cost()).stream())
                .forEach(c -> sums.merge(c.currency(), c, ExactMoney::plus));
        return of(sums, note);
    }

    private static Spend listed(List<DailyUsage> rows, PricedModels models) {
        Map<Currency, ExactMoney> sums = new TreeMap<>();
        List<DailyUsage> priced = new ArrayList<>();
        Map<String, Long> unpriced = new LinkedHashMap<>();
        Spend why = null;
        for (DailyUsage row : rows) {
            switch (TokenCost.of(row, models)) {
                case TokenCost.Known known -> {
                    priced.add(row);
                    sums.merge(known.amount().currency(), known.amount(), ExactMoney::plus);
                }
                case TokenCost.Unknown unknown -> {
                    String model =
                            Measured.shown(Optional.ofNullable(row.model()).orElse(""));
                    unpriced.merge(model, unknown.tokens(), Long::sum);
                    why = why == null
                            ? unknown("spend.unpriced", model, unknown.reason().title())
                            : why;
                }
            }
        }
        Spend known = of(sums, "spend.listed");
        if (why == null) {
            return known;
        }
        ExactMoney amount = known.amount();
        return amount == null
                ? why
                : new Spend(
                        null,
                        why.note(),
                        new Part(amount, known.note(), LedgerView.sum(priced.stream()), coverage(priced, unpriced)));
    }

    private static Coverage coverage(List<DailyUsage> priced, Map<String, Long> unpriced) {
        double known = LedgerView.sum(priced.stream()).tokens();
        double unknown =
                unpriced.values().stream().mapToDouble(Long::doubleValue).sum();
        return new Coverage(
                known + unknown == 0 ? 0 : known / (known + unknown),
                List.copyOf(unpriced.keySet()),
                Coverage.Lack.NOT_PRICED);
    }

    private static Spend of(Map<Currency, ExactMoney> sums, String note) {
        return switch (sums.size()) {
            case 0 -> unknown("spend.nothing");
            case 1 -> new Spend(sums.values().iterator().next(), TEXTS.get(note), null);
            default ->
                unknown(
                        "spend.currencies",
                        sums.keySet().stream().map(Currency::code).collect(Collectors.joining(", ")));
        };
    }

    private static Spend unknown(String key, Object... arguments) {
        return new Spend(null, TEXTS.get(key, arguments), null);
    }
}
