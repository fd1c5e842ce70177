package app.steelyard.chart.catalog.doubt;

import app.steelyard.chart.CellGrid;
import app.steelyard.chart.ChartKey;
import app.steelyard.chart.ChartPart;
import app.steelyard.chart.ChartPart.Axis;
import app.steelyard.chart.ChartPart.Bar;
import app.steelyard.chart.ChartPart.Group;
import app.steelyard.chart.ChartPart.Interval;
import app.steelyard.chart.ChartPart.Legend;
import app.steelyard.chart.ChartPart.Reference;
import app.steelyard.chart.ChartPart.ScatterPoint;
import app.steelyard.chart.ChartPart.TornadoBar;
import app.steelyard.chart.ChartSpec;
import app.steelyard.chart.ChartSpec.Bars;
import app.steelyard.chart.ChartSpec.GroupedBars;
import app.steelyard.chart.ChartSpec.Histogram;
import app.steelyard.chart.ChartSpec.Intervals;
import app.steelyard.chart.ChartSpec.Scatter;
import app.steelyard.chart.ChartSpec.Tornado;
import app.steelyard.chart.ChartSpec.WinnerMap;
import app.steelyard.chart.ColorRole;
import app.steelyard.chart.Contour;
import app.steelyard.chart.DataTable;
import app.steelyard.chart.DataTable.Words;
import app.steelyard.chart.Point;
import app.steelyard.chart.Scale;
import app.steelyard.text.Texts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Charts about doubt, made of plain names and numbers, each with its table. Where there is nothing to draw, the summary
 * says why.
 */
public final class WhatIfCharts {
    private static final Texts TEXTS = Texts.of(WhatIfCharts.class);
    /** The table of a map shows every so many-th cell: as many as people read. */
    private static final int MAP_ROWS = 9;

    private WhatIfCharts() {}

    /** What a chart is about, whichever it is. */
    public record Head(String title, Scale scale, String summary) {
        /** Where there is nothing to draw, the answer says why. */
        private ChartSpec.Caption over(boolean nothing, DataTable table) {
            return new ChartSpec.Caption(title, scale, summary, nothing ? summary : "", table);
        }
    }

    /**
     * What moves a result, the widest bar first.
     *
     * @param base the result as planned
     */
    public static Tornado tornado(Head head, double base, List<TornadoBar> bars) {
        List<TornadoBar> ranked = bars.stream()
                .sorted(Comparator.comparingDouble((TornadoBar b) -> -width(b, base)))
                .toList();
        String unit = unit(head.scale());
        return new Tornado(
                head.over(
                        bars.isEmpty(),
                        new DataTable(
                                List.of(
                                        TEXTS.get("tornado.input"),
                                        TEXTS.get("tornado.low"),
                                        TEXTS.get("tornado.high"),
                                        TEXTS.get("tornado.atLow") + unit,
                                        TEXTS.get("tornado.base") + unit,
                                        TEXTS.get("tornado.atHigh") + unit),
                                ranked.stream()
                                        .map(b -> List.of(
                                                new Words(b.name()),
                                                new Words(b.low()),
                                                new Words(b.high()),
                                                head.scale().cell(b.atLow()),
                                                head.scale().cell(base),
                                                head.scale().cell(b.atHigh())))
                                        .toList())),
                base,
                ranked);
    }

    private static double width(TornadoBar bar, double base) {
        double[] known = DoubleStream.of(bar.atLow(), bar.atHigh(), base)
                .filter(Double::isFinite)
                .toArray();
        return DoubleStream.of(known).max().orElse(0)
                - DoubleStream.of(known).min().orElse(0);
    }

    /**
     * Spans with a probability.
     *
     * @param shareTitle what the probability is of
     */
    public static Intervals intervals(Head head, String shareTitle, List<Interval> intervals) {
        String unit = unit(head.scale());
        return new Intervals(
                head.over(
                        intervals.isEmpty(),
                        new DataTable(
                                List.of(
                                        TEXTS.get("architecture"),
                                        shareTitle,
                                        "P10" + unit,
                                        "P50" + unit,
                                        "P90" + unit),
                                intervals.stream()
                                        .map(i -> List.of(
                                                new Words(i.name()),
                                                Scale.SHARE.cell(i.share(), i.shareText()),
                                                head.scale().cell(i.low()),
                                                Double.isFinite(i.middle())
                                                        ? head.scale().cell(i.middle())
                                                        : new Words(i.note()),
                                                head.scale().cell(i.high())))
                                        .toList())),
                shareTitle,
                TEXTS.get("intervals.span"),
                intervals);
    }

    /**
     * One value of a ranking.
     *
     * @param text of the value where its number alone would say too much, such as "< $5"; else empty
     */
    public record Ranked(String name, double value, ColorRole role, ChartKey key, String text) {
        public Ranked(String name, double value, ColorRole role, ChartKey key) {
            this(name, value, role, key, "");
        }

        private String shown(Scale scale) {
            return text.isEmpty() ? scale.exact(value) : text;
        }
    }

    /** Values, the largest first; one that is not known comes last and says so. */
    public static Bars ranked(Head head, String nameTitle, String valueTitle, List<Ranked> values) {
        List<Ranked> sorted = values.stream()
                .sorted(Comparator.comparingDouble(r -> Double.isNaN(r.value()) ? Double.MAX_VALUE : -r.value()))
                .toList();
        String unknown = TEXTS.get("ranked.unknown");
        return new Bars(
                head.over(
                        values.isEmpty(),
                        new DataTable(
                                List.of(nameTitle, valueTitle + unit(head.scale())),
                                sorted.stream()
                                        .map(r -> List.of(
                                                new Words(r.name()),
                                                Double.isNaN(r.value())
                                                        ? new Words(unknown)
                                                        : head.scale().cell(r.value(), r.shown(head.scale()))))
                                        .toList())),
                sorted.stream()
                        .map(r -> new Bar(
                                r.name(),
                                r.role(),
                                r.key(),
                                r.value(),
                                Double.NaN,
                                Double.NaN,
                                Double.isNaN(r.value()) ? unknown : r.text(),
                                r.name() + ": " + r.shown(head.scale())))
                        .toList(),
                Double.NaN,
                null,
                null);
    }

    /** How a histogram is cut. */
    public record Bins(double from, double to, List<Double> shares) {
        public Bins {
            shares = List.copyOf(shares);
        }
    }

    /**
     * How a saving is spread.
     *
     * @param loss the probability that it is below 0; NaN for one that is not known
     * @param lossText that as people read it
     * @param marks such as P10, P50 and P90
     */
    public static Histogram histogram(Head head, Bins bins, double loss, String lossText, List<Reference> marks) {
        double width = (bins.to() - bins.from()) / Math.max(1, bins.shares().size());
        String unit = unit(head.scale());
        List<List<DataTable.Cell>> rows = new ArrayList<>();
        for (int i = 0; i < bins.shares().size(); i++) {
            rows.add(List.of(
                    head.scale().cell(bins.from() + i * width),
                    head.scale().cell(bins.from() + (i + 1) * width),
                    Scale.SHARE.cell(bins.shares().get(i))));
        }
        for (Reference mark : marks) {
            rows.add(List.of(new Words(mark.label()), head.scale().cell(mark.value()), new Words("")));
        }
        boolean never = !(bins.from() < 0) || loss == 0;
        return new Histogram(
                head.over(
                        bins.shares().isEmpty() || !(bins.to() > bins.from()),
                        new DataTable(
                                List.of(
                                        TEXTS.get("histogram.from") + unit,
                                        TEXTS.get("histogram.to") + unit,
                                        TEXTS.get("histogram.share")),
                                rows)),
                bins.from(),
                bins.to(),
                bins.shares(),
                0,
                never
                        ? ""
                        : Double.isNaN(loss)
                                ? TEXTS.get("histogram.loss")
                                : TEXTS.get("histogram.loss.share", lossText),
                !(bins.to() > 0) ? "" : TEXTS.get("histogram.gain"),
                marks);
    }

    /**
     * Who wins where.
     *
     * @param contourName what is the same along a contour, with its unit
     */
    public static WinnerMap winners(
            Head head,
            Axis x,
            Axis y,
            List<Legend> regions,
            CellGrid cells,
            List<Contour> contours,
            String contourName,
            Marks marks) {
        return new WinnerMap(
                new Head(head.title(), y.scale(), head.summary())
                        .over(cells.columns() == 0 || cells.rows() == 0, mapTable(x, y, regions, cells)),
                x,
                y,
                regions,
                cells,
                TEXTS.get("map.nothing"),
                contours,
                contourName,
                marks.plan(),
                TEXTS.get("map.plan"),
                marks.cloud(),
                TEXTS.get("map.cloud"),
                marks.stated(),
                TEXTS.get("map.stated"));
    }

    /**
     * What a map shows of the plan.
     *
     * @param plan the point as planned, or null
     * @param cloud where it may lie
     * @param stated the ranges that somebody stated, or null
     */
    public record Marks(@Nullable Point plan, List<Point> cloud, ChartPart.@Nullable Stated stated) {
        public Marks {
            cloud = List.copyOf(cloud);
        }
    }

    private static DataTable mapTable(Axis x, Axis y, List<Legend> regions, CellGrid cells) {
        int columns = Math.min(MAP_ROWS, cells.columns());
        int rows = Math.min(MAP_ROWS, cells.rows());
        List<String> header = new ArrayList<>();
        header.add(y.title() + " ↓ · " + x.title() + " →");
        for (int i = 0; i < columns; i++) {
            header.add(x.scale().label(x.value((column(i, columns, cells.columns()) + 0.5) / cells.columns())));
        }
        List<List<DataTable.Cell>> body = new ArrayList<>();
        for (int j = rows - 1; j >= 0; j--) {
            int row = column(j, rows, cells.rows());
            List<DataTable.Cell> line = new ArrayList<>();
            line.add(new Words(y.scale().label(y.value((row + 0.5) / cells.rows()))));
            for (int i = 0; i < columns; i++) {
                int number = cells.at(column(i, columns, cells.columns()), row);
                line.add(new Words(number < regions.size() ? regions.get(number).name() : TEXTS.get("map.nothing")));
            }
            body.add(line);
        }
        return new DataTable(header, body);
    }

    /** The {@code index}-th of {@code count} cells evenly over {@code all}, both ends among them. */
    private static int column(int index, int count, int all) {
        return count < 2 ? 0 : (int) Math.round(index * (all - 1) / (double) (count - 1));
    }

    /** An axis with a little room around {@code values}; from 0 on where that costs little room. */
    public static Axis axisAround(String title, Scale scale, double... values) {
        double low = DoubleStream.of(values).min().orElse(0);
        double high = DoubleStream.of(values).max().orElse(1);
        double span = high > low ? high - low : Math.max(1e-9, Math.abs(high));
        double from = low >= 0 && low < span ? 0 : low - span * 0.08;
        return new Axis(title, scale, from, high + span * 0.08, false);
    }

    /** Cost against latency, say, with the line of those that nothing beats in both. */
    public static Scatter scatter(Head head, Axis x, Axis y, List<ScatterPoint> points) {
        return new Scatter(
                new Head(head.title(), y.scale(), head.summary())
                        .over(
                                points.isEmpty(),
                                new DataTable(
                                        List.of(
                                                TEXTS.get("scatter.name"),
                                                x.title() + unit(x.scale()),
                                                y.title() + unit(y.scale()),
                                                TEXTS.get("scatter.unbeaten")),
                                        points.stream()
                                                .sorted(Comparator.comparingDouble(ScatterPoint::x))
                                                .map(p -> List.of(
                                                        new Words(p.name()),
                                                        x.scale().cell(p.x()),
                                                        y.scale().cell(p.y()),
                                                        new Words(TEXTS.get(p.frontier() ? "yes" : "no"))))
                                                .toList())),
                x,
                y,
                points,
                TEXTS.get("scatter.frontier"));
    }

    /** Every architecture in every scenario. */
    public static GroupedBars groups(Head head, String groupTitle, List<Legend> series, List<Group> groups) {
        return new GroupedBars(
                head.over(groups.isEmpty() || series.isEmpty(), groupTable(head.scale(), groupTitle, series, groups)),
                series,
                groups);
    }

    /** With a column for what cannot do the job, if anything cannot. */
    private static DataTable groupTable(Scale scale, String groupTitle, List<Legend> series, List<Group> groups) {
        List<String> header = new ArrayList<>();
        header.add(groupTitle);
        series.forEach(s -> header.add(s.name() + unit(scale)));
        boolean marked = groups.stream().anyMatch(g -> g.obstacles().stream().anyMatch(o -> !o.isEmpty()));
        List<String> names = series.stream().map(Legend::name).toList();
        boolean named = groups.stream().anyMatch(g -> !g.names().equals(names));
        if (named) {
            header.add(TEXTS.get("groups.names"));
        }
        if (marked) {
            header.add(TEXTS.get("groups.unable"));
        }
        List<List<DataTable.Cell>> rows = new ArrayList<>();
        for (Group group : groups) {
            List<DataTable.Cell> row = new ArrayList<>();
            row.add(new Words(group.name()));
            group.values().forEach(v -> row.add(scale.cell(v)));
            if (named) {
                row.add(new Words(String.join(", ", group.names())));
            }
            if (marked) {
                row.add(new Words(IntStream.range(0, series.size())
                        .filter(i -> !group.obstacles().get(i).isEmpty())
                        .mapToObj(i -> TEXTS.get(
                                "groups.obstacle",
                                group.names().get(i),
                                group.obstacles().get(i)))
                        .collect(Collectors.joining(" "))));
            }
            rows.add(row);
        }
        return new DataTable(header, rows);
    }

    private static String unit(Scale scale) {
        return scale.unit().isEmpty() ? "" : " (" + scale.unit() + ")";
    }
}
