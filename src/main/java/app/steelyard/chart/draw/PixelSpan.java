package app.steelyard.chart.draw;

import app.steelyard.chart.ColorRole;
import app.steelyard.chart.Scale;
import app.steelyard.chart.draw.Surface.Align;
import java.util.List;

/** Values from left to right: {@code left} for {@code low}, {@code right} for {@code high}. */
public record PixelSpan(double left, double right, double low, double high) {
    /** The height of an axis, in font sizes. */
    static final double AXIS = 1.8;

    private static final int FINER = 4;

    /** With {@code high} above {@code low}, whatever is given. */
    static PixelSpan of(double left, double right, double low, double high) {
        double end = Math.max(left + 1, right);
        return high > low
                ? new PixelSpan(left, end, low, high)
                : new PixelSpan(left, end, low, low + Math.max(1, Math.abs(low)));
    }

    double x(double value) {
        return left + (right - left) * (value - low) / (high - low);
    }

    /** Paints a grid from {@code top} to {@code end}, and its numbers below. */
    void axis(Canvas canvas, Scale scale, double top, double end) {
        double size = canvas.size;
        int most = Math.clamp((int) ((right - left) / (size * 5.5)), 1, 5);
        double free = Double.NEGATIVE_INFINITY;
        for (double tick : ticks(most)) {
            double x = x(tick);
            String text = scale.tick(tick);
            double half = canvas.measureSmall(text) / 2;
            double middle = Math.max(half, Math.min(x, canvas.width - half));
            if (middle - half < free) {
                continue;
            }
            free = middle + half + size * 0.6;
            canvas.line(x, top, x, end, ColorRole.GRID, size / 14, false);
            canvas.small(text, middle, end + size * AXIS / 2, ColorRole.MUTED, Align.CENTER);
        }
    }

    /** Round numbers inside; more than {@code most} steps where else there would not be two of them. */
    private List<Double> ticks(int most) {
        List<Double> inside = List.of();
        for (int steps = most; steps <= most + FINER && inside.size() < 2; steps++) {
            inside = Ticks.between(low, high, steps).stream()
                    .filter(t -> x(t) >= left - 0.5 && x(t) <= right + 0.5)
                    .toList();
        }
        return inside;
    }
}
