package app.steelyard.report.chart;

import app.steelyard.report.chart.ChartSpec.Axis;
import app.steelyard.report.chart.Surface.Align;
import app.steelyard.report.chart.Surface.Point;
import java.util.ArrayList;
import java.util.List;

/** The rectangle between two axes. */
record Plane(Axis x, Axis y, double left, double right, double top, double bottom) {
    private static final double TICKS = 1.5;
    private static final double TITLE = 1.4;

    /** What the title of the upright axis takes above the rectangle, clear of the topmost number, in font sizes. */
    static final double HEAD = 1.9;

    /** What the axes take below the rectangle, in font sizes. */
    static final double FOOT = TICKS + TITLE;

    /** @param below what is left free under the axes */
    static Plane of(Canvas canvas, Axis x, Axis y, double below) {
        double size = canvas.size;
        double ticks = ticks(y, 6).stream()
                .mapToDouble(t -> canvas.measureSmall(y.scale().tick(t)))
                .max()
                .orElse(0);
        double left = Math.min(ticks + size * 0.7, canvas.width * 0.3);
        double top = canvas.top + HEAD * size;
        return new Plane(
                x,
                y,
                left,
                Math.max(left + 1, canvas.width - size * 0.8),
                top,
                Math.max(top + 1, canvas.bottom - FOOT * size - below));
    }

    double width() {
        return right - left;
    }

    double height() {
        return bottom - top;
    }

    Point at(double xValue, double yValue) {
        return share(x.position(xValue), y.position(yValue));
    }

    /** From shares of width and height, the lower left corner being 0. */
    Point share(double across, double up) {
        return new Point(left + across * width(), bottom - up * height());
    }

    boolean contains(Point p) {
        return p.x() >= left && p.x() <= right && p.y() >= top && p.y() <= bottom;
    }

    /** Paints numbers and titles around the rectangle, and a grid into it if asked for. */
    void axes(Canvas canvas, boolean grid) {
        double size = canvas.size;
        canvas.small(
                canvas.fitSmall(y.title(), canvas.width), 0, top - size * (HEAD - 0.65), ColorRole.MUTED, Align.LEFT);
        int upright = Math.max(1, Math.min(6, (int) (height() / (size * 2.2))));
        for (double tick : ticks(y, upright)) {
            double at = share(0, y.position(tick)).y();
            canvas.small(y.scale().tick(tick), left - size * 0.5, at, ColorRole.MUTED, Align.RIGHT);
            canvas.line(left - size * 0.3, at, grid ? right : left, at, ColorRole.GRID, size / 14, false);
        }
        int across = Math.max(1, Math.min(7, (int) (width() / (size * 5.5))));
        for (double tick : ticks(x, across)) {
            double at = share(x.position(tick), 0).x();
            String text = x.scale().tick(tick);
            double half = canvas.measureSmall(text) / 2;
            canvas.small(
                    text,
                    Math.max(half, Math.min(at, canvas.width - half)),
                    bottom + size * TICKS * 0.6,
                    ColorRole.MUTED,
                    Align.CENTER);
            canvas.line(at, grid ? top : bottom, at, bottom + size * 0.3, ColorRole.GRID, size / 14, false);
        }
        canvas.small(
                canvas.fitSmall(x.title(), canvas.width - left),
                right,
                bottom + size * (TICKS + TITLE / 2),
                ColorRole.MUTED,
                Align.RIGHT);
    }

    /** Round numbers along an axis, none outside of it: at most {@code most} and one. */
    static List<Double> ticks(Axis axis, int most) {
        List<Double> ticks = new ArrayList<>();
        if (axis.logarithmic()) {
            int first = (int) Math.ceil(Math.log10(axis.from()) - 1e-9);
            int last = (int) Math.floor(Math.log10(axis.to()) + 1e-9);
            int step = Math.max(1, (int) Math.ceil((last - first) / (double) most));
            for (int power = first; power <= last; power++) {
                if ((power - first) % step == 0) {
                    ticks.add(Math.pow(10, power));
                }
            }
            if (ticks.size() >= 2) {
                return ticks;
            }
            ticks.clear();
        }
        for (double tick : Ticks.between(axis.from(), axis.to(), most)) {
            double position = axis.position(tick);
            if (position >= -1e-9 && position <= 1 + 1e-9) {
                ticks.add(tick);
            }
        }
        return ticks;
    }
}
