package app.steelyard.usage.figures;

import app.steelyard.text.Amount;
import app.steelyard.text.Currency;
import app.steelyard.text.ExactMoney;
import app.steelyard.text.Money;
import app.steelyard.text.Numbers;
import app.steelyard.text.Quantity;
import app.steelyard.text.Texts;
import app.steelyard.text.Unit;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A day on which something was unusual, weighed by how far it was from a usual one: a day on which little was used can be
 * as unusual as a day that cost a fortune, but matters less.
 *
 * @param stake difference from the median of all days, in money or, where the cost of some day is not known, in tokens; negative
 *     below it
 * @param anomalies what was unusual on it
 */
public record UnusualDay(LocalDate day, Amount stake, List<Anomaly> anomalies) {
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
        Optional<Currency> currency = currency(costs.values());
        if (currency.isEmpty()) {
            tokens.forEach((day, t) -> values.put(day, (double) t.tokens()));
        } else {
            costs.forEach((day, spend) -> values.put(LocalDate.parse(day), amount(spend)));
        }
        Amount none = currency.<Amount>map(c -> c.of(0)).orElse(new Quantity(0, Unit.TOKENS));
        double median = Usual.of(values.values().stream()
                        .mapToDouble(Double::doubleValue)
                        .toArray())
                .median();
        Map<LocalDate, List<Anomaly>> days = anomalies.stream().collect(Collectors.groupingBy(Anomaly::day));
        List<UnusualDay> ranked = new ArrayList<>();
        days.forEach((day, found) ->
                ranked.add(new UnusualDay(day, none.with(values.getOrDefault(day, median) - median), found)));
        ranked.sort(Comparator.comparingDouble((UnusualDay d) -> -Math.abs(d.stake.value()))
                .thenComparing(UnusualDay::day));
        return ranked;
    }

    /** What is at stake, and why the day is unusual. */
    public String reason() {
        String amount = switch (stake) {
            case Money money -> money.abs().full();
            case Quantity tokens -> TEXTS.get("unusual.tokens", Numbers.axis(Math.abs(tokens.value())));
        };
        String reasons = anomalies.stream().map(Anomaly::reason).collect(Collectors.joining(" "));
        return TEXTS.get(stake.value() < 0 ? "unusual.less" : "unusual.more", amount, reasons);
    }

    /** The one in which every day's cost is known; empty if there is none. */
    private static Optional<Currency> currency(Collection<Spend> costs) {
        Set<Optional<Currency>> currencies = costs.stream()
                .map(s -> Optional.ofNullable(s.amount()).map(ExactMoney::currency))
                .collect(Collectors.toSet());
        return currencies.size() == 1 ? currencies.iterator().next() : Optional.empty();
    }

    private static double amount(Spend spend) {
        ExactMoney amount = spend.amount();
        return amount == null ? 0 : amount.value().doubleValue();
    }
}
