package app.steelyard.chart.draw;

import app.steelyard.chart.CellGrid;
import app.steelyard.chart.Point;
import java.util.List;

/** What a chart is drawn on. Coordinates grow rightwards and downwards; colours are {@code #rrggbb}. */
public interface Surface {
    /** Where the given x of a text is. */
    enum Align {
        LEFT,
        CENTER,
        RIGHT
    }

    void rect(double x, double y, double width, double height, String fill);

    /** @param dashed whether the line is broken into dashes */
    void line(List<Point> points, String color, double width, boolean dashed);

    void circle(double x, double y, double radius, String fill, String stroke, double strokeWidth);

    /** @param baseline y of the line that the letters stand on */
    void text(String text, double x, double baseline, double size, boolean bold, String color, Align align);

    /**
     * Round dots that shine through.
     *
     * @param opacity in (0, 1]
     */
    void dots(List<Point> middles, double radius, String fill, double opacity);

    /**
     * A grid of colours, filling a rectangle.
     *
     * @param fills by the number in a cell; a number beyond is left out
     */
    default void cells(double x, double y, double width, double height, CellGrid cells, List<String> fills) {
        CellRuns.paint(this, x, y, width, height, cells, fills);
    }

    /** The width of a text, in the units of the coordinates. */
    default double measure(String text, double size, boolean bold) {
        return Fonts.width(text, size, bold);
    }
}
