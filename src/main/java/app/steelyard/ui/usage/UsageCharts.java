package app.steelyard.ui.usage;

import app.steelyard.app.usage.Days;
import app.steelyard.app.usage.UsageFigures;
import app.steelyard.chart.ChartKey;
import app.steelyard.chart.ChartSpec.Band;
import app.steelyard.chart.ChartSpec.Bar;
import app.steelyard.chart.ChartSpec.Bars;
import app.steelyard.chart.ChartSpec.Column;
import app.steelyard.chart.ChartSpec.Columns;
import app.steelyard.chart.ChartSpec.Legend;
import app.steelyard.chart.ChartSpec.StackedBar;
import app.steelyard.chart.ChartSpec.StackedBars;
import app.steelyard.chart.ColorRole;
import app.steelyard.chart.DataTable;
import app.steelyard.chart.Scale;
import app.steelyard.text.Numbers;
import app.steelyard.text.Texts;
import app.steelyard.usage.figures.Anomaly;
import app.steelyard.usage.figures.Indicator;
import app.steelyard.usage.figures.Kpi;
import app.steelyard.usage.figures.Kpis;
import app.steelyard.usage.figures.LedgerView;
import app.steelyard.usage.figures.Spend;
import app.steelyard.usage.figures.Target;
import app.steelyard.usage.figures.UsageTotals;
import app.steelyard.usage.ledger.RequestGaps;
import app.steelyard.usage.row.TimeSpan;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The charts of usage, described once. */
final class UsageCharts {
    private static final Texts TEXTS = Texts.of(UsageCharts.class);
    /** More bars than this are drawn as one. */
    private static final int MOST_BARS = 10;

    /** In seconds: what is drawn where no vendor of the models sells any. */
    private static final Set<Long> USUAL_LIFETIMES = Set.of(300L, 3600L, 86_400L);

    private static final List<Legend> KINDS = List.of(
            new Legend(TEXTS.get("tokens.uncached"), ColorRole.DRIVER_INPUT),
            new Legend(TEXTS.get("tokens.write"), ColorRole.DRIVER_CACHE_WRITE),
            new Legend(TEXTS.get("tokens.read"), ColorRole.DRIVER_CACHE_READ),
            new Legend(TEXTS.get("tokens.output"), ColorRole.DRIVER_OUTPUT));

    private UsageCharts() {}

    /** What is counted. */
    enum Measure {
        TOKENS,
        REQUESTS,
        COST
    }

    /** By what it is told apart. */
    enum Side {
        MODEL(Kpis.Part.MODEL),
        PROJECT(Kpis.Part.PROJECT);

        private final Kpis.Part part;

        Side(Kpis.Part part) {
            this.part = part;
        }
    }

    // By day

    static Columns timeLine(UsageFigures figures, Measure measure) {
        String currency = currency(figures, Kpis.Part.DAY);
        String empty = empty(figures, measure, currency, Kpis.Part.DAY);
        TimeSpan period = figures.chosen().period();
        List<Column> columns = new ArrayList<>();
        List<List<DataTable.Cell>> rows = new ArrayList<>();
        Days.Step step = Days.Step.DAY;
        Scale scale = measure == Measure.COST ? Scale.money(currency) : Scale.COUNT;
        if (period != null && empty.isEmpty()) {
            step = Days.step(period.firstDay(), period.lastDay());
            Map<LocalDate, List<Double>> sums = sums(figures, measure, step);
            Map<LocalDate, String> marks = marks(figures, measure, step);
            for (LocalDate day : Days.all(step, period.firstDay(), period.lastDay())) {
                List<Double> values = sums.getOrDefault(
                        day, parts(measure).stream().map(p -> 0.0).toList());
                String mark = marks.getOrDefault(day, "");
                Column column = new Column(
                        Days.name(step, day),
                        Days.tick(step, day),
                        values,
                        mark,
                        ChartKey.NONE.withItem(day.toString()));
                columns.add(column);
                rows.add(row(column, scale, mark));
            }
        }
        boolean marked = columns.stream().anyMatch(c -> !c.mark().isEmpty());
        return new Columns(
                TEXTS.get("time.title." + measure + "." + step),
                scale,
                summary(columns, scale),
                empty,
                parts(measure),
                columns,
                marked ? TEXTS.get("time.mark") : "",
                new DataTable(header(TEXTS.get("time." + step), measure, scale, TEXTS.get("time.unusual")), rows));
    }

    private static List<DataTable.Cell> row(Column column, Scale scale, String mark) {
        List<DataTable.Cell> row = new ArrayList<>();
        row.add(new DataTable.Words(column.name()));
        column.values().forEach(v -> row.add(scale.cell(v)));
        row.add(new DataTable.Words(mark.replace('\n', ' ')));
        return row;
    }

    private static List<String> header(String first, Measure measure, Scale scale, String last) {
        List<String> header = new ArrayList<>();
        header.add(first);
        parts(measure)
                .forEach(p -> header.add(scale.unit().isEmpty() ? p.name() : p.name() + " (" + scale.unit() + ")"));
        header.add(last);
        return header;
    }

    private static String summary(List<Column> columns, Scale scale) {
        return columns.stream()
                .max(Comparator.comparingDouble(Column::total))
                .map(most -> TEXTS.get("time.summary", scale.exact(most.total()), most.name()))
                .orElse("");
    }

    private static List<Legend> parts(Measure measure) {
        return measure == Measure.TOKENS ? KINDS : List.of(new Legend(TEXTS.name(measure), ColorRole.PROMPT_CACHING));
    }

    private static List<Double> kinds(UsageTotals t) {
        return List.of(
                (double) t.uncachedInput(), (double) t.cacheWrite(), (double) t.cacheRead(), (double) t.output());
    }

    private static Map<LocalDate, List<Double>> sums(UsageFigures figures, Measure measure, Days.Step step) {
        Map<LocalDate, List<Double>> sums = new HashMap<>();
        if (measure == Measure.COST) {
            figures.spends()
                    .getOrDefault(Kpis.Part.DAY, Map.of())
                    .forEach((day, spend) -> sums.merge(
                            Days.begin(step, LocalDate.parse(day)), List.of(amount(spend)), UsageCharts::plus));
        } else {
            SortedMap<LocalDate, UsageTotals> days = figures.used().byDay();
            days.forEach((day, t) -> sums.merge(
                    Days.begin(step, day),
                    measure == Measure.TOKENS ? kinds(t) : List.of((double) t.requests()),
                    UsageCharts::plus));
        }
        return sums;
    }

    private static List<Double> plus(List<Double> a, List<Double> b) {
        List<Double> sum = new ArrayList<>();
        for (int i = 0; i < a.size(); i++) {
            sum.add(a.get(i) + b.get(i));
        }
        return sum;
    }

    private static double amount(Spend spend) {
        return Objects.requireNonNullElse(spend.amount(), BigDecimal.ZERO).doubleValue();
    }

    /** Why a stretch is marked: unusual days of what is drawn, and unusual cache writes among tokens. */
    private static Map<LocalDate, String> marks(UsageFigures figures, Measure measure, Days.Step step) {
        Set<Anomaly.What> shown = switch (measure) {
            case TOKENS -> Set.of(Anomaly.What.TOKENS, Anomaly.What.WRITES);
            case REQUESTS -> Set.of(Anomaly.What.REQUESTS);
            case COST -> Set.of(Anomaly.What.COST);
        };
        Map<LocalDate, String> marks = new HashMap<>();
        for (Anomaly a : figures.anomalies()) {
            if (shown.contains(a.what())) {
                String reason = step == Days.Step.DAY ? a.reason() : Days.full(a.day()) + ": " + a.reason();
                marks.merge(Days.begin(step, a.day()), reason, (one, other) -> one + "\n" + other);
            }
        }
        return marks;
    }

    /** The one currency in which the parts' costs are known; empty if there are none, or several. */
    private static String currency(UsageFigures figures, Kpis.Part part) {
        Set<String> currencies = figures.spends().getOrDefault(part, Map.of()).values().stream()
                .filter(s -> s.amount() != null)
                .map(Spend::currency)
                .collect(Collectors.toSet());
        return currencies.size() == 1 ? currencies.iterator().next() : "";
    }

    private static String empty(UsageFigures figures, Measure measure, String currency, Kpis.Part part) {
        if (part == Kpis.Part.DAY && figures.chosen().period() == null) {
            return TEXTS.get("time.none");
        }
        if (figures.chosen().usage().isEmpty()) {
            return TEXTS.get("chart.nothing");
        }
        if (measure == Measure.COST && currency.isEmpty()) {
            return figures.spends().getOrDefault(part, Map.of()).values().stream()
                    .filter(s -> s.amount() == null)
                    .map(s -> TEXTS.get("chart.noCost", s.note()))
                    .findFirst()
                    .orElse(TEXTS.get("chart.currencies"));
        }
        return measure == Measure.REQUESTS && figures.kpis().totals().requests() == 0
                ? TEXTS.get("chart.noRequests")
                : "";
    }

    // By model or project

    static StackedBars breakdown(UsageFigures figures, Measure measure, Side side) {
        String currency = currency(figures, side.part);
        Scale scale = measure == Measure.COST ? Scale.money(currency) : Scale.COUNT;
        String empty = empty(figures, measure, currency, side.part);
        Map<String, Spend> spends = figures.spends().getOrDefault(side.part, Map.of());
        LedgerView used = figures.used();
        Map<String, UsageTotals> totals = new HashMap<>(side == Side.MODEL ? used.byModel() : used.byProject());
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
            String name = UsageParts.named(e.getKey());
            boolean known = measure != Measure.COST || spend != null && spend.amount() != null;
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
                                        side == Side.MODEL
                                                ? figures.scope().model()
                                                : figures.scope().project()),
                        known ? values : List.of(),
                        values.stream().map(v -> key).toList(),
                        key,
                        known ? "" : Objects.requireNonNullElse(spend == null ? null : spend.note(), "")));
            } else {
                rest = rest.isEmpty() ? values : plus(rest, values);
            }
        }
        if (!rest.isEmpty()) {
            List<ChartKey> keys = rest.stream().map(v -> ChartKey.NONE).toList();
            String name = TEXTS.get("breakdown.rest", sorted.size() - bars.size());
            bars.add(new StackedBar(name, false, rest, keys, ChartKey.NONE, ""));
        }
        return new StackedBars(
                TEXTS.get("breakdown.title." + measure + "." + side),
                scale,
                bars.isEmpty()
                        ? ""
                        : TEXTS.get("breakdown.summary", bars.getFirst().name(), bars.size()),
                empty,
                parts(measure),
                empty.isEmpty() ? bars : List.of(),
                new DataTable(
                        List.of(
                                TEXTS.name(side),
                                TEXTS.name(Measure.REQUESTS),
                                TEXTS.get("tokens.uncached"),
                                TEXTS.get("tokens.write"),
                                TEXTS.get("tokens.read"),
                                TEXTS.get("tokens.output"),
                                TEXTS.get("tokens.share"),
                                TEXTS.name(Measure.COST)),
                        rows));
    }

    private static double sum(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).sum();
    }

    private static List<Double> values(Measure measure, UsageTotals t, @Nullable Spend spend) {
        return switch (measure) {
            case TOKENS -> kinds(t);
            case REQUESTS -> List.of((double) t.requests());
            case COST -> List.of(spend == null ? 0.0 : amount(spend));
        };
    }

    private static List<DataTable.Cell> tableRow(String name, UsageTotals t, @Nullable Spend spend) {
        BigDecimal amount = spend == null ? null : spend.amount();
        return List.of(
                new DataTable.Words(name),
                t.requestsStated() ? count(t.requests()) : new DataTable.Words(UsageParts.NONE),
                count(t.uncachedInput()),
                t.writesStated() ? count(t.cacheWrite()) : new DataTable.Words(UsageParts.NONE),
                t.readsStated() ? count(t.cacheRead()) : new DataTable.Words(UsageParts.NONE),
                count(t.output()),
                t.readsStated() && t.input() > 0
                        ? Scale.SHARE.cell(t.cacheShare())
                        : new DataTable.Words(UsageParts.NONE),
                amount == null || spend == null
                        ? new DataTable.Words(UsageParts.NONE)
                        : new DataTable.Figure(Numbers.money(amount.doubleValue(), spend.currency()), amount));
    }

    private static DataTable.Cell count(long number) {
        return Scale.COUNT.cell((double) number);
    }

    // Hit rates

    /** What was measured, and what each lifetime would have given; against a target of the guide. */
    static Bars hitRates(UsageFigures figures, Target target) {
        RequestGaps arrivals = figures.arrivals();
        Kpi measured = figures.kpis().hitRate();
        Map<String, Bar> bars = new LinkedHashMap<>();
        List<List<DataTable.Cell>> rows = new ArrayList<>();
        measured(TEXTS.get("hit.measured"), measured, bars, rows);
        Kpi requests = figures.kpis().get(Indicator.HIT_REQUESTS);
        if (requests.value().isPresent()) {
            measured(TEXTS.get("hit.requests"), requests, bars, rows);
        }
        double rate = measured.value().orElse(Double.NaN);
        boolean anySold = arrivals.lifetimes().stream().anyMatch(l -> !l.sold().isEmpty());
        for (RequestGaps.Lifetime l : arrivals.lifetimes()) {
            String would = TEXTS.get("hit.lifetime", UsageParts.span(l.seconds()));
            boolean drawn =
                    arrivals.requests() > 0 && (anySold ? !l.sold().isEmpty() : USUAL_LIFETIMES.contains(l.seconds()));
            if (drawn) {
                bars.put(
                        would,
                        bar(
                                would,
                                ColorRole.RETRIEVAL,
                                l.hitRate(),
                                "",
                                TEXTS.get(
                                        "hit.lifetime.tooltip",
                                        would,
                                        Scale.SHARE.exact(l.hitRate()),
                                        UsageParts.percent(l.shareOfGaps()),
                                        l.sold().isEmpty() ? TEXTS.get("hit.unsold") : String.join(", ", l.sold()))));
            }
            if (arrivals.requests() > 0) {
                rows.add(List.of(
                        new DataTable.Words(would),
                        Scale.SHARE.cell(l.hitRate()),
                        Scale.SHARE.cell(l.shareOfGaps()),
                        new DataTable.Words(String.join(", ", l.sold()))));
            }
        }
        return new Bars(
                TEXTS.get("hit.title"),
                Scale.SHARE,
                Double.isNaN(rate) ? measured.note() : TEXTS.get("hit.summary", Scale.SHARE.exact(rate)),
                figures.chosen().usage().isEmpty() ? TEXTS.get("chart.nothing") : "",
                List.copyOf(bars.values()),
                1,
                null,
                new Band(
                        target.low(),
                        target.high(),
                        TEXTS.get(
                                "hit.target",
                                Numbers.percent(target.low()),
                                Numbers.percent(target.high()),
                                target.title())),
                new DataTable(
                        List.of(
                                TEXTS.get("hit.name"),
                                TEXTS.get("hit.rate"),
                                TEXTS.get("hit.gaps"),
                                TEXTS.get("hit.sold")),
                        rows));
    }

    private static void measured(String name, Kpi kpi, Map<String, Bar> bars, List<List<DataTable.Cell>> rows) {
        double rate = kpi.value().orElse(Double.NaN);
        boolean known = !Double.isNaN(rate);
        String title = kpi.indicator().title();
        bars.put(
                name,
                bar(
                        name,
                        ColorRole.PROMPT_CACHING,
                        rate,
                        known ? "" : TEXTS.get("hit.unknown"),
                        known ? TEXTS.get("hit.measured.tooltip", title, Scale.SHARE.exact(rate)) : kpi.note()));
        rows.add(List.of(
                new DataTable.Words(name),
                known ? Scale.SHARE.cell(rate) : new DataTable.Words(UsageParts.NONE),
                new DataTable.Words(""),
                new DataTable.Words("")));
    }

    private static Bar bar(String name, ColorRole role, double value, String note, String tooltip) {
        return new Bar(name, role, ChartKey.NONE, value, Double.NaN, Double.NaN, note, tooltip);
    }
}
