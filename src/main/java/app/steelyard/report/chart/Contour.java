package app.steelyard.report.chart;

import app.steelyard.report.chart.Surface.Point;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

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

    /** A value known in the middle of each cell. */
    public interface Field {
        double at(int column, int row);
    }

    /**
     * Follows {@code level} through a grid by marching squares; squares with a value that is not known are left out.
     *
     * @param columns at least 2
     * @param rows at least 2
     */
    public static Contour of(String label, double level, int columns, int rows, Field field) {
        Map<Point, List<Point>> next = new HashMap<>();
        for (int row = 0; row + 1 < rows; row++) {
            for (int column = 0; column + 1 < columns; column++) {
                square(level, column, row, columns, rows, field, next);
            }
        }
        return new Contour(label, joined(next));
    }

    private static void square(
            double level, int column, int row, int columns, int rows, Field field, Map<Point, List<Point>> next) {
        int[][] corners = {{column, row}, {column + 1, row}, {column + 1, row + 1}, {column, row + 1}};
        double[] values = new double[4];
        double sum = 0;
        for (int i = 0; i < 4; i++) {
            values[i] = field.at(corners[i][0], corners[i][1]) - level;
            sum += values[i];
            if (!Double.isFinite(values[i])) {
                return;
            }
        }
        List<Point> crossings = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            int j = (i + 1) % 4;
            if (values[i] >= 0 != values[j] >= 0) {
                // From the lesser corner on, so that both squares at an edge find the very same point.
                int a = corners[i][0] + corners[i][1] < corners[j][0] + corners[j][1] ? i : j;
                int b = a == i ? j : i;
                double t = values[a] / (values[a] - values[b]);
                crossings.add(new Point(
                        (corners[a][0] + t * (corners[b][0] - corners[a][0]) + 0.5) / columns,
                        (corners[a][1] + t * (corners[b][1] - corners[a][1]) + 0.5) / rows));
            }
        }
        if (crossings.size() == 2) {
            link(crossings.get(0), crossings.get(1), next);
        } else if (crossings.size() == 4) {
            // A saddle: the middle says which corners belong together.
            int shift = sum >= 0 == values[0] >= 0 ? 0 : 1;
            link(crossings.get(shift), crossings.get(shift + 1), next);
            link(crossings.get(shift + 2), crossings.get((shift + 3) % 4), next);
        }
    }

    private static void link(Point a, Point b, Map<Point, List<Point>> next) {
        if (!a.equals(b)) {
            links(next, a).add(b);
            links(next, b).add(a);
        }
    }

    private static List<Point> links(Map<Point, List<Point>> next, Point point) {
        return next.computeIfAbsent(point, p -> new ArrayList<>(2));
    }

    /** Lines as long as they go, in an order that the grid alone decides. */
    private static List<List<Point>> joined(Map<Point, List<Point>> next) {
        List<List<Point>> lines = new ArrayList<>();
        List<Point> starts = new ArrayList<>(next.keySet());
        starts.sort((a, b) -> {
            int ends = Integer.compare(
                    links(next, a).size() % 2 == 1 ? 0 : 1, links(next, b).size() % 2 == 1 ? 0 : 1);
            int x = ends != 0 ? ends : Double.compare(a.x(), b.x());
            return x != 0 ? x : Double.compare(a.y(), b.y());
        });
        for (Point start : starts) {
            while (!links(next, start).isEmpty()) {
                Deque<Point> line = new ArrayDeque<>();
                line.add(start);
                Point at = start;
                while (!links(next, at).isEmpty()) {
                    Point to = links(next, at).removeFirst();
                    links(next, to).remove(at);
                    line.add(to);
                    at = to;
                }
                lines.add(List.copyOf(line));
            }
        }
        return lines;
    }
}
