package app.steelyard.chart.draw;

import app.steelyard.chart.ChartSpec;
import app.steelyard.chart.ChartSpec.Bars;
import app.steelyard.chart.ChartSpec.Columns;
import app.steelyard.chart.ChartSpec.GroupedBars;
import app.steelyard.chart.ChartSpec.Histogram;
import app.steelyard.chart.ChartSpec.Intervals;
import app.steelyard.chart.ChartSpec.Lines;
import app.steelyard.chart.ChartSpec.Scatter;
import app.steelyard.chart.ChartSpec.StackedBars;
import app.steelyard.chart.ChartSpec.Tornado;
import app.steelyard.chart.ChartSpec.WinnerMap;
import app.steelyard.chart.Point;
import java.util.List;

/**
 * Lays out and paints a chart on any surface, the same way each time.
 *
 * @param fontSize of labels, in the units of the surface
 * @param titled whether the title is painted too; a card or a page that shows it itself leaves it out
 */
public record ChartPainter(Palette palette, double fontSize, boolean titled) {

    /**
     * Paints {@code spec} into a rectangle from (0, 0); it fits whatever the size, and is good from
     * {@link #preferredHeight} on.
     *
     * @return what is where, in the coordinates of the surface
     */
    public List<Region> paint(ChartSpec spec, Surface surface, double width, double height) {
        Canvas canvas = new Canvas(surface, palette, fontSize, width, height);
        if (titled) {
            canvas.title(spec.title());
        }
        if (!spec.empty().isEmpty()) {
            canvas.note(spec.empty());
            return canvas.regions();
        }
        switch (spec) {
            case StackedBars bars -> new BarPainter(canvas).paint(bars);
            case Bars bars -> new BarPainter(canvas).paint(bars);
            case Lines lines -> new LinePainter(canvas).paint(lines);
            case Columns columns -> new ColumnPainter(canvas).paint(columns);
            case Tornado tornado -> new TornadoPainter(canvas).paint(tornado);
            case Intervals intervals -> new IntervalPainter(canvas).paint(intervals);
            case Histogram histogram -> new HistogramPainter(canvas).paint(histogram);
            case WinnerMap map -> new MapPainter(canvas).paint(map);
            case Scatter scatter -> new ScatterPainter(canvas).paint(scatter);
            case GroupedBars bars -> new GroupPainter(canvas).paint(bars);
        }
        return canvas.regions();
    }

    /** {@link #preferredHeight(ChartSpec, TextWidth, double)} as measured on a surface. */
    public double preferredHeight(ChartSpec spec, Surface surface, double width) {
        return preferredHeight(spec, surface::measure, width);
    }

    /** The height at which rows and axes have the room they want. */
    public double preferredHeight(ChartSpec spec, TextWidth measure, double width) {
        double title = titled ? Canvas.TITLE_HEIGHT * fontSize : 0;
        if (!spec.empty().isEmpty()) {
            return title + 4 * fontSize;
        }
        Canvas canvas = new Canvas(new Unseen(measure), palette, fontSize, width, Double.MAX_VALUE);
        return title
                + switch (spec) {
                    case StackedBars bars -> new BarPainter(canvas).preferredHeight(bars);
                    case Bars bars -> new BarPainter(canvas).preferredHeight(bars);
                    case Lines lines -> new LinePainter(canvas).preferredHeight(lines, width);
                    case Columns columns -> new ColumnPainter(canvas).preferredHeight(columns, width);
                    case Tornado tornado -> new TornadoPainter(canvas).preferredHeight(tornado);
                    case Intervals intervals -> new IntervalPainter(canvas).preferredHeight(intervals);
                    case Histogram histogram -> new HistogramPainter(canvas).preferredHeight(histogram, width);
                    case WinnerMap map -> new MapPainter(canvas).preferredHeight(map, width);
                    case Scatter scatter -> new ScatterPainter(canvas).preferredHeight(scatter, width);
                    case GroupedBars bars -> new GroupPainter(canvas).preferredHeight(bars);
                };
    }

    /** How wide a text is: {@link Fonts#width}, or what a toolkit says. */
    public interface TextWidth {
        double of(String text, double size, boolean bold);
    }

    /** Measures and draws nothing. */
    private record Unseen(TextWidth width) implements Surface {
        @Override
        public void rect(double x, double y, double width, double height, String fill) {}

        @Override
        public void line(List<Point> points, String color, double width, boolean dashed) {}

        @Override
        public void circle(double x, double y, double radius, String fill, String stroke, double strokeWidth) {}

        @Override
        public void dots(List<Point> middles, double radius, String fill, double opacity) {}

        @Override
        public void text(
                String text, double x, double baseline, double size, boolean bold, String color, Align align) {}

        @Override
        public double measure(String text, double size, boolean bold) {
            return width.of(text, size, bold);
        }
    }
}
