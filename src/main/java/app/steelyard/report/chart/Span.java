package app.steelyard.report.chart;

import app.steelyard.report.chart.Surface.Align;

/** Values from left to right: {@code left} for {@code low}, {@code right} for {@code high}. */
record Span(double left, double right, double low, double high) {
    /** The height of an axis, in font sizes. */
    static final double AXIS = 1.8;

    /** With {@code high} above {@code low}, whatever is given. */
    static Span of(double left, double right, double low, double high) {
        double end = Math.max(left + 1, right);
        return high > low ? new Span(left, end, low, high) : new Span(left, end, low, low + Math.max(1, Math.abs(low)));
    }

    double x(double value) {
        return left + (right - left) * (value - low) / (high - low);
    }

    /** Paints a grid from {@code top} to {@code end}, and its numbers below. */
    void axis(Canvas canvas, Scale scale, double top, double end) {
        double size = canvas.size;
        int most = Math.max(1, (int) ((right - left) / (size * 5.5)));
        for (double tick : Ticks.between(low, high, Math.min(5, most))) {
            double x = x(tick);
            if (x < left - 0.5 || x > right + 0.5) {
                continue;
            }
            canvas.line(x, top, x, end, ColorRole.GRID, size / 14, false);
            String text = scale.tick(tick);
            double half = canvas.measureSmall(text) / 2;
            canvas.small(
                    text,
                    Math.max(half, Math.min(x, canvas.width - half)),
                    end + size * AXIS / 2,
                    ColorRole.MUTED,
                    Align.CENTER);
        }
    }
}
