package app.steelyard.chart.draw;

import app.steelyard.chart.ChartKey;
import app.steelyard.chart.ChartPart.Line;
import app.steelyard.chart.ChartPart.Marker;
import app.steelyard.chart.ChartSpec.Lines;
import app.steelyard.chart.ColorRole;
import app.steelyard.chart.Point;
import app.steelyard.chart.draw.Surface.Align;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Lines over months, each named at its end. */
final class LinePainter extends Painter {
    private static final double NAMES_SHARE = 0.32;
    /** In a narrow chart, names of usual length may take more. */
    private static final double MOST_NAMES_SHARE = 0.45;

    private static final double NAMES = 15;
    private static final double NAME_PITCH = 1.35;
    private static final double LABEL_SHARE = 0.6;
    private static final double LABEL_PITCH = 1.35;
    /** Places tried for a label along each side of the plot. */
    private static final int PLACES = 12;

    private record Frame(double left, double right, double top, double bottom, double low, double high, int last) {

        double x(double month) {
            return left + (right - left) * month / Math.max(1, last);
        }

        double y(double value) {
            return bottom - (bottom - top) * (value - low) / (high - low);
        }
    }

    private record Box(double x, double y, double width, double height) {

        boolean contains(Point p) {
            return p.x() >= x && p.x() <= x + width && p.y() >= y && p.y() <= y + height;
        }

        boolean overlaps(Box other) {
            return x < other.x + other.width
                    && other.x < x + width
                    && y < other.y + other.height
                    && other.y < y + height;
        }
    }

    LinePainter(Canvas canvas) {
        super(canvas);
    }

    double preferredHeight(Lines spec, double width) {
        double plot = Math.max(size * 13, Math.min(size * 22, width * 0.45));
        double names = spec.lines().size() * NAME_PITCH * size;
        return Math.max(plot, names) + size * 3.2 + spec.notes().size() * size * 1.5;
    }

    void paint(Lines spec) {
        Frame frame = frame(spec);
        grid(spec, frame);
        // What matters most is painted last, on top.
        spec.lines().stream().sorted(Comparator.comparing(Line::emphasised)).forEach(line -> line(spec, line, frame));
        names(spec, frame);
        markers(spec, frame);
        double y = canvas.bottom - spec.notes().size() * size * 1.5 + size * 0.75;
        for (String note : spec.notes()) {
            canvas.small(canvas.fit(note, canvas.width), 0, y, ColorRole.MUTED, Align.LEFT);
            y += size * 1.5;
        }
    }

    private Frame frame(Lines spec) {
        double[] values = spec.lines().stream()
                .flatMap(l -> l.values().stream())
                .mapToDouble(Double::doubleValue)
                .filter(Double::isFinite)
                .toArray();
        double least = Math.min(
                0,
                IntStream.range(0, values.length)
                        .mapToDouble(i -> values[i])
                        .min()
                        .orElse(0));
        double most = Math.max(
                0,
                IntStream.range(0, values.length)
                        .mapToDouble(i -> values[i])
                        .max()
                        .orElse(0));
        if (most <= least) {
            most = least + 1;
        }
        double top = canvas.top + size * 0.8;
        double bottom =
                Math.max(top + size, canvas.bottom - size * 2.6 - spec.notes().size() * size * 1.5);
        int steps = Math.max(1, Math.min(5, (int) ((bottom - top) / (size * 2.5))));
        List<Double> ticks = Ticks.between(least, most, steps);
        double low = ticks.get(0);
        double high = ticks.get(ticks.size() - 1);
        double tickWidth = greatest(ticks, t -> canvas.measureSmall(spec.scale().tick(t)));
        double nameWidth = greatest(spec.lines(), l -> canvas.measure(l.name(), l.emphasised()));
        double names = Math.min(
                nameWidth + size * 1.2,
                Math.max(canvas.width * NAMES_SHARE, Math.min(size * NAMES, canvas.width * MOST_NAMES_SHARE)));
        double left = Math.min(tickWidth + size * 0.7, canvas.width * 0.3);
        int last =
                spec.lines().stream().mapToInt(l -> l.values().size() - 1).max().orElse(1);
        double right = Math.max(left + size, canvas.width - names);
        return new Frame(left, right, top, bottom, low, high, last);
    }

    private void grid(Lines spec, Frame frame) {
        int steps = Math.max(1, Math.min(5, (int) ((frame.bottom() - frame.top()) / (size * 2.5))));
        for (double tick : Ticks.between(frame.low(), frame.high(), steps)) {
            double y = frame.y(tick);
            boolean zero = Math.abs(tick) < 1e-12;
            canvas.line(frame.left(), y, frame.right(), y, zero ? ColorRole.MUTED : ColorRole.GRID, size / 14, false);
            canvas.small(spec.scale().tick(tick), frame.left() - size * 0.6, y, ColorRole.MUTED, Align.RIGHT);
        }
        double axis = frame.bottom() + size * 0.95;
        int most = Math.max(1, (int) ((frame.right() - frame.left()) / (size * 3)));
        for (int month : Ticks.months(frame.last(), Math.min(12, most))) {
            canvas.small(Integer.toString(month), frame.x(month), axis, ColorRole.MUTED, Align.CENTER);
        }
        canvas.small(
                canvas.fit(spec.xTitle(), canvas.width - frame.left()),
                (frame.left() + frame.right()) / 2,
                axis + size * 1.25,
                ColorRole.MUTED,
                Align.CENTER);
    }

    private void line(Lines spec, Line line, Frame frame) {
        List<Point> points = points(line, frame);
        if (points.size() > 1) {
            canvas.path(points, line.role(), line.emphasised() ? size / 4.6 : size / 7.5);
        }
        double step = (frame.right() - frame.left()) / Math.max(1, frame.last());
        double reach = Math.min(Math.max(step, 2), size);
        for (int m = 0; m < line.values().size(); m++) {
            double value = line.values().get(m);
            if (Double.isFinite(value)) {
                canvas.region(
                        frame.x(m) - reach / 2,
                        frame.y(value) - size / 2,
                        reach,
                        size,
                        line.name() + "\n" + spec.xTitle() + " " + m + ": "
                                + spec.scale().exact(value),
                        line.key().withMonth(m));
            }
        }
    }

    private static List<Point> points(Line line, Frame frame) {
        List<Point> points = new ArrayList<>();
        for (int m = 0; m < line.values().size(); m++) {
            if (Double.isFinite(line.values().get(m))) {
                points.add(new Point(frame.x(m), frame.y(line.values().get(m))));
            }
        }
        return points;
    }

    /** Names at the ends, pushed apart until none covers another, each led back to its line. */
    private void names(Lines spec, Frame frame) {
        List<Line> lines = spec.lines().stream()
                .filter(l -> !points(l, frame).isEmpty())
                .sorted(Comparator.comparingDouble(l -> end(l, frame).y()))
                .toList();
        double[] wanted = lines.stream().mapToDouble(l -> end(l, frame).y()).toArray();
        double room = canvas.bottom - canvas.top;
        double pitch = Math.min(size * NAME_PITCH, room / Math.max(1, lines.size()));
        double[] placed = spread(wanted, pitch, canvas.top + pitch / 2, canvas.bottom - pitch / 2);
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            Point end = end(line, frame);
            double x = end.x() + size * 0.9;
            if (Math.abs(placed[i] - end.y()) > size * 0.3) {
                canvas.path(List.of(end, new Point(x - size * 0.25, placed[i])), line.role(), size / 16);
            }
            String name = canvas.fit(line.name(), canvas.width - x);
            canvas.text(name, x, placed[i], line.emphasised(), line.role(), Align.LEFT);
            canvas.region(
                    x,
                    placed[i] - pitch / 2,
                    canvas.measure(name, true),
                    pitch,
                    line.name() + ": "
                            + spec.scale().exact(line.values().get(line.values().size() - 1)),
                    line.key());
        }
    }

    /** Positions at least {@code pitch} apart, as near to those wanted as that allows; both in ascending order. */
    static double[] spread(double[] wanted, double pitch, double low, double high) {
        double[] placed = wanted.clone();
        for (int i = 0; i < placed.length; i++) {
            placed[i] = Math.max(placed[i], i == 0 ? low : placed[i - 1] + pitch);
        }
        for (int i = placed.length - 1; i >= 0; i--) {
            placed[i] = Math.min(placed[i], i == placed.length - 1 ? high : placed[i + 1] - pitch);
        }
        return placed;
    }

    private static Point end(Line line, Frame frame) {
        List<Point> points = points(line, frame);
        return points.get(points.size() - 1);
    }

    private record Placed(Marker marker, List<String> label, Point at, Box box) {

        /** Where the line from the point meets the label. */
        Point foot() {
            return new Point(
                    Math.clamp(at.x(), box.x(), box.x() + box.width()),
                    Math.clamp(at.y(), box.y(), box.y() + box.height()));
        }
    }

    private void markers(Lines spec, Frame frame) {
        List<Point> ink = new ArrayList<>();
        spec.lines().forEach(l -> ink.addAll(dense(points(l, frame))));
        List<Marker> rightmostFirst = spec.markers().stream()
                .sorted(Comparator.comparingDouble(m -> -m.x()))
                .toList();
        List<Box> taken = new ArrayList<>();
        for (Marker marker : rightmostFirst) {
            Point at = new Point(frame.x(marker.x()), frame.y(marker.y()));
            taken.add(new Box(at.x() - size / 2, at.y() - size / 2, size, size));
        }
        List<Placed> placed = new ArrayList<>();
        for (Marker marker : rightmostFirst) {
            Point at = new Point(frame.x(marker.x()), frame.y(marker.y()));
            List<String> label = canvas.wrap(marker.label(), (frame.right() - frame.left()) * LABEL_SHARE);
            Placed best = place(marker, label, at, frame, ink, taken);
            placed.add(best);
            taken.add(best.box());
            ink.addAll(dense(List.of(at, best.foot())));
        }
        placed.forEach(p -> canvas.path(List.of(p.at(), p.foot()), ColorRole.MUTED, size / 14));
        for (Placed p : placed) {
            Box box = p.box();
            canvas.circle(p.at().x(), p.at().y(), size * 0.36, ColorRole.BACKGROUND, ColorRole.TEXT, size / 7);
            canvas.rect(box.x(), box.y(), box.width(), box.height(), ColorRole.BACKGROUND);
            double y = box.y() + size * LABEL_PITCH / 2;
            for (String line : p.label()) {
                canvas.small(line, box.x() + size * 0.3, y, ColorRole.TEXT, Align.LEFT);
                y += size * LABEL_PITCH;
            }
            ChartKey key = p.marker().key();
            canvas.region(
                    p.at().x() - size,
                    p.at().y() - size,
                    size * 2,
                    size * 2,
                    p.marker().label(),
                    key);
            canvas.region(
                    box.x(), box.y(), box.width(), box.height(), p.marker().label(), key);
        }
    }

    /** The place in the plot, near a point, where a label and the line to it cover nothing, or else least. */
    private Placed place(Marker marker, List<String> label, Point at, Frame frame, List<Point> ink, List<Box> taken) {
        double width = greatest(label, canvas::measureSmall) + size * 0.6;
        double height = size * LABEL_PITCH * label.size();
        double mostLeft = Math.max(frame.left(), frame.right() - width);
        double lowest = Math.max(canvas.top, frame.bottom() - height);
        Placed best = new Placed(marker, label, at, new Box(frame.left(), canvas.top, width, height));
        double least = Double.MAX_VALUE;
        for (int column = 0; column <= PLACES; column++) {
            for (int row = 0; row <= PLACES; row++) {
                Placed tried = new Placed(
                        marker,
                        label,
                        at,
                        new Box(
                                frame.left() + (mostLeft - frame.left()) * column / PLACES,
                                canvas.top + (lowest - canvas.top) * row / PLACES,
                                width,
                                height));
                double cost = Math.hypot(tried.foot().x() - at.x(), tried.foot().y() - at.y()) / size;
                if (cost < least) {
                    cost += covered(tried, ink, taken);
                }
                if (cost < least) {
                    least = cost;
                    best = tried;
                }
            }
        }
        return best;
    }

    /** Other labels weigh most, then lines under the label, then what the line to it crosses. */
    private double covered(Placed tried, List<Point> ink, List<Box> taken) {
        Box box = tried.box();
        Box wider = new Box(
                box.x() - size * 0.3, box.y() - size * 0.3, box.width() + size * 0.6, box.height() + size * 0.6);
        List<Point> leader = dense(List.of(tried.at(), tried.foot()));
        return taken.stream().filter(wider::overlaps).count() * 1000.0
                + ink.stream().filter(wider::contains).count() * 40.0
                + leader.stream()
                                .filter(p -> taken.stream().anyMatch(b -> b.contains(p) && !b.contains(tried.at())))
                                .count()
                        * 40.0;
    }

    /** Points along a line, close enough that none of a label's size slips through. */
    private List<Point> dense(List<Point> points) {
        List<Point> dense = new ArrayList<>();
        for (int i = 1; i < points.size(); i++) {
            Point a = points.get(i - 1);
            Point b = points.get(i);
            int parts = (int) Math.ceil(Math.hypot(b.x() - a.x(), b.y() - a.y()) / (size * 0.4)) + 1;
            for (int p = 0; p < parts; p++) {
                double t = (double) p / parts;
                dense.add(new Point(a.x() + (b.x() - a.x()) * t, a.y() + (b.y() - a.y()) * t));
            }
        }
        return dense;
    }
}
