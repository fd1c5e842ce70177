package app.steelyard.chart;

import java.util.List;

/**
 * The lines on which a value over a plane is the same.
 *
 * @param label on the line
 * @param lines in shares of the plane's width and height, from the lower left corner
 */
public record Contour(String label, List<List<Point>> lines) {

    public Contour {
        lines = lines.stream().map(List::copyOf).toList();
    }
}
