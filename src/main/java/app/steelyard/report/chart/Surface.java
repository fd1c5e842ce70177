package app.steelyard.report.chart;

import java.util.List;

/** What a chart is drawn on. Coordinates grow rightwards and downwards; colours are {@code #rrggbb}. */
public interface Surface {

    /** A point of a line. */
    record Point(double x, double y) {}

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

    /** The width of a text, in the units of the coordinates. */
    default double measure(String text, double size, boolean bold) {
        return Fonts.width(text, size, bold);
    }
}
