package app.steelyard.chart.draw;

import app.steelyard.chart.ChartPart.Axis;
import app.steelyard.chart.ColorRole;
import app.steelyard.chart.Point;
import app.steelyard.chart.draw.Surface.Align;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** The rectangle between two axes. */
public record Plane(Axis x, Axis y, double left, double right, double top, double bottom) {
    private static final double TICKS = 1.5;
    private static final double TITLE = 1.4;
    /** Between the middles of two numbers one above the other. */
    private static final double CLEAR = 1.2;
    /** Up to this ratio equal steps lie apart well enough on a logarithmic axis. */
    private static final double FEW_STEPS = 8;

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
        double above = Double.POSITIVE_INFINITY;
        for (double tick : ticks(y, upright)) {
            double at = share(0, y.position(tick)).y();
            if (at + size * CLEAR > above) {
                continue;
            }
            above = at;
            canvas.small(y.scale().tick(tick), left - size * 0.5, at, ColorRole.MUTED, Align.RIGHT);
            canvas.line(left - size * 0.3, at, grid ? right : left, at, ColorRole.GRID, size / 14, false);
        }
        int across = Math.max(1, Math.min(7, (int) (width() / (size * 5.5))));
        double free = Double.NEGATIVE_INFINITY;
        for (double tick : ticks(x, across)) {
            double at = share(x.position(tick), 0).x();
            String text = x.scale().tick(tick);
            double half = canvas.measureSmall(text) / 2;
            double middle = Math.max(half, Math.min(at, canvas.width - half));
            if (middle - half < free) {
                continue;
            }
            free = middle + half + size * 0.6;
            canvas.small(text, middle, bottom + size * TICKS * 0.6, ColorRole.MUTED, Align.CENTER);
            canvas.line(at, grid ? top : bottom, at, bottom + size * 0.3, ColorRole.GRID, size / 14, false);
        }
        canvas.small(
                canvas.fitSmall(x.title(), canvas.width - left),
                right,
                bottom + size * (TICKS + TITLE / 2),
                ColorRole.MUTED,
                Align.RIGHT);
    }

    /**
     * Round numbers along an axis, none outside of it: about {@code most}. Where equal ratios lie apart alike, these are
     * powers of ten or, over fewer of those, 1, 2 and 5 times one; equal steps would crowd at one end.
     */
    static List<Double> ticks(Axis axis, int most) {
        if (axis.logarithmic()) {
            List<Double> powers = powers(axis, new int[] {1});
            if (powers.size() > 2 || powers.size() == 2 && most < 4) {
                int step = Math.max(1, (int) Math.ceil((powers.size() - 1) / (double) most));
                return IntStream.range(0, powers.size())
                        .filter(i -> i % step == 0)
                        .mapToObj(powers::get)
                        .toList();
            }
            if (axis.to() / axis.from() >= FEW_STEPS) {
                return powers(axis, new int[] {1, 2, 5});
            }
        }
        return Ticks.between(axis.from(), axis.to(), most).stream()
                .filter(t -> inside(axis, t))
                .toList();
    }

    private static boolean inside(Axis axis, double tick) {
        double position = axis.position(tick);
        return position >= -1e-9 && position <= 1 + 1e-9;
    }

    private static List<Double> powers(Axis axis, int[] factors) {
        List<Double> ticks = new ArrayList<>();
        int last = (int) Math.floor(Math.log10(axis.to()) + 1e-9);
        for (int power = (int) Math.floor(Math.log10(axis.from()) + 1e-9); power <= last; power++) {
            for (int factor : factors) {
                double tick = factor * Math.pow(10, power);
                if (inside(axis, tick)) {
                    ticks.add(tick);
                }
            }
        }
        return ticks;
    }
}
