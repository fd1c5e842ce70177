package app.steelyard.chart.draw;

import app.steelyard.chart.ChartKey;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A place in a painted chart that says what it shows.
 *
 * @param tooltip what it shows, with its number
 */
public record Region(double x, double y, double width, double height, String tooltip, ChartKey key) {

    public boolean contains(double px, double py) {
        return px >= x && px <= x + width && py >= y && py <= y + height;
    }

    /** The place under a point: of several, the one whose middle is nearest. */
    public static Optional<Region> at(List<Region> regions, double px, double py) {
        return regions.stream()
                .filter(r -> r.contains(px, py))
                .min(Comparator.comparingDouble(r -> Math.hypot(px - r.x - r.width / 2, py - r.y - r.height / 2)));
    }
}
