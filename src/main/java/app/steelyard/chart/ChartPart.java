package app.steelyard.chart;

import java.util.List;

/** What charts are put together from: bars, lines, points, axes and what marks them. */
public interface ChartPart {
    /** A name and colour in a legend. */
    record Legend(String name, ColorRole role) {}

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

    /** A part of a map, in the axes' values; an end that lies outside of the map is cut off where the map ends. */
    record Stated(double left, double right, double bottom, double top) {}

    /**
     * One point.
     *
     * @param frontier whether it lies on the line
     */
    record ScatterPoint(
            String name, ColorRole role, ChartKey key, double x, double y, boolean frontier, boolean emphasised) {}

    /**
     * One group.
     *
     * @param names what its bars are called, one for each series: that of the series, or more than that
     * @param values one for each series; NaN for one that has none
     * @param emphasised the number of the series that matters most, or −1
     * @param obstacles one for each series: why it cannot do the job, or empty where it can
     */
    record Group(
            String name,
            List<String> names,
            List<Double> values,
            int emphasised,
            List<String> obstacles,
            ChartKey key) {

        public Group {
            names = List.copyOf(names);
            values = List.copyOf(values);
            obstacles = List.copyOf(obstacles);
        }
    }
}
