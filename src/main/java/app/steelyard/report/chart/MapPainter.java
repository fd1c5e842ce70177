package app.steelyard.report.chart;

import app.steelyard.report.chart.ChartSpec.Legend;
import app.steelyard.report.chart.ChartSpec.WinnerMap;
import app.steelyard.report.chart.Surface.Align;
import app.steelyard.report.chart.Surface.Point;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Who wins where. Regions are named in place; one too small for its name gets a letter, and a key below says which is
 * which.
 */
final class MapPainter {
    private static final double HEIGHT = 0.5;
    /** Places tried for a name across and up a region. */
    private static final int PLACES = 48;
    /** Tooltips across and up. */
    private static final int HINTS = 16;

    private final Canvas canvas;
    private final double size;

    /** Where a region is named. */
    private record Named(int region, String text, double x, double y) {}

    MapPainter(Canvas canvas) {
        this.canvas = canvas;
        this.size = canvas.size;
    }

    double preferredHeight(WinnerMap spec, double width) {
        double plot = Math.max(size * 14, Math.min(size * 26, width * HEIGHT));
        return plot + size * (Plane.FOOT + Plane.HEAD) + keyHeight(key(spec, present(spec)));
    }

    void paint(WinnerMap spec) {
        List<Integer> present = present(spec);
        Plane plane = Plane.of(canvas, spec.x(), spec.y(), 0);
        Boxes boxes = boxes(spec, plane);
        List<Named> named = names(spec, plane, present, boxes);
        List<Integer> unnamed = present.stream()
                .filter(r -> named.stream()
                        .noneMatch(n -> n.region() == r && n.text().equals(name(spec, r))))
                .toList();
        List<List<Legend>> key = key(spec, unnamed);
        if (!key.isEmpty()) {
            plane = Plane.of(canvas, spec.x(), spec.y(), keyHeight(key));
            boxes = boxes(spec, plane);
        }
        canvas.cells(
                plane.left(),
                plane.top(),
                plane.width(),
                plane.height(),
                spec.cells(),
                spec.regions().stream().map(Legend::role).toList());
        plane.axes(canvas, false);
        for (Contour contour : spec.contours()) {
            lines(contour, plane);
        }
        cloud(spec, plane);
        List<Named> again = key.isEmpty() ? named : names(spec, plane, present, boxes);
        for (Named n : again) {
            ColorRole ink = canvas.readableOn(spec.regions().get(n.region()).role());
            canvas.text(n.text(), n.x(), n.y(), true, ink, Align.CENTER);
        }
        for (Contour contour : spec.contours()) {
            label(contour, plane, boxes);
        }
        plan(spec, plane);
        hints(spec, plane);
        canvas.legend(key, 0, plane.bottom() + size * Plane.FOOT);
    }

    private static List<Integer> present(WinnerMap spec) {
        List<Integer> present = new ArrayList<>();
        for (int r = 0; r < spec.regions().size(); r++) {
            if (spec.cells().count(r) > 0) {
                present.add(r);
            }
        }
        return present;
    }

    private static String name(WinnerMap spec, int region) {
        return spec.regions().get(region).name();
    }

    private static String letter(int region) {
        return String.valueOf((char) ('A' + region % 26));
    }

    private List<List<Legend>> key(WinnerMap spec, List<Integer> regions) {
        List<Legend> entries = regions.stream()
                .map(r -> new Legend(
                        letter(r) + " " + name(spec, r), spec.regions().get(r).role()))
                .toList();
        return canvas.legendRows(entries, 0);
    }

    private double keyHeight(List<List<Legend>> key) {
        return key.size() * Canvas.LEGEND_ROW * size;
    }

    /** What no name may cover: the plan's point with its name. */
    private Boxes boxes(WinnerMap spec, Plane plane) {
        Boxes boxes = new Boxes();
        if (spec.plan() != null) {
            double[] box = planBox(spec, plane, spec.plan());
            boxes.take(box[0], box[1], box[2], box[3]);
            Point at = plane.at(spec.plan().x(), spec.plan().y());
            boxes.take(at.x() - size / 2, at.y() - size / 2, size, size);
        }
        return boxes;
    }

    /** Contours, as far as a name has to keep clear of them. */
    private Boxes lines(WinnerMap spec, Plane plane) {
        Boxes boxes = new Boxes();
        double apart = size * 1.2;
        for (Contour contour : spec.contours()) {
            for (List<Point> line : contour.lines()) {
                Point last = null;
                for (Point p : line) {
                    Point at = plane.share(p.x(), p.y());
                    if (last == null || Math.hypot(at.x() - last.x(), at.y() - last.y()) >= apart) {
                        boxes.take(at.x() - 1, at.y() - 1, 2, 2);
                        last = at;
                    }
                }
            }
        }
        return boxes;
    }

    private List<Named> names(WinnerMap spec, Plane plane, List<Integer> present, Boxes boxes) {
        List<Named> named = new ArrayList<>();
        Boxes lines = lines(spec, plane);
        present.stream()
                .sorted(Comparator.comparingInt(r -> -spec.cells().count(r)))
                .forEach(r -> {
                    for (String text : List.of(name(spec, r), letter(r))) {
                        Named place = place(spec, plane, r, text, boxes, lines);
                        if (place != null) {
                            named.add(place);
                            double half = canvas.measure(text, true) / 2;
                            boxes.take(place.x() - half, place.y() - size * 0.7, half * 2, size * 1.4);
                            break;
                        }
                    }
                });
        return named;
    }

    /** The place inside a region nearest to its middle at which a text has room; null if there is none. */
    private @Nullable Named place(WinnerMap spec, Plane plane, int region, String text, Boxes boxes, Boxes lines) {
        Cells cells = spec.cells();
        int[][] sums = sums(cells, region);
        double cellWidth = plane.width() / cells.columns();
        double cellHeight = plane.height() / cells.rows();
        double width = canvas.measure(text, true) + size * 0.8;
        double height = size * 1.5;
        int across = (int) Math.ceil(width / cellWidth);
        int up = (int) Math.ceil(height / cellHeight);
        if (across > cells.columns() || up > cells.rows()) {
            return null;
        }
        double[] middle = middle(cells, region);
        Named best = null;
        double least = Double.MAX_VALUE;
        for (int i = 0; i <= PLACES; i++) {
            for (int j = 0; j <= PLACES; j++) {
                int column = (cells.columns() - across) * i / PLACES;
                int row = (cells.rows() - up) * j / PLACES;
                if (sums[row + up][column + across]
                                - sums[row][column + across]
                                - sums[row + up][column]
                                + sums[row][column]
                        < across * up) {
                    continue;
                }
                double x = plane.left() + (column + across / 2.0) * cellWidth;
                double y = plane.bottom() - (row + up / 2.0) * cellHeight;
                double distance = Math.hypot(
                        (column + across / 2.0 - middle[0]) * cellWidth, (row + up / 2.0 - middle[1]) * cellHeight);
                if (distance < least
                        && boxes.free(x - width / 2, y - height / 2, width, height)
                        && lines.free(x - width / 2, y - height / 2, width, height)) {
                    least = distance;
                    best = new Named(region, text, x, y);
                }
            }
        }
        return best;
    }

    /** How many cells of a region lie below and left of each corner. */
    private static int[][] sums(Cells cells, int region) {
        int[][] sums = new int[cells.rows() + 1][cells.columns() + 1];
        for (int row = 0; row < cells.rows(); row++) {
            int line = 0;
            for (int column = 0; column < cells.columns(); column++) {
                line += cells.at(column, row) == region ? 1 : 0;
                sums[row + 1][column + 1] = sums[row][column + 1] + line;
            }
        }
        return sums;
    }

    private static double[] middle(Cells cells, int region) {
        double x = 0;
        double y = 0;
        int count = 0;
        for (int row = 0; row < cells.rows(); row++) {
            for (int column = 0; column < cells.columns(); column++) {
                if (cells.at(column, row) == region) {
                    x += column + 0.5;
                    y += row + 0.5;
                    count++;
                }
            }
        }
        return new double[] {x / Math.max(1, count), y / Math.max(1, count)};
    }

    private void lines(Contour contour, Plane plane) {
        for (List<Point> line : contour.lines()) {
            List<Point> points =
                    line.stream().map(p -> plane.share(p.x(), p.y())).toList();
            canvas.path(points, ColorRole.BACKGROUND, size / 4);
            canvas.path(points, ColorRole.TEXT, size / 12);
        }
    }

    /** Somewhere on the longest line, where nothing else is. */
    private void label(Contour contour, Plane plane, Boxes boxes) {
        List<Point> longest = contour.lines().stream()
                .max(Comparator.comparingInt(List::size))
                .orElse(List.of());
        double width = canvas.measureSmall(contour.label()) + size * 0.6;
        double height = size * 1.3;
        for (double share : new double[] {0.5, 0.35, 0.65, 0.2, 0.8, 0.1, 0.9}) {
            if (longest.isEmpty()) {
                return;
            }
            Point p = longest.get((int) ((longest.size() - 1) * share));
            Point at = plane.share(p.x(), p.y());
            double x = at.x() - width / 2;
            double y = at.y() - height / 2;
            if (x >= plane.left()
                    && x + width <= plane.right()
                    && y >= plane.top()
                    && y + height <= plane.bottom()
                    && boxes.free(x, y, width, height)) {
                canvas.rect(x, y, width, height, ColorRole.BACKGROUND);
                canvas.small(contour.label(), at.x(), at.y(), ColorRole.TEXT, Align.CENTER);
                boxes.take(x, y, width, height);
                return;
            }
        }
    }

    private void cloud(WinnerMap spec, Plane plane) {
        List<Point> points = spec.cloud().stream()
                .map(p -> plane.at(p.x(), p.y()))
                .filter(plane::contains)
                .toList();
        canvas.dots(points, size * 0.17, ColorRole.TEXT, 0.35);
        canvas.dots(points, size * 0.11, ColorRole.BACKGROUND, 0.75);
    }

    private void plan(WinnerMap spec, Plane plane) {
        if (spec.plan() == null) {
            return;
        }
        Point at = plane.at(spec.plan().x(), spec.plan().y());
        if (!plane.contains(at)) {
            return;
        }
        canvas.circle(at.x(), at.y(), size * 0.42, ColorRole.BACKGROUND, ColorRole.TEXT, size / 6);
        double[] box = planBox(spec, plane, spec.plan());
        canvas.rect(box[0], box[1], box[2], box[3], ColorRole.BACKGROUND);
        canvas.small(spec.planName(), box[0] + box[2] / 2, box[1] + box[3] / 2, ColorRole.TEXT, Align.CENTER);
    }

    /** Beside the plan's point, on the side that has room. */
    private double[] planBox(WinnerMap spec, Plane plane, Point plan) {
        Point at = plane.at(plan.x(), plan.y());
        double width = canvas.measureSmall(spec.planName()) + size * 0.6;
        double height = size * 1.3;
        double x = at.x() + size * 0.7 + width <= plane.right() ? at.x() + size * 0.7 : at.x() - size * 0.7 - width;
        double y = Math.max(plane.top(), Math.min(at.y() - height / 2, plane.bottom() - height));
        return new double[] {x, y, width, height};
    }

    private void hints(WinnerMap spec, Plane plane) {
        double width = plane.width() / HINTS;
        double height = plane.height() / HINTS;
        Cells cells = spec.cells();
        List<String> above = IntStream.range(0, HINTS)
                .mapToObj(j -> hint(spec.y(), (j + 0.5) / HINTS))
                .toList();
        for (int i = 0; i < HINTS; i++) {
            String beside = hint(spec.x(), (i + 0.5) / HINTS);
            for (int j = 0; j < HINTS; j++) {
                double across = (i + 0.5) / HINTS;
                double up = (j + 0.5) / HINTS;
                int number = cells.at((int) (across * cells.columns()), (int) (up * cells.rows()));
                if (number < spec.regions().size()) {
                    canvas.region(
                            plane.left() + i * width,
                            plane.bottom() - (j + 1) * height,
                            width,
                            height,
                            name(spec, number) + "\n" + beside + "\n" + above.get(j),
                            Key.NONE);
                }
            }
        }
    }

    private static String hint(ChartSpec.Axis axis, double position) {
        return axis.title() + ": " + axis.scale().label(axis.value(position));
    }
}
