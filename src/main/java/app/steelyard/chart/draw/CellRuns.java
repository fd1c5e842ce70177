package app.steelyard.chart.draw;

import app.steelyard.chart.CellGrid;
import java.util.List;

/** Paints a grid of colours as rectangles, as large as cells of the same number allow. */
public final class CellRuns {
    private CellRuns() {}

    static void paint(
            Surface surface, double x, double y, double width, double height, CellGrid cells, List<String> fills) {
        int rows = cells.rows();
        double w = width / Math.max(1, cells.columns());
        double h = height / Math.max(1, rows);
        // From the top downwards, each rectangle reaching under the next, so that no line of background shines between.
        double lap = cells.below(fills.size()) ? 1 : 0;
        int top = rows - 1;
        while (top >= 0) {
            int bottom = top;
            while (bottom > 0 && same(cells, bottom - 1, top)) {
                bottom--;
            }
            int from = 0;
            while (from < cells.columns()) {
                int number = cells.at(from, top);
                int to = from + 1;
                while (to < cells.columns() && cells.at(to, top) == number) {
                    to++;
                }
                if (number < fills.size()) {
                    // On whole units: an edge within a pixel would let what lies below shine through.
                    double left = Math.rint(x + from * w);
                    double right = Math.rint(x + Math.min(width, (to + lap) * w));
                    double upper = Math.rint(y + (rows - 1 - top) * h);
                    double lower = Math.rint(y + Math.min(height, (rows - bottom + lap) * h));
                    surface.rect(left, upper, right - left, lower - upper, fills.get(number));
                }
                from = to;
            }
            top = bottom - 1;
        }
    }

    private static boolean same(CellGrid cells, int row, int other) {
        for (int column = 0; column < cells.columns(); column++) {
            if (cells.at(column, row) != cells.at(column, other)) {
                return false;
            }
        }
        return true;
    }
}
