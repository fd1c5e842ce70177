package app.steelyard.chart;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a chart says, whatever it is drawn on. Immutable, and equal where it says the same. */
public sealed interface ChartSpec {
    /** The question it answers. */
    String title();

    Scale scale();

    /** The answer in one sentence, for those who do not see the picture. */
    String summary();

    /** Why there is nothing to draw; empty where there is something. */
    String empty();

    /** The numbers drawn. */
    DataTable table();

    /** A name and colour in a legend. */
    record Legend(String name, ColorRole role) {}

    /**
     * Horizontal bars, each stacked from parts, the total at its end.
     *
     * @param parts what the bars are stacked from
     */
    record StackedBars(
            String title,
            Scale scale,
            String summary,
            String empty,
            List<Legend> parts,
            List<StackedBar> bars,
            DataTable table)
            implements ChartSpec {

        public StackedBars {
            parts = List.copyOf(parts);
            bars = List.copyOf(bars);
        }
    }

    /**
     * One bar of several parts.
     *
     * @param values one for each part, rounded so that they add up to the total; empty for a bar without numbers
     * @param keys one for each part
     * @param note beside a bar without numbers, such as "unpriced"; else empty
     */
    record StackedBar(
            String name, boolean emphasised, List<Double> values, List<ChartKey> keys, ChartKey key, String note) {

        public StackedBar {
            values = List.copyOf(values);
            keys = List.copyOf(keys);
        }

        /** The sum of the parts. */
        public double total() {
            return values.stream().mapToDouble(Double::doubleValue).sum();
        }
    }

    /**
     * Lines over months, named at their ends.
     *
     * @param xTitle what the horizontal axis counts
     * @param notes what could not be drawn, one line each
     */
    record Lines(
            String title,
            Scale scale,
            String summary,
            String empty,
            String xTitle,
            List<Line> lines,
            List<Marker> markers,
            List<String> notes,
            DataTable table)
            implements ChartSpec {

        public Lines {
            lines = List.copyOf(lines);
            markers = List.copyOf(markers);
            notes = List.copyOf(notes);
        }
    }

    /**
     * One line.
     *
     * @param values at 0, 1, 2…
     * @param emphasised whether it is drawn thicker
     */
    record Line(String name, ColorRole role, ChartKey key, List<Double> values, boolean emphasised) {

        public Line {
            values = List.copyOf(values);
        }
    }

    /** A point worth a word, such as where one line crosses another. */
    record Marker(double x, double y, String label, ChartKey key) {}

    /**
     * Horizontal bars of one value each.
     *
     * @param max the right end of the axis; NaN to take it from the values and draw no axis
     * @param reference a value to compare all bars with, or null
     * @param band a span of values to compare all bars with, or null
     */
    record Bars(
            String title,
            Scale scale,
            String summary,
            String empty,
            List<Bar> bars,
            double max,
            @Nullable Reference reference,
            @Nullable Band band,
            DataTable table)
            implements ChartSpec {

        public Bars {
            bars = List.copyOf(bars);
        }
    }

    /**
     * One bar.
     *
     * @param value NaN for a bar without a number
     * @param low the least it can be, NaN for no range
     * @param high the most it can be, NaN for no range
     * @param note beside a bar without a number, such as "unpriced", or instead of its number, such as "< $5"; else empty
     */
    record Bar(
            String name,
            ColorRole role,
            ChartKey key,
            double value,
            double low,
            double high,
            String note,
            String tooltip) {

        /** What stands beside it. */
        public String label(Scale scale) {
            return note.isEmpty() ? scale.label(value) : note;
        }
    }

    /** A value that bars are compared with. */
    record Reference(double value, String label) {}

    /** A span of values that bars are compared with. */
    record Band(double low, double high, String label) {}

    /**
     * Columns side by side in time, each stacked from parts.
     *
     * @param parts what the columns are stacked from
     * @param mark what a marked column is, for the legend; empty where none is marked
     */
    record Columns(
            String title,
            Scale scale,
            String summary,
            String empty,
            List<Legend> parts,
            List<Column> columns,
            String mark,
            DataTable table)
            implements ChartSpec {

        public Columns {
            parts = List.copyOf(parts);
            columns = List.copyOf(columns);
        }
    }

    /**
     * One column.
     *
     * @param name in full, such as a date with its year
     * @param tick under the axis, where there is room
     * @param values one for each part, none of them negative
     * @param mark why it is marked, in sentences; empty where it isn't
     */
    record Column(String name, String tick, List<Double> values, String mark, ChartKey key) {

        public Column {
            values = List.copyOf(values);
        }

        /** The sum of the parts. */
        public double total() {
            return values.stream().mapToDouble(Double::doubleValue).sum();
        }
    }

    /**
     * What moves a result: for each input a bar from the result at one end of its range to that at the other, on both
     * sides of the result as planned.
     *
     * @param base the result as planned
     */
    record Tornado(
            String title,
            Scale scale,
            String summary,
            String empty,
            double base,
            List<TornadoBar> bars,
            DataTable table)
            implements ChartSpec {

        public Tornado {
            bars = List.copyOf(bars);
        }
    }

    /**
     * One input.
     *
     * @param low the low end of its range, as shown
     * @param high the high end
     * @param range both with their unit, under the name
     * @param atLow the result there; NaN for one that is not known
     * @param atHigh the result there; NaN for one that is not known
     */
    record TornadoBar(String name, String range, String low, String high, double atLow, double atHigh, ChartKey key) {}

    /**
     * For each of several things the span that a value lies in, its middle, and how likely the thing is.
     *
     * @param shareTitle what is likely, over the column of probabilities
     * @param spanTitle what the span is, such as {@code P10 · P50 · P90}
     */
    record Intervals(
            String title,
            Scale scale,
            String summary,
            String empty,
            String shareTitle,
            String spanTitle,
            List<Interval> intervals,
            DataTable table)
            implements ChartSpec {

        public Intervals {
            intervals = List.copyOf(intervals);
        }
    }

    /**
     * One span.
     *
     * @param share probability, in [0, 1]; NaN for one that is not known
     * @param shareText that as people read it; empty for one that is not known
     * @param middle NaN for a thing without numbers
     * @param note beside a thing without numbers, such as "unpriced"; else empty
     */
    record Interval(
            String name,
            ColorRole role,
            ChartKey key,
            double share,
            String shareText,
            double low,
            double middle,
            double high,
            boolean emphasised,
            String note) {}

    /**
     * How a value is spread: columns of equal width.
     *
     * @param from where the first column begins
     * @param to where the last ends
     * @param shares of all cases, one for each column
     * @param turn below it, a value is a loss
     * @param lossName what a loss is, with how likely it is, for the key; empty for none
     * @param gainName what a gain is
     */
    record Histogram(
            String title,
            Scale scale,
            String summary,
            String empty,
            double from,
            double to,
            List<Double> shares,
            double turn,
            String lossName,
            String gainName,
            List<Reference> marks,
            DataTable table)
            implements ChartSpec {

        public Histogram {
            shares = List.copyOf(shares);
            marks = List.copyOf(marks);
        }
    }

    /** An axis of two values' plane; {@code from} is above 0 where it is logarithmic. */
    record Axis(String title, Scale scale, double from, double to, boolean logarithmic) {

        /** Where {@code value} is: 0 at the beginning, 1 at the end. */
        public double position(double value) {
            return logarithmic ? Math.log(value / from) / Math.log(to / from) : (value - from) / (to - from);
        }

        /** The value at a position. */
        public double value(double position) {
            return logarithmic ? from * Math.pow(to / from, position) : from + (to - from) * position;
        }
    }

    /**
     * Which of several things wins where, over two values.
     *
     * @param regions what may win, by the number in the cells
     * @param cells who wins, from the lower left corner
     * @param nothingName what it means that none wins, for the key
     * @param contours lines on which a third value is the same
     * @param contourName what that value is, with its unit, for the key
     * @param plan the point as planned, in the axes' values, or null
     * @param planName what that point is, for the key
     * @param cloud points in the axes' values
     * @param cloudName what those are, for the key
     * @param stated the part that somebody said the values lie in, or null
     * @param statedName what that part is, for the key
     */
    record WinnerMap(
            String title,
            String summary,
            String empty,
            Axis x,
            Axis y,
            List<Legend> regions,
            CellGrid cells,
            String nothingName,
            List<Contour> contours,
            String contourName,
            @Nullable Point plan,
            String planName,
            List<Point> cloud,
            String cloudName,
            @Nullable Stated stated,
            String statedName,
            DataTable table)
            implements ChartSpec {

        public WinnerMap {
            regions = List.copyOf(regions);
            contours = List.copyOf(contours);
            cloud = List.copyOf(cloud);
        }

        @Override
        public Scale scale() {
            return y.scale();
        }
    }

    /** A part of a map, in the axes' values; an end that lies outside of the map is cut off where the map ends. */
    record Stated(double left, double right, double bottom, double top) {}

    /**
     * Points over two values, and the line of those that nothing beats in both.
     *
     * @param frontierName what the line is, for the key
     */
    record Scatter(
            String title,
            String summary,
            String empty,
            Axis x,
            Axis y,
            List<ScatterPoint> points,
            String frontierName,
            DataTable table)
            implements ChartSpec {

        public Scatter {
            points = List.copyOf(points);
        }

        @Override
        public Scale scale() {
            return y.scale();
        }
    }

    /**
     * One point.
     *
     * @param frontier whether it lies on the line
     */
    record ScatterPoint(
            String name, ColorRole role, ChartKey key, double x, double y, boolean frontier, boolean emphasised) {}

    /**
     * Groups of horizontal bars, such as architectures in each scenario.
     *
     * @param series what the bars of each group are
     */
    record GroupedBars(
            String title,
            Scale scale,
            String summary,
            String empty,
            List<Legend> series,
            List<Group> groups,
            DataTable table)
            implements ChartSpec {

        public GroupedBars {
            series = List.copyOf(series);
            groups = List.copyOf(groups);
        }
    }

    /**
     * One group.
     *
     * @param values one for each series; NaN for one that has none
     * @param emphasised the number of the series that matters most, or −1
     * @param obstacles one for each series: why it cannot do the job, or empty where it can
     */
    record Group(String name, List<Double> values, int emphasised, List<String> obstacles, ChartKey key) {

        public Group {
            values = List.copyOf(values);
            obstacles = List.copyOf(obstacles);
        }
    }
}
