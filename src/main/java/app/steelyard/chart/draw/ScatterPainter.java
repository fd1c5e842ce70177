package app.steelyard.chart.draw;

import app.steelyard.chart.ChartPart.ScatterPoint;
import app.steelyard.chart.ChartSpec.Scatter;
import app.steelyard.chart.ColorRole;
import app.steelyard.chart.Point;
import app.steelyard.chart.draw.Surface.Align;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Points over two values; the line of those that nothing beats is a staircase. */
final class ScatterPainter extends Painter {
    private static final double RADIUS = 0.42;
    private static final double KEY = 1.6;
    /** How far from its point a label may be. */
    private static final double[] NEAR = {0.8};

    private static final double[] FAR = {0.8, 2.2, 3.6, 5.4};
    /** Of a label. */
    private static final double HEIGHT = 1.25;

    ScatterPainter(Canvas canvas) {
        super(canvas);
    }

    double preferredHeight(Scatter spec, double width) {
        return Math.max(size * 14, Math.min(size * 24, width * 0.5)) + size * (Plane.FOOT + Plane.HEAD + KEY);
    }

    void paint(Scatter spec) {
        boolean line = spec.points().stream().filter(ScatterPoint::frontier).count() > 1;
        Plane plane = Plane.of(canvas, spec.x(), spec.y(), line ? size * KEY : 0);
        plane.axes(canvas, true);
        Boxes stairs = new Boxes();
        if (line) {
            List<Point> points = stairs(spec, plane);
            frontier(spec, plane, points);
            for (int i = 1; i < points.size(); i++) {
                Point a = points.get(i - 1);
                Point b = points.get(i);
                stairs.take(
                        Math.min(a.x(), b.x()),
                        Math.min(a.y(), b.y()),
                        Math.abs(a.x() - b.x()),
                        Math.abs(a.y() - b.y()));
            }
        }
        List<ScatterPoint> order = spec.points().stream()
                .sorted(Comparator.comparing(ScatterPoint::emphasised).thenComparing(ScatterPoint::frontier))
                .toList();
        Boxes boxes = new Boxes();
        for (ScatterPoint point : order) {
            Point at = plane.at(point.x(), point.y());
            double radius = size * (point.emphasised() ? RADIUS * 1.35 : RADIUS);
            // A ring for what something beats, a full dot for what nothing does: not by colour alone.
            canvas.circle(
                    at.x(),
                    at.y(),
                    radius,
                    point.frontier() ? point.role() : ColorRole.BACKGROUND,
                    point.role(),
                    size / 6);
            boxes.take(at.x() - radius, at.y() - radius, radius * 2, radius * 2);
            canvas.region(
                    at.x() - size,
                    at.y() - size,
                    size * 2,
                    size * 2,
                    point.name() + "\n" + spec.x().title() + ": "
                            + spec.x().scale().exact(point.x()) + "\n"
                            + spec.y().title() + ": " + spec.y().scale().exact(point.y()),
                    point.key());
        }
        // What matters most is named first; where no room is left, the tooltip and the table have the name.
        order.reversed().forEach(p -> label(p, plane, boxes, stairs));
    }

    private void label(ScatterPoint point, Plane plane, Boxes boxes, Boxes line) {
        Point at = plane.at(point.x(), point.y());
        String text = canvas.fitMiddle(point.name(), plane.width() * 0.45, point.emphasised());
        double width = canvas.measure(text, point.emphasised());
        // Near and clear of the frontier; for what matters, also further away, with a line that leads there.
        boolean matters = point.emphasised() || point.frontier();
        for (double distance : matters ? FAR : NEAR) {
            for (double[] place : places(at, width, distance * size)) {
                boolean inside = place[0] >= plane.left()
                        && place[0] + width <= canvas.width
                        && place[1] >= plane.top() - size * 0.4
                        && place[1] + HEIGHT * size <= plane.bottom() + size * 0.4;
                if (inside
                        && line.free(place[0], place[1], width, HEIGHT * size)
                        && boxes.free(place[0], place[1], width, HEIGHT * size)) {
                    write(point, text, at, place, width, distance > NEAR[0]);
                    boxes.take(place[0], place[1], width, HEIGHT * size);
                    return;
                }
            }
        }
    }

    private void write(ScatterPoint point, String text, Point at, double[] place, double width, boolean led) {
        double middle = place[1] + HEIGHT * size / 2;
        if (led) {
            canvas.line(
                    at.x(),
                    at.y(),
                    Math.clamp(at.x(), place[0], place[0] + width),
                    Math.clamp(at.y(), place[1], place[1] + HEIGHT * size),
                    ColorRole.MUTED,
                    size / 16,
                    false);
        }
        canvas.text(text, place[0], middle, point.emphasised(), ColorRole.TEXT, Align.LEFT);
    }

    /** Upper left corners of a label around a point. */
    private double[][] places(Point at, double width, double gap) {
        double height = HEIGHT * size;
        return new double[][] {
            {at.x() + gap, at.y() - height / 2},
            {at.x() - gap - width, at.y() - height / 2},
            {at.x() - width / 2, at.y() - gap - height},
            {at.x() - width / 2, at.y() + gap},
            {at.x() + gap * 0.7, at.y() - gap - height * 0.6},
            {at.x() + gap * 0.7, at.y() + gap - height * 0.4},
            {at.x() - gap * 0.7 - width, at.y() - gap - height * 0.6},
            {at.x() - gap * 0.7 - width, at.y() + gap - height * 0.4}
        };
    }

    private static List<Point> stairs(Scatter spec, Plane plane) {
        List<Point> stairs = new ArrayList<>();
        Point last = null;
        for (ScatterPoint point : spec.points().stream()
                .filter(ScatterPoint::frontier)
                .sorted(Comparator.comparingDouble(ScatterPoint::x))
                .toList()) {
            Point at = plane.at(point.x(), point.y());
            if (last != null) {
                stairs.add(new Point(at.x(), last.y()));
            }
            stairs.add(at);
            last = at;
        }
        return stairs;
    }

    private void frontier(Scatter spec, Plane plane, List<Point> stairs) {
        canvas.path(stairs, ColorRole.MUTED, size / 8);
        double y = plane.bottom() + size * (Plane.FOOT + KEY / 2);
        canvas.line(plane.left(), y, plane.left() + size * 1.6, y, ColorRole.MUTED, size / 8, false);
        double text = plane.left() + size * 2.1;
        canvas.small(canvas.fitSmall(spec.frontierName(), canvas.width - text), text, y, ColorRole.MUTED, Align.LEFT);
    }
}
