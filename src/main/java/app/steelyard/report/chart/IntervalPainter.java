package app.steelyard.report.chart;

import app.steelyard.report.chart.ChartSpec.Interval;
import app.steelyard.report.chart.ChartSpec.Intervals;
import app.steelyard.report.chart.Surface.Align;

/** Spans with a dot at their middle, each with how likely it is. */
final class IntervalPainter {
    private static final double PITCH = 3;
    private static final double HEAD = 1.7;
    private static final double THICKNESS = 0.66;
    private static final double RADIUS = 0.5;

    private final Canvas canvas;
    private final double size;

    IntervalPainter(Canvas canvas) {
        this.canvas = canvas;
        this.size = canvas.size;
    }

    double preferredHeight(Intervals spec) {
        return (spec.intervals().size() * PITCH + HEAD) * size;
    }

    void paint(Intervals spec) {
        double share = Math.max(
                        spec.intervals().stream()
                                .mapToDouble(i -> canvas.measure(share(i), true))
                                .max()
                                .orElse(0),
                        Math.min(canvas.measureSmall(spec.shareTitle()), canvas.width * 0.2))
                + size;
        double widest = spec.intervals().stream()
                .mapToDouble(i -> canvas.measure(i.name(), i.emphasised()))
                .max()
                .orElse(0);
        double names = canvas.namesRoom(widest, share);
        double label = spec.intervals().stream()
                .filter(i -> Double.isFinite(i.middle()))
                .mapToDouble(i -> canvas.measureSmall(spec.scale().label(i.middle())))
                .max()
                .orElse(0);
        double low = spec.intervals().stream()
                .filter(i -> Double.isFinite(i.middle()))
                .mapToDouble(Interval::low)
                .min()
                .orElse(0);
        double high = spec.intervals().stream()
                .filter(i -> Double.isFinite(i.middle()))
                .mapToDouble(Interval::high)
                .max()
                .orElse(1);
        double left = names + share + size;
        double edge = Math.min(Math.max(label / 2, size * RADIUS), (canvas.width - left) / 4);
        Span span = Span.of(left + edge, canvas.width - edge, low, high);
        double head = canvas.top + size * HEAD / 2;
        canvas.small(
                canvas.fitSmall(spec.shareTitle(), names + share), names + share, head, ColorRole.MUTED, Align.RIGHT);
        canvas.small(
                canvas.fitSmall(spec.spanTitle(), canvas.width - left),
                canvas.width,
                head,
                ColorRole.MUTED,
                Align.RIGHT);
        double room = Math.max(1, canvas.bottom - canvas.top - size * HEAD);
        double pitch = Math.min(
                size * PITCH * 1.25, room / Math.max(1, spec.intervals().size()));
        double y = canvas.top + size * HEAD;
        for (Interval interval : spec.intervals()) {
            row(spec, interval, names, share, span, y, pitch);
            y += pitch;
        }
    }

    private static String share(Interval interval) {
        return Double.isNaN(interval.share()) ? "" : Scale.SHARE.label(interval.share());
    }

    private void row(Intervals spec, Interval interval, double names, double share, Span span, double y, double pitch) {
        double middle = y + pitch / 2 - (pitch > size * 2.2 ? size * 0.5 : 0);
        canvas.text(
                canvas.fitMiddle(interval.name(), names - size * 0.8, interval.emphasised()),
                0,
                middle,
                interval.emphasised(),
                ColorRole.TEXT,
                Align.LEFT);
        canvas.text(share(interval), names + share, middle, true, ColorRole.TEXT, Align.RIGHT);
        if (!Double.isFinite(interval.middle())) {
            String note = canvas.fit(interval.note(), span.right() - span.left());
            canvas.text(note, span.left(), middle, false, ColorRole.MUTED, Align.LEFT);
            canvas.region(0, y, canvas.width, pitch, interval.name() + ": " + interval.note(), interval.key());
            return;
        }
        double from = span.x(interval.low());
        double to = span.x(interval.high());
        canvas.tinted(from, middle - size * THICKNESS / 2, to - from, size * THICKNESS, interval.role());
        double x = span.x(interval.middle());
        canvas.circle(x, middle, size * RADIUS, interval.role(), ColorRole.BACKGROUND, size / 10);
        if (pitch > size * 2.2) {
            canvas.small(spec.scale().label(interval.middle()), x, middle + size * 1.3, ColorRole.MUTED, Align.CENTER);
        }
        canvas.region(
                0,
                y,
                canvas.width,
                pitch,
                interval.name() + "\nP10: " + spec.scale().exact(interval.low()) + "\nP50: "
                        + spec.scale().exact(interval.middle()) + "\nP90: "
                        + spec.scale().exact(interval.high())
                        + (share(interval).isEmpty() ? "" : "\n" + spec.shareTitle() + ": " + share(interval)),
                interval.key());
    }
}
