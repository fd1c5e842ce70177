package app.steelyard.chart.draw;

import app.steelyard.chart.ChartPart.Interval;
import app.steelyard.chart.ChartSpec.Intervals;
import app.steelyard.chart.ColorRole;
import app.steelyard.chart.Point;
import app.steelyard.chart.draw.Surface.Align;
import app.steelyard.text.Texts;
import java.util.List;

/**
 * Spans with a dot at their middle, each with how likely it is. One that lies far beyond those that compete is broken off
 * at the edge, with a mark that says so and its values written; else the others could not be told apart.
 */
final class IntervalPainter extends Painter {
    private static final Texts TEXTS = Texts.of(IntervalPainter.class);
    private static final double PITCH = 3;
    private static final double HEAD = 1.7;
    private static final double THICKNESS = 0.66;
    private static final double RADIUS = 0.5;
    private static final double LINE = 1.15;
    /** Spans are broken off once all together would leave the competing ones less than this share of the width. */
    private static final double LEAST = 1 / 3.0;
    /** What is left beside the competing spans then, in shares of theirs. */
    private static final double BESIDE = 0.3;

    /** Where the values end, and whether some lie beyond. */
    private record Reach(double low, double high, boolean broken) {}

    IntervalPainter(Canvas canvas) {
        super(canvas);
    }

    double preferredHeight(Intervals spec) {
        return (spec.intervals().size() * PITCH
                        + HEAD
                        + PixelSpan.AXIS
                        + (reach(spec).broken() ? Canvas.LEGEND_ROW : 0))
                * size;
    }

    private static List<Interval> known(Intervals spec) {
        return spec.intervals().stream()
                .filter(i -> Double.isFinite(i.middle()))
                .toList();
    }

    /** As far as the spans go that may be the best, and the next behind the best of those. */
    private static Reach reach(Intervals spec) {
        List<Interval> known = known(spec);
        double low = known.stream().mapToDouble(Interval::low).min().orElse(0);
        double high = known.stream().mapToDouble(Interval::high).max().orElse(1);
        double best = known.stream()
                .filter(i -> i.share() > 0)
                .mapToDouble(Interval::middle)
                .min()
                .orElse(Double.NaN);
        double next = known.stream()
                .mapToDouble(Interval::middle)
                .filter(m -> m > best)
                .min()
                .orElse(best);
        List<Interval> competing =
                known.stream().filter(i -> i.share() > 0 || i.middle() == next).toList();
        double from = competing.stream().mapToDouble(Interval::low).min().orElse(low);
        double to = competing.stream().mapToDouble(Interval::high).max().orElse(high);
        double near = to + BESIDE * (to - from);
        return to > from && high > near && (to - from) < LEAST * (high - from)
                ? new Reach(low, near, true)
                : new Reach(low, high, false);
    }

    void paint(Intervals spec) {
        double share = Math.max(
                        greatest(spec.intervals(), i -> canvas.measure(share(i), true)),
                        Math.min(canvas.measureSmall(spec.shareTitle()), canvas.width * 0.2))
                + size;
        double widest = greatest(spec.intervals(), i -> canvas.measure(i.name(), i.emphasised()));
        double names = canvas.namesRoom(widest, share);
        double label =
                greatest(known(spec), i -> canvas.measureSmall(spec.scale().label(i.middle())));
        Reach reach = reach(spec);
        double left = names + share + size;
        double edge = Math.min(Math.max(label / 2, size * RADIUS), (canvas.width - left) / 4);
        PixelSpan span = PixelSpan.of(left + edge, canvas.width - edge, reach.low(), reach.high());
        double head = canvas.top + size * HEAD / 2;
        canvas.small(
                canvas.fitSmall(spec.shareTitle(), names + share), names + share, head, ColorRole.MUTED, Align.RIGHT);
        canvas.small(
                canvas.fitSmall(spec.spanTitle(), canvas.width - left),
                canvas.width,
                head,
                ColorRole.MUTED,
                Align.RIGHT);
        double foot = size * (PixelSpan.AXIS + (reach.broken() ? Canvas.LEGEND_ROW : 0));
        double room = Math.max(1, canvas.bottom - canvas.top - size * HEAD - foot);
        double pitch = Math.min(
                size * PITCH * 1.25, room / Math.max(1, spec.intervals().size()));
        double y = canvas.top + size * HEAD;
        double end = y + pitch * spec.intervals().size();
        if (!known(spec).isEmpty()) {
            span.axis(canvas, spec.scale(), y, end);
        }
        for (Interval interval : spec.intervals()) {
            row(spec, interval, names, share, span, y, pitch);
            y += pitch;
        }
        if (reach.broken()) {
            double middle = end + size * (PixelSpan.AXIS + Canvas.LEGEND_ROW / 2);
            String text = canvas.fitSmall(TEXTS.get("intervals.broken"), canvas.width - size * 2);
            double x = canvas.width - canvas.measureSmall(text) - size * 1.4;
            breakMark(x + size * 0.5, middle);
            canvas.small(text, canvas.width, middle, ColorRole.MUTED, Align.RIGHT);
        }
    }

    private static String share(Interval interval) {
        return interval.shareText();
    }

    private void row(
            Intervals spec, Interval interval, double names, double share, PixelSpan span, double y, double pitch) {
        double middle = y + pitch / 2 - (pitch > size * 2.2 ? size * 0.5 : 0);
        name(interval, names - size * 0.8, middle, y + pitch / 2, pitch);
        canvas.text(share(interval), names + share, middle, true, ColorRole.TEXT, Align.RIGHT);
        if (!Double.isFinite(interval.middle())) {
            String note = canvas.fit(interval.note(), span.right() - span.left());
            canvas.text(note, span.left(), middle, false, ColorRole.MUTED, Align.LEFT);
            canvas.region(0, y, canvas.width, pitch, interval.name() + ": " + interval.note(), interval.key());
            return;
        }
        span(spec, interval, span, middle, pitch > size * 2.2);
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

    /** In two lines where one has no room for it. */
    private void name(Interval interval, double room, double middle, double centre, double pitch) {
        boolean bold = interval.emphasised();
        List<String> lines = canvas.lines(interval.name(), room, bold, pitch > size * 2.5 ? 2 : 1);
        double at = lines.size() == 1 ? middle : centre - size * LINE / 2;
        for (String line : lines) {
            canvas.text(line, 0, at, bold, ColorRole.TEXT, Align.LEFT);
            at += size * LINE;
        }
    }

    private void span(Intervals spec, Interval interval, PixelSpan span, double middle, boolean labelled) {
        double end = span.right();
        boolean broken = interval.high() > span.high();
        double from = Math.min(span.x(interval.low()), end);
        double to = broken ? end : span.x(interval.high());
        canvas.tinted(from, middle - size * THICKNESS / 2, to - from, size * THICKNESS, interval.role());
        boolean beyond = interval.middle() > span.high();
        String value = spec.scale().label(interval.middle());
        if (broken) {
            // A span that begins beyond the edge is still seen to be there.
            double stub = Math.min(from, end - size * 1.2);
            canvas.tinted(stub, middle - size * THICKNESS / 2, from - stub, size * THICKNESS, interval.role());
            breakMark(end - size * 0.2, middle);
        }
        if (!beyond) {
            double x = span.x(interval.middle());
            canvas.circle(x, middle, size * RADIUS, interval.role(), ColorRole.BACKGROUND, size / 10);
            if (labelled) {
                canvas.plated(value, x, middle + size * 1.3, ColorRole.MUTED, Align.CENTER);
            }
        } else if (labelled) {
            canvas.plated(
                    canvas.fitSmall("P50 " + value + " →", canvas.width - span.left()),
                    canvas.width,
                    middle + size * 1.3,
                    ColorRole.MUTED,
                    Align.RIGHT);
        }
    }

    /** Two slanted strokes through what goes on. */
    private void breakMark(double x, double middle) {
        double tall = size * 0.55;
        for (double shift : new double[] {-0.28, 0.12}) {
            double at = x + size * shift;
            List<Point> stroke =
                    List.of(new Point(at - size * 0.15, middle + tall), new Point(at + size * 0.25, middle - tall));
            canvas.path(stroke, ColorRole.BACKGROUND, size / 3);
            canvas.path(stroke, ColorRole.TEXT, size / 10);
        }
    }
}
