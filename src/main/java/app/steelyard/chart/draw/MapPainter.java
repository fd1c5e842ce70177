package app.steelyard.chart.draw;

import app.steelyard.chart.CellGrid;
import app.steelyard.chart.ChartKey;
import app.steelyard.chart.ChartPart;
import app.steelyard.chart.ChartPart.Legend;
import app.steelyard.chart.ChartPart.Stated;
import app.steelyard.chart.ChartSpec.WinnerMap;
import app.steelyard.chart.ColorRole;
import app.steelyard.chart.Contour;
import app.steelyard.chart.Point;
import app.steelyard.chart.draw.Surface.Align;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Who wins where. Regions are named in place; one too small for its name gets a letter, and a key below says which is
 * which.
 */
final class MapPainter extends Painter {
    private static final double HEIGHT = 0.5;
    /** Places tried for a name across and up a region. */
    private static final int PLACES = 48;
    /** Places tried for a label along a contour. */
    private static final double[] ALONG = {0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8, 0.1, 0.9};
    /** Tooltips across and up. */
    private static final int HINTS = 16;

    /** Where a region is named. */
    private record Named(int region, String text, double x, double y) {}

    /** Where everything goes. */
    private record Layout(Plane plane, Boxes boxes, List<Named> named, MapKey key) {}

    MapPainter(Canvas canvas) {
        super(canvas);
    }

    double preferredHeight(WinnerMap spec, double width) {
        double plot = Math.max(size * 14, Math.min(size * 26, width * HEIGHT));
        return plot
                + size * (Plane.FOOT + Plane.HEAD)
                + key(spec, present(spec)).height();
    }

    void paint(WinnerMap spec) {
        Layout layout = layout(spec);
        Plane plane = layout.plane();
        canvas.cells(
                plane.left(),
                plane.top(),
                plane.width(),
                plane.height(),
                spec.cells(),
                spec.regions().stream().map(Legend::role).toList());
        plane.axes(canvas, false);
        for (Contour contour : spec.contours()) {
            for (List<Point> line : contour.lines()) {
                MapKey.contour(
                        canvas,
                        line.stream().map(p -> plane.share(p.x(), p.y())).toList());
            }
        }
        cloud(spec, plane);
        stated(spec, plane).ifPresent(b -> MapKey.stated(canvas, b[0], b[1], b[2], b[3]));
        Boxes frame = frame(spec, plane);
        for (Named n : layout.named()) {
            // On its region's own colour, so that no line runs through it.
            ColorRole role = spec.regions().get(n.region()).role();
            double half = canvas.measure(n.text(), true) / 2 + size * 0.3;
            canvas.rect(n.x() - half, n.y() - size * 0.7, half * 2, size * 1.4, role);
            canvas.text(n.text(), n.x(), n.y(), true, canvas.readableOn(role), Align.CENTER);
        }
        spec.contours().forEach(contour -> label(contour, plane, layout.boxes(), frame));
        plan(spec, plane).ifPresent(at -> MapKey.plan(canvas, at.x(), at.y()));
        hints(spec, plane);
        layout.key().paint(plane.bottom() + size * Plane.FOOT);
    }

    /** With room below for what the key has to say; that depends on which regions are named in place. */
    private Layout layout(WinnerMap spec) {
        List<Integer> present = present(spec);
        Layout whole = layout(spec, present, key(spec, present));
        Layout layout = layout(spec, present, key(spec, unnamed(spec, present, whole.named())));
        return unnamed(spec, present, layout.named()).equals(unnamed(spec, present, whole.named()))
                ? layout
                : new Layout(whole.plane(), whole.boxes(), whole.named(), layout.key());
    }

    private Layout layout(WinnerMap spec, List<Integer> present, MapKey key) {
        Plane plane = Plane.of(canvas, spec.x(), spec.y(), key.height());
        Boxes boxes = new Boxes();
        plan(spec, plane).ifPresent(at -> boxes.take(at.x() - size * 0.6, at.y() - size * 0.6, size * 1.2, size * 1.2));
        return new Layout(plane, boxes, names(spec, plane, present, boxes), key);
    }

    private static List<Integer> unnamed(WinnerMap spec, List<Integer> present, List<Named> named) {
        return present.stream()
                .filter(r -> named.stream()
                        .noneMatch(n -> n.region() == r && n.text().equals(name(spec, r))))
                .toList();
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

    private MapKey key(WinnerMap spec, List<Integer> unnamed) {
        List<MapKey.Entry> entries = new ArrayList<>();
        for (int r : unnamed) {
            entries.add(new MapKey.Entry(
                    MapKey.Mark.REGION,
                    letter(r) + " " + name(spec, r),
                    spec.regions().get(r).role()));
        }
        if (spec.cells().count(CellGrid.NONE) > 0) {
            entries.add(new MapKey.Entry(MapKey.Mark.NOTHING, spec.nothingName()));
        }
        if (holds(spec)) {
            entries.add(new MapKey.Entry(MapKey.Mark.PLAN, spec.planName()));
        }
        if (!spec.cloud().isEmpty()) {
            entries.add(new MapKey.Entry(MapKey.Mark.CLOUD, spec.cloudName()));
        }
        if (spec.stated() != null) {
            entries.add(new MapKey.Entry(MapKey.Mark.STATED, spec.statedName()));
        }
        if (!spec.contours().isEmpty()) {
            entries.add(new MapKey.Entry(MapKey.Mark.CONTOUR, spec.contourName()));
        }
        return new MapKey(canvas, entries);
    }

    private static boolean holds(WinnerMap spec) {
        Point plan = spec.plan();
        return plan != null
                && inside(spec.x().position(plan.x()))
                && inside(spec.y().position(plan.y()));
    }

    private static boolean inside(double position) {
        return position >= 0 && position <= 1;
    }

    /** Where the plan's point is drawn; empty where it lies outside of the map. */
    private static Optional<Point> plan(WinnerMap spec, Plane plane) {
        Point plan = spec.plan();
        return plan == null || !holds(spec) ? Optional.empty() : Optional.of(plane.at(plan.x(), plan.y()));
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

    /**
     * Names, each where it covers nothing; a name that covers some dots or lines is still better than a letter, and that
     * better than nothing.
     */
    private List<Named> names(WinnerMap spec, Plane plane, List<Integer> present, Boxes boxes) {
        List<Named> named = new ArrayList<>();
        Boxes lines = lines(spec, plane);
        Boxes dots = dots(spec, plane);
        Boxes frame = frame(spec, plane);
        present.stream()
                .sorted(Comparator.comparingInt(r -> -spec.cells().count(r)))
                .forEach(r -> {
                    Named place = null;
                    for (String text : List.of(name(spec, r), letter(r))) {
                        for (List<Boxes> clear : List.of(
                                List.of(boxes, frame, lines, dots),
                                List.of(boxes, frame, dots),
                                List.of(boxes, frame),
                                List.of(boxes))) {
                            place = place == null ? place(spec, plane, r, text, clear) : place;
                        }
                    }
                    if (place != null) {
                        named.add(place);
                        double half = canvas.measure(place.text(), true) / 2 + size * 0.3;
                        boxes.take(place.x() - half, place.y() - size * 0.7, half * 2, size * 1.4);
                    }
                });
        return named;
    }

    private Boxes dots(WinnerMap spec, Plane plane) {
        Boxes boxes = new Boxes();
        for (Point p : spec.cloud()) {
            Point at = plane.at(p.x(), p.y());
            boxes.take(at.x() - 1, at.y() - 1, 2, 2);
        }
        return boxes;
    }

    /** The place inside a region nearest to its middle at which a text has room; null if there is none. */
    private @Nullable Named place(WinnerMap spec, Plane plane, int region, String text, List<Boxes> clear) {
        CellGrid cells = spec.cells();
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
                        && clear.stream().allMatch(b -> b.free(x - width / 2, y - height / 2, width, height))) {
                    least = distance;
                    best = new Named(region, text, x, y);
                }
            }
        }
        return best;
    }

    /** How many cells of a region lie below and left of each corner. */
    private static int[][] sums(CellGrid cells, int region) {
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

    private static double[] middle(CellGrid cells, int region) {
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

    /** Somewhere on the longest line where nothing else is, and best where no frame is either. */
    private void label(Contour contour, Plane plane, Boxes boxes, Boxes frame) {
        List<Point> longest = contour.lines().stream()
                .max(Comparator.comparingInt(List::size))
                .orElse(List.of());
        double width = canvas.measureSmall(contour.label()) + size * 0.6;
        double height = size * 1.3;
        for (List<Boxes> clear : List.of(List.of(boxes, frame), List.of(boxes))) {
            for (double share : ALONG) {
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
                        && clear.stream().allMatch(b -> b.free(x, y, width, height))) {
                    canvas.rect(x, y, width, height, ColorRole.BACKGROUND);
                    canvas.small(contour.label(), at.x(), at.y(), ColorRole.TEXT, Align.CENTER);
                    boxes.take(x, y, width, height);
                    return;
                }
            }
        }
    }

    private void cloud(WinnerMap spec, Plane plane) {
        MapKey.dots(
                canvas,
                spec.cloud().stream()
                        .map(p -> plane.at(p.x(), p.y()))
                        .filter(plane::contains)
                        .toList());
    }

    /** Left, top, right and bottom of what somebody stated. */
    private static Optional<double[]> stated(WinnerMap spec, Plane plane) {
        Stated stated = spec.stated();
        if (stated == null) {
            return Optional.empty();
        }
        Point low = plane.share(within(spec.x(), stated.left()), within(spec.y(), stated.bottom()));
        Point high = plane.share(within(spec.x(), stated.right()), within(spec.y(), stated.top()));
        return Optional.of(new double[] {low.x(), high.y(), high.x(), low.y()});
    }

    /** The lines of the frame around that. */
    private Boxes frame(WinnerMap spec, Plane plane) {
        Boxes frame = new Boxes();
        stated(spec, plane).ifPresent(b -> {
            double thick = size / 4;
            frame.take(b[0] - thick / 2, b[1], thick, b[3] - b[1]);
            frame.take(b[2] - thick / 2, b[1], thick, b[3] - b[1]);
            frame.take(b[0], b[1] - thick / 2, b[2] - b[0], thick);
            frame.take(b[0], b[3] - thick / 2, b[2] - b[0], thick);
        });
        return frame;
    }

    private static double within(ChartPart.Axis axis, double value) {
        return axis.logarithmic() && value <= 0 ? 0 : Math.clamp(axis.position(value), 0, 1);
    }

    private void hints(WinnerMap spec, Plane plane) {
        double width = plane.width() / HINTS;
        double height = plane.height() / HINTS;
        CellGrid cells = spec.cells();
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
                            ChartKey.NONE);
                }
            }
        }
    }

    private static String hint(ChartPart.Axis axis, double position) {
        return axis.title() + ": " + axis.scale().label(axis.value(position));
    }
}
