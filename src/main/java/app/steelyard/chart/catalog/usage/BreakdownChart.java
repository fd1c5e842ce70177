package app.steelyard.chart.catalog.usage;

import app.steelyard.chart.ChartKey;
import app.steelyard.chart.ChartPart.StackedBar;
import app.steelyard.chart.ChartSpec;
import app.steelyard.chart.ChartSpec.StackedBars;
import app.steelyard.chart.DataTable;
import app.steelyard.chart.Scale;
import app.steelyard.text.ExactMoney;
import app.steelyard.text.Texts;
import app.steelyard.usage.UsageWords;
import app.steelyard.usage.figures.LedgerView;
import app.steelyard.usage.figures.Spend;
import app.steelyard.usage.figures.UsageTotals;
import app.steelyard.usage.ledger.UsageFigures;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Which models or projects the usage comes from. */
public final class BreakdownChart {
    private static final Texts TEXTS = Texts.of(BreakdownChart.class);
    /** More bars than this are drawn as one. */
    private static final int MOST_BARS = 10;

    private BreakdownChart() {}

    /** The question it answers. */
    public static String title(UsageMeasure measure, UsageSide side) {
        return TEXTS.get("breakdown.title." + measure + "." + side);
    }

    /** The largest first; those for which there is no room are one bar. */
    public static StackedBars of(UsageFigures figures, UsageMeasure measure, UsageSide side) {
        Scale scale = UsageSeries.scale(figures, measure, side.part());
        String empty = UsageSeries.empty(figures, measure, side.part());
        Map<String, Spend> spends = figures.spends().getOrDefault(side.part(), Map.of());
        LedgerView used = figures.used();
        Map<String, UsageTotals> totals = new HashMap<>(side == UsageSide.MODEL ? used.byModel() : used.byProject());
        spends.keySet().forEach(name -> totals.putIfAbsent(name, UsageTotals.NONE));
        List<Map.Entry<String, UsageTotals>> sorted = totals.entrySet().stream()
                .sorted(Comparator.comparingDouble((Map.Entry<String, UsageTotals> e) ->
                                -sum(values(measure, e.getValue(), spends.get(e.getKey()))))
                        .thenComparing(Map.Entry.comparingByKey()))
                .toList();
        List<StackedBar> bars = new ArrayList<>();
        List<List<DataTable.Cell>> rows = new ArrayList<>();
        List<Double> rest = new ArrayList<>();
        for (Map.Entry<String, UsageTotals> e : sorted) {
            Spend spend = spends.get(e.getKey());
            List<Double> values = values(measure, e.getValue(), spend);
            String name = UsageWords.named(e.getKey());
            boolean known = measure != UsageMeasure.COST || spend != null && spend.amount() != null;
            rows.add(tableRow(name, e.getValue(), spend));
            if (known && sum(values) == 0) {
                // A bill's line is nothing among tokens.
                continue;
            }
            if (bars.size() < MOST_BARS || sorted.size() == MOST_BARS + 1) {
                ChartKey key = ChartKey.NONE.withItem(e.getKey());
                bars.add(new StackedBar(
                        name,
                        e.getKey()
                                .equals(
                                        side == UsageSide.MODEL
                                                ? figures.scope().model()
                                                : figures.scope().project()),
                        known ? values : List.of(),
                        values.stream().map(v -> key).toList(),
                        key,
                        known ? "" : Objects.requireNonNullElse(spend == null ? null : spend.note(), "")));
            } else {
                rest = rest.isEmpty() ? values : UsageSeries.plus(rest, values);
            }
        }
        if (!rest.isEmpty()) {
            List<ChartKey> keys = rest.stream().map(v -> ChartKey.NONE).toList();
            String name = TEXTS.get("breakdown.rest", sorted.size() - bars.size());
            bars.add(new StackedBar(name, false, rest, keys, ChartKey.NONE, ""));
        }
        return new StackedBars(
                new ChartSpec.Caption(
                        title(measure, side),
                        scale,
                        bars.isEmpty()
                                ? ""
                                : TEXTS.get("breakdown.summary", bars.getFirst().name(), bars.size()),
                        empty,
                        new DataTable(
                                List.of(
                                        side.title(),
                                        UsageMeasure.REQUESTS.title(),
                                        TEXTS.get("tokens.uncached"),
                                        TEXTS.get("tokens.write"),
                                        TEXTS.get("tokens.read"),
                                        TEXTS.get("tokens.output"),
                                        TEXTS.get("tokens.share"),
                                        UsageMeasure.COST.title()),
                                rows)),
                UsageSeries.parts(measure),
                empty.isEmpty() ? bars : List.of());
    }

    private static double sum(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).sum();
    }

    private static List<Double> values(UsageMeasure measure, UsageTotals t, @Nullable Spend spend) {
        return switch (measure) {
            case TOKENS -> UsageSeries.kinds(t);
            case REQUESTS -> List.of((double) t.requests());
            case COST -> List.of(spend == null ? 0.0 : UsageSeries.amount(spend));
        };
    }

    private static List<DataTable.Cell> tableRow(String name, UsageTotals t, @Nullable Spend spend) {
        ExactMoney amount = spend == null ? null : spend.amount();
        return List.of(
                new DataTable.Words(name),
                t.requestsStated() ? count(t.requests()) : new DataTable.Words(UsageWords.NONE),
                count(t.uncachedInput()),
                t.writesStated() ? count(t.cacheWrite()) : new DataTable.Words(UsageWords.NONE),
                t.readsStated() ? count(t.cacheRead()) : new DataTable.Words(UsageWords.NONE),
                count(t.output()),
                t.readsStated() && t.input() > 0
                        ? Scale.SHARE.cell(t.cacheShare())
                        : new DataTable.Words(UsageWords.NONE),
                amount == null
                        ? new DataTable.Words(UsageWords.NONE)
                        : new DataTable.Figure(amount.asMoney().full(), amount.value()));
    }

    private static DataTable.Cell count(long number) {
        return Scale.COUNT.cell((double) number);
    }
}
