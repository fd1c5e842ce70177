package app.steelyard.chart.draw;

import java.util.ArrayList;
import java.util.List;

/** Rectangles already used by labels. */
final class Boxes {
    private final List<double[]> taken = new ArrayList<>();

    void take(double x, double y, double width, double height) {
        taken.add(new double[] {x, y, x + width, y + height});
    }

    boolean free(double x, double y, double width, double height) {
        for (double[] b : taken) {
            if (x < b[2] && b[0] < x + width && y < b[3] && b[1] < y + height) {
                return false;
            }
        }
        return true;
    }
}
