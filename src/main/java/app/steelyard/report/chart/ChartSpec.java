package app.steelyard.report.chart;

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
    record StackedBar(String name, boolean emphasised, List<Double> values, List<Key> keys, Key key, String note) {

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
    record Line(String name, ColorRole role, Key key, List<Double> values, boolean emphasised) {

        public Line {
            values = List.copyOf(values);
        }
    }

    /** A point worth a word, such as where one line crosses another. */
    record Marker(double x, double y, String label, Key key) {}

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
     * @param note beside a bar without a number, such as "unpriced"; else empty
     */
    record Bar(
            String name, ColorRole role, Key key, double value, double low, double high, String note, String tooltip) {}

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
    record Column(String name, String tick, List<Double> values, String mark, Key key) {

        public Column {
            values = List.copyOf(values);
        }

        /** The sum of the parts. */
        public double total() {
            return values.stream().mapToDouble(Double::doubleValue).sum();
        }
    }
}
