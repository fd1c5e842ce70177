package app.steelyard.chart.catalog.usage;

import app.steelyard.chart.ChartKey;
import app.steelyard.chart.ChartPart.Column;
import app.steelyard.chart.ChartSpec;
import app.steelyard.chart.ChartSpec.Columns;
import app.steelyard.chart.DataTable;
import app.steelyard.chart.Scale;
import app.steelyard.text.Days;
import app.steelyard.text.Texts;
import app.steelyard.usage.figures.Anomaly;
import app.steelyard.usage.figures.Kpis;
import app.steelyard.usage.figures.UsageTotals;
import app.steelyard.usage.ledger.UsageFigures;
import app.steelyard.usage.row.TimeSpan;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;

/** How much was used each day, week or month, with unusual days marked. */
public final class TimeLineChart {
    private static final Texts TEXTS = Texts.of(TimeLineChart.class);

    private TimeLineChart() {}

    /** The question it answers. */
    public static String title(UsageMeasure measure, Days.Step step) {
        return TEXTS.get("time.title." + measure + "." + step);
    }

    /** By day where there is room, else by week or month. */
    public static Columns of(UsageFigures figures, UsageMeasure measure) {
        String empty = UsageSeries.empty(figures, measure, Kpis.Part.DAY);
        TimeSpan period = figures.chosen().period();
        List<Column> columns = new ArrayList<>();
        List<List<DataTable.Cell>> rows = new ArrayList<>();
        Days.Step step = Days.Step.DAY;
        Scale scale = UsageSeries.scale(figures, measure, Kpis.Part.DAY);
        if (period != null && empty.isEmpty()) {
            step = Days.step(period.firstDay(), period.lastDay());
            Map<LocalDate, List<Double>> sums = sums(figures, measure, step);
            Map<LocalDate, String> marks = marks(figures, measure, step);
            for (LocalDate day : Days.all(step, period.firstDay(), period.lastDay())) {
                List<Double> values = sums.getOrDefault(
                        day, UsageSeries.parts(measure).stream().map(p -> 0.0).toList());
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
                new ChartSpec.Caption(
                        title(measure, step),
                        scale,
                        summary(columns, scale),
                        empty,
                        new DataTable(
                                header(TEXTS.get("time." + step), measure, scale, TEXTS.get("time.unusual")), rows)),
                UsageSeries.parts(measure),
                columns,
                marked ? TEXTS.get("time.mark") : "");
    }

    private static List<DataTable.Cell> row(Column column, Scale scale, String mark) {
        List<DataTable.Cell> row = new ArrayList<>();
        row.add(new DataTable.Words(column.name()));
        column.values().forEach(v -> row.add(scale.cell(v)));
        row.add(new DataTable.Words(mark.replace('\n', ' ')));
        return row;
    }

    private static List<String> header(String first, UsageMeasure measure, Scale scale, String last) {
        List<String> header = new ArrayList<>();
        header.add(first);
        UsageSeries.parts(measure)
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

    private static Map<LocalDate, List<Double>> sums(UsageFigures figures, UsageMeasure measure, Days.Step step) {
        Map<LocalDate, List<Double>> sums = new HashMap<>();
        if (measure == UsageMeasure.COST) {
            figures.spends()
                    .getOrDefault(Kpis.Part.DAY, Map.of())
                    .forEach((day, spend) -> sums.merge(
                            Days.begin(step, LocalDate.parse(day)),
                            List.of(UsageSeries.amount(spend)),
                            UsageSeries::plus));
        } else {
            SortedMap<LocalDate, UsageTotals> days = figures.used().byDay();
            days.forEach((day, t) -> sums.merge(
                    Days.begin(step, day),
                    measure == UsageMeasure.TOKENS ? UsageSeries.kinds(t) : List.of((double) t.requests()),
                    UsageSeries::plus));
        }
        return sums;
    }

    /** Why a stretch is marked: unusual days of what is drawn, and unusual cache writes among tokens. */
    private static Map<LocalDate, String> marks(UsageFigures figures, UsageMeasure measure, Days.Step step) {
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
}
