package app.steelyard.report.chart;

import app.steelyard.report.chart.ChartSpec.Bars;
import app.steelyard.report.chart.ChartSpec.Lines;
import app.steelyard.report.chart.ChartSpec.StackedBars;
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
        }
        return canvas.regions();
    }

    /** The height at which rows and axes have the room they want. */
    public double preferredHeight(ChartSpec spec, Surface surface, double width) {
        double title = titled ? Canvas.TITLE_HEIGHT * fontSize : 0;
        if (!spec.empty().isEmpty()) {
            return title + 4 * fontSize;
        }
        Canvas canvas = new Canvas(surface, palette, fontSize, width, Double.MAX_VALUE);
        return title
                + switch (spec) {
                    case StackedBars bars -> new BarPainter(canvas).preferredHeight(bars);
                    case Bars bars -> new BarPainter(canvas).preferredHeight(bars);
                    case Lines lines -> new LinePainter(canvas).preferredHeight(lines, width);
                };
    }
}
