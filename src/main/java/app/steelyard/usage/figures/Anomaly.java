package app.steelyard.usage.figures;

import app.steelyard.text.Amount;
import app.steelyard.text.Currency;
import app.steelyard.text.ExactMoney;
import app.steelyard.text.Money;
import app.steelyard.text.Numbers;
import app.steelyard.text.Quantity;
import app.steelyard.text.Texts;
import app.steelyard.text.Unit;
import app.steelyard.usage.row.Format;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/**
 * A day on which something was unusual: further from the median of all days with usage than 3.5 deviations, a deviation
 * being 1.4826 times the median distance from the median and at least a tenth of the median.
 *
 * @param value on that day, in requests, tokens or money
 * @param median of all days with usage, counted as the value is
 * @param low what is below it is unusual; may be negative, and then nothing is
 * @param high what is above it is unusual
 */
public record Anomaly(LocalDate day, What what, Amount value, double median, double low, double high) {
    /** Fewer days than this do not tell what is usual. */
    public static final int FEWEST = 7;

    private static final Texts TEXTS = Texts.of(Anomaly.class);
    private static final Quantity NO_TOKENS = new Quantity(0, Unit.TOKENS);

    /** What was unusual. */
    public enum What {
        REQUESTS,
        TOKENS,
        COST,
        WRITES
    }

    /** All of them, by day; none where there are too few days to tell. */
    public static List<Anomaly> of(LedgerView usage, PricedModels models) {
        Map<Integer, Format.Kind> kinds = Kpis.kinds(usage);
        NavigableMap<LocalDate, List<DailyUsage>> days = new TreeMap<>();
        for (DailyUsage u : usage.usage()) {
            if (u.day() != null && !Spend.isBill(u, kinds)) {
                days.computeIfAbsent(u.day(), d -> new ArrayList<>()).add(u);
            }
        }
        NavigableMap<LocalDate, UsageTotals> totals = new TreeMap<>();
        days.forEach((day, rows) -> totals.put(day, LedgerView.sum(rows.stream())));
        List<Anomaly> found = new ArrayList<>();
        if (totals.values().stream().allMatch(UsageTotals::requestsStated)) {
            find(What.REQUESTS, values(totals, UsageTotals::requests), new Quantity(0, Unit.REQUESTS), found);
        }
        find(What.TOKENS, values(totals, UsageTotals::tokens), NO_TOKENS, found);
        if (totals.values().stream().allMatch(UsageTotals::writesStated)) {
            find(What.WRITES, values(totals, UsageTotals::cacheWrite), NO_TOKENS, found);
        }
        costs(days, kinds, models, found);
        found.sort(Comparator.comparing(Anomaly::day).thenComparing(Anomaly::what));
        return found;
    }

    /** Why it is one, in a sentence. */
    public String reason() {
        boolean more = value.value() > median;
        return TEXTS.get(
                more ? "anomaly.high" : "anomaly.low",
                TEXTS.name(what),
                shown(value.value()),
                shown(median),
                shown(more ? high : low));
    }

    private String shown(double number) {
        return value instanceof Money money ? money.with(number).full() : Numbers.count(number);
    }

    /** Only where the cost of every day is known, and in one currency. */
    private static void costs(
            NavigableMap<LocalDate, List<DailyUsage>> days,
            Map<Integer, Format.Kind> kinds,
            PricedModels models,
            List<Anomaly> found) {
        NavigableMap<LocalDate, Double> costs = new TreeMap<>();
        Currency currency = null;
        for (Map.Entry<LocalDate, List<DailyUsage>> day : days.entrySet()) {
            Spend spend = Spend.of(day.getValue(), kinds, models);
            ExactMoney amount = spend.amount();
            if (amount == null || currency != null && !currency.equals(amount.currency())) {
                return;
            }
            currency = amount.currency();
            costs.put(day.getKey(), amount.value().doubleValue());
        }
        if (currency != null) {
            find(What.COST, costs, currency.of(0), found);
        }
    }

    private static NavigableMap<LocalDate, Double> values(
            NavigableMap<LocalDate, UsageTotals> totals, ToDoubleFunction<UsageTotals> value) {
        NavigableMap<LocalDate, Double> values = new TreeMap<>();
        totals.forEach((day, t) -> values.put(day, value.applyAsDouble(t)));
        return values;
    }

    private static void find(What what, NavigableMap<LocalDate, Double> days, Amount none, List<Anomaly> found) {
        if (days.size() < FEWEST) {
            return;
        }
        Usual usual =
                Usual.of(days.values().stream().mapToDouble(Double::doubleValue).toArray());
        days.forEach((day, value) -> {
            if (value > usual.high() || value < usual.low()) {
                found.add(new Anomaly(day, what, none.with(value), usual.median(), usual.low(), usual.high()));
            }
        });
    }
}
