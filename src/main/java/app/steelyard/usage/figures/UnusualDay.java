package app.steelyard.usage.figures;

import app.steelyard.text.Numbers;
import app.steelyard.text.Texts;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A day on which something was unusual, weighed by how far it was from a usual one: a day on which little was used can be
 * as unusual as a day that cost a fortune, but matters less.
 *
 * @param stake difference from the median of all days, in {@code currency} or else in tokens; negative below it
 * @param currency ISO 4217; empty where tokens are weighed, because the cost of some day is not known
 * @param anomalies what was unusual on it
 */
public record UnusualDay(LocalDate day, double stake, String currency, List<Anomaly> anomalies) {
    private static final Texts TEXTS = Texts.of(UnusualDay.class);

    public UnusualDay {
        anomalies = List.copyOf(anomalies);
    }

    /**
     * The days of {@code anomalies}, those with the most at stake first.
     *
     * @param tokens of every day with usage
     * @param costs of the same days, by their ISO dates
     */
    public static List<UnusualDay> ranked(
            Collection<Anomaly> anomalies, Map<LocalDate, UsageTotals> tokens, Map<String, Spend> costs) {
        if (anomalies.isEmpty()) {
            return List.of();
        }
        NavigableMap<LocalDate, Double> values = new TreeMap<>();
        String currency = currency(costs);
        if (currency.isEmpty()) {
            tokens.forEach((day, t) -> values.put(day, (double) t.tokens()));
        } else {
            costs.forEach((day, spend) -> values.put(LocalDate.parse(day), amount(spend)));
        }
        double median = Usual.of(values.values().stream()
                        .mapToDouble(Double::doubleValue)
                        .toArray())
                .median();
        Map<LocalDate, List<Anomaly>> days = anomalies.stream().collect(Collectors.groupingBy(Anomaly::day));
        List<UnusualDay> ranked = new ArrayList<>();
        days.forEach((day, found) ->
                ranked.add(new UnusualDay(day, values.getOrDefault(day, median) - median, currency, found)));
        ranked.sort(
                Comparator.comparingDouble((UnusualDay d) -> -Math.abs(d.stake)).thenComparing(UnusualDay::day));
        return ranked;
    }

    /** What is at stake, and why the day is unusual. */
    public String reason() {
        String amount = currency.isEmpty()
                ? TEXTS.get("unusual.tokens", Numbers.axis(Math.abs(stake)))
                : Numbers.money(Math.abs(stake), currency);
        String reasons = anomalies.stream().map(Anomaly::reason).collect(Collectors.joining(" "));
        return TEXTS.get(stake < 0 ? "unusual.less" : "unusual.more", amount, reasons);
    }

    /** The one in which every day's cost is known; empty if there is none. */
    private static String currency(Map<String, Spend> costs) {
        Set<String> currencies = new HashSet<>();
        costs.values().forEach(s -> currencies.add(s.amount() == null ? "" : s.currency()));
        return currencies.size() == 1 ? currencies.iterator().next() : "";
    }

    private static double amount(Spend spend) {
        BigDecimal amount = spend.amount();
        return amount == null ? 0 : amount.doubleValue();
    }
}
