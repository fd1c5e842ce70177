package app.steelyard.chart;

import app.steelyard.chart.ChartPart.Axis;
import app.steelyard.chart.ChartPart.Band;
import app.steelyard.chart.ChartPart.Bar;
import app.steelyard.chart.ChartPart.Column;
import app.steelyard.chart.ChartPart.Group;
import app.steelyard.chart.ChartPart.Interval;
import app.steelyard.chart.ChartPart.Legend;
import app.steelyard.chart.ChartPart.Line;
import app.steelyard.chart.ChartPart.Marker;
import app.steelyard.chart.ChartPart.Reference;
import app.steelyard.chart.ChartPart.ScatterPoint;
import app.steelyard.chart.ChartPart.StackedBar;
import app.steelyard.chart.ChartPart.Stated;
import app.steelyard.chart.ChartPart.TornadoBar;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a chart says, whatever it is drawn on. Immutable, and equal where it says the same. */
public sealed interface ChartSpec {
    /**
     * What every chart says beside its picture.
     *
     * @param title the question it answers
     * @param summary the answer in one sentence, for those who do not see the picture
     * @param empty why there is nothing to draw; empty where there is something
     * @param table the numbers drawn
     */
    record Caption(String title, Scale scale, String summary, String empty, DataTable table) {
        /** The same, with other numbers. */
        public Caption with(DataTable other) {
            return new Caption(title, scale, summary, empty, other);
        }
    }

    Caption caption();

    default String title() {
        return caption().title();
    }

    default Scale scale() {
        return caption().scale();
    }

    default String summary() {
        return caption().summary();
    }

    default String empty() {
        return caption().empty();
    }

    default DataTable table() {
        return caption().table();
    }

    /**
     * Horizontal bars, each stacked from parts, the total at its end.
     *
     * @param parts what the bars are stacked from
     */
    record StackedBars(Caption caption, List<Legend> parts, List<StackedBar> bars) implements ChartSpec {

        public StackedBars {
            parts = List.copyOf(parts);
            bars = List.copyOf(bars);
        }
    }

    /**
     * Lines over months, named at their ends.
     *
     * @param xTitle what the horizontal axis counts
     * @param notes what could not be drawn, one line each
     */
    record Lines(Caption caption, String xTitle, List<Line> lines, List<Marker> markers, List<String> notes)
            implements ChartSpec {

        public Lines {
            lines = List.copyOf(lines);
            markers = List.copyOf(markers);
            notes = List.copyOf(notes);
        }
    }

    /**
     * Horizontal bars of one value each.
     *
     * @param max the right end of the axis; NaN to take it from the values and draw no axis
     * @param reference a value to compare all bars with, or null
     * @param band a span of values to compare all bars with, or null
     */
    record Bars(
            Caption caption,
            List<Bar> bars,
            double max,
            @Nullable Reference reference,
            @Nullable Band band) implements ChartSpec {

        public Bars {
            bars = List.copyOf(bars);
        }
    }

    /**
     * Columns side by side in time, each stacked from parts.
     *
     * @param parts what the columns are stacked from
     * @param mark what a marked column is, for the legend; empty where none is marked
     */
    record Columns(Caption caption, List<Legend> parts, List<Column> columns, String mark) implements ChartSpec {

        public Columns {
            parts = List.copyOf(parts);
            columns = List.copyOf(columns);
        }
    }

    /**
     * What moves a result: for each input a bar from the result at one end of its range to that at the other, on both
     * sides of the result as planned.
     *
     * @param base the result as planned
     */
    record Tornado(Caption caption, double base, List<TornadoBar> bars) implements ChartSpec {

        public Tornado {
            bars = List.copyOf(bars);
        }
    }

    /**
     * For each of several things the span that a value lies in, its middle, and how likely the thing is.
     *
     * @param shareTitle what is likely, over the column of probabilities
     * @param spanTitle what the span is, such as {@code P10 · P50 · P90}
     */
    record Intervals(Caption caption, String shareTitle, String spanTitle, List<Interval> intervals)
            implements ChartSpec {

        public Intervals {
            intervals = List.copyOf(intervals);
        }
    }

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
            Caption caption,
            double from,
            double to,
            List<Double> shares,
            double turn,
            String lossName,
            String gainName,
            List<Reference> marks)
            implements ChartSpec {

        public Histogram {
            shares = List.copyOf(shares);
            marks = List.copyOf(marks);
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
            Caption caption,
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
            String statedName)
            implements ChartSpec {

        public WinnerMap {
            regions = List.copyOf(regions);
            contours = List.copyOf(contours);
            cloud = List.copyOf(cloud);
        }
    }

    /**
     * Points over two values, and the line of those that nothing beats in both.
     *
     * @param frontierName what the line is, for the key
     */
    record Scatter(Caption caption, Axis x, Axis y, List<ScatterPoint> points, String frontierName)
            implements ChartSpec {

        public Scatter {
            points = List.copyOf(points);
        }
    }

    /**
     * Groups of horizontal bars, such as architectures in each scenario.
     *
     * @param series what the bars of each group are
     */
    record GroupedBars(Caption caption, List<Legend> series, List<Group> groups) implements ChartSpec {

        public GroupedBars {
            series = List.copyOf(series);
            groups = List.copyOf(groups);
        }
    }
}
