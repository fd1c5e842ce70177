package app.steelyard.chart.catalog.cost;

import app.steelyard.chart.ChartKey;
import app.steelyard.chart.ChartPart.Line;
import app.steelyard.chart.ChartSpec;
import app.steelyard.chart.ChartSpec.Lines;
import app.steelyard.chart.ColorRole;
import app.steelyard.chart.DataTable;
import app.steelyard.chart.Scale;
import app.steelyard.pricing.RateCard;
import app.steelyard.pricing.TokenPrices;
import app.steelyard.text.Texts;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a model cost over time, month by month: its prices on the first of each. */
public final class PriceHistoryChart {
    private static final Texts TEXTS = Texts.of(PriceHistoryChart.class);
    private static final int MOST_MONTHS = 36;
    private static final int LEAST_MONTHS = 12;

    private PriceHistoryChart() {}

    /**
     * Its prices up to a day.
     *
     * @param cards at one tier, in one currency, oldest first; at least one
     */
    public static Lines of(String model, List<RateCard> cards, LocalDate day) {
        LocalDate last = day.withDayOfMonth(1);
        LocalDate first = cards.stream()
                .map(c -> c.validity().from())
                .filter(f -> f.isAfter(last.minusMonths(MOST_MONTHS)))
                .findFirst()
                .map(f -> f.withDayOfMonth(1).minusMonths(1))
                .filter(f -> f.isBefore(last.minusMonths(LEAST_MONTHS)))
                .orElse(last.minusMonths(LEAST_MONTHS));
        List<LocalDate> months = new ArrayList<>();
        for (int i = 0; i <= ChronoUnit.MONTHS.between(first, last); i++) {
            months.add(i == ChronoUnit.MONTHS.between(first, last) ? day : first.plusMonths(i));
        }
        Scale scale = Scale.money(cards.getFirst().currency());
        List<Line> lines = new ArrayList<>();
        add(lines, "input", ColorRole.DRIVER_INPUT, months, cards, TokenPrices::input);
        add(lines, "cached", ColorRole.DRIVER_CACHE_READ, months, cards, TokenPrices::cachedRead);
        add(lines, "output", ColorRole.DRIVER_OUTPUT, months, cards, TokenPrices::output);
        return new Lines(
                new ChartSpec.Caption(
                        TEXTS.get("priceHistory.title", model),
                        scale,
                        TEXTS.get("priceHistory.summary", model, months.getFirst(), day),
                        lines.isEmpty() ? TEXTS.get("priceHistory.nothing") : "",
                        table(months, lines)),
                TEXTS.get("priceHistory.x", first),
                lines,
                List.of(),
                List.of());
    }

    private static void add(
            List<Line> lines,
            String name,
            ColorRole role,
            List<LocalDate> months,
            List<RateCard> cards,
            Function<TokenPrices, @Nullable BigDecimal> price) {
        List<Double> values = new ArrayList<>();
        for (LocalDate month : months) {
            values.add(cards.stream()
                    .filter(c -> c.validity().contains(month))
                    .findFirst()
                    .flatMap(c -> Optional.ofNullable(price.apply(c.prices())))
                    .map(BigDecimal::doubleValue)
                    .orElse(values.isEmpty() ? Double.NaN : values.getLast()));
        }
        // A line begins where it is known; before, it is drawn as it began.
        values.stream().filter(v -> !v.isNaN()).findFirst().ifPresent(begin -> {
            values.replaceAll(v -> v.isNaN() ? begin : v);
            lines.add(new Line(TEXTS.get("priceHistory." + name), role, ChartKey.NONE, values, name.equals("input")));
        });
    }

    private static DataTable table(List<LocalDate> months, List<Line> lines) {
        List<String> header = new ArrayList<>(List.of(TEXTS.get("priceHistory.day")));
        lines.forEach(l -> header.add(l.name()));
        List<List<DataTable.Cell>> rows = new ArrayList<>();
        for (int i = 0; i < months.size(); i++) {
            List<DataTable.Cell> row =
                    new ArrayList<>(List.of(new DataTable.Words(months.get(i).toString())));
            for (Line line : lines) {
                BigDecimal value = BigDecimal.valueOf(line.values().get(i));
                row.add(new DataTable.Figure(value.stripTrailingZeros().toPlainString(), value));
            }
            rows.add(row);
        }
        return new DataTable(header, rows);
    }
}
