package app.steelyard.report.chart;

import app.steelyard.report.chart.ChartSpec.Tornado;
import app.steelyard.report.chart.ChartSpec.TornadoBar;
import app.steelyard.report.chart.Surface.Align;
import app.steelyard.text.Texts;
import java.util.List;
import java.util.stream.DoubleStream;

/** Bars on both sides of the result as planned; the ends say which input made them. */
final class TornadoPainter {
    private static final Texts TEXTS = Texts.of(TornadoPainter.class);
    private static final double PITCH = 3.1;
    private static final double THICKNESS = 1.45;
    private static final double LINE = 0.62;
    private static final double GAP = 0.4;
    /** Zero is shown as long as it lies no further from the bars than they are wide. */
    private static final double ZERO = 1;

    private final Canvas canvas;
    private final double size;

    TornadoPainter(Canvas canvas) {
        this.canvas = canvas;
        this.size = canvas.size;
    }

    double preferredHeight(Tornado spec) {
        return (spec.bars().size() * PITCH + Span.AXIS + 1.4) * size;
    }

    void paint(Tornado spec) {
        double ends = spec.bars().stream()
                .mapToDouble(
                        b -> Math.max(canvas.measureSmall(b.low()), canvas.measureSmall(b.high())) + size * GAP * 2)
                .max()
                .orElse(0);
        ends = Math.min(ends, canvas.width * 0.15);
        double widest = spec.bars().stream()
                .mapToDouble(b -> Math.max(canvas.measure(b.name(), false), canvas.measureSmall(b.range())))
                .max()
                .orElse(0);
        double names = canvas.namesRoom(widest, ends);
        double[] values = spec.bars().stream()
                .flatMapToDouble(b -> DoubleStream.of(b.atLow(), b.atHigh()))
                .filter(Double::isFinite)
                .toArray();
        double low = Math.min(spec.base(), DoubleStream.of(values).min().orElse(spec.base()));
        double high = Math.max(spec.base(), DoubleStream.of(values).max().orElse(spec.base()));
        double reach = (high - low) * ZERO;
        Span span = Span.of(
                names + ends,
                canvas.width - ends,
                low > 0 && low <= reach ? 0 : low,
                high < 0 && -high <= reach ? 0 : high);
        double end = canvas.bottom - size * (Span.AXIS + 1.4);
        double pitch = Math.min(
                size * PITCH * 1.25,
                Math.max(1, end - canvas.top) / Math.max(1, spec.bars().size()));
        end = canvas.top + pitch * spec.bars().size();
        span.axis(canvas, spec.scale(), canvas.top, end);
        if (span.low() <= 0 && span.high() >= 0) {
            canvas.line(span.x(0), canvas.top, span.x(0), end, ColorRole.MUTED, size / 9, true);
        }
        double y = canvas.top;
        for (TornadoBar bar : spec.bars()) {
            name(bar, names, y, pitch);
            bar(spec, bar, span, ends, y, pitch);
            y += pitch;
        }
        double x = span.x(spec.base());
        canvas.line(x, canvas.top, x, end, ColorRole.TEXT, size / 10, false);
        String base = TEXTS.get("tornado.asPlanned", spec.scale().label(spec.base()));
        double half = canvas.measureSmall(base) / 2;
        canvas.small(
                base,
                Math.max(half, Math.min(x, canvas.width - half)),
                end + size * (Span.AXIS + 0.6),
                ColorRole.TEXT,
                Align.CENTER);
    }

    private void name(TornadoBar bar, double names, double y, double pitch) {
        double middle = y + pitch / 2;
        double room = names - size * 0.8;
        if (pitch < size * 2.2) {
            canvas.text(canvas.fitMiddle(bar.name(), room, false), 0, middle, false, ColorRole.TEXT, Align.LEFT);
            return;
        }
        double line = size * LINE;
        canvas.text(canvas.fitMiddle(bar.name(), room, false), 0, middle - line, false, ColorRole.TEXT, Align.LEFT);
        canvas.small(canvas.fitSmall(bar.range(), room), 0, middle + line, ColorRole.MUTED, Align.LEFT);
    }

    private void bar(Tornado spec, TornadoBar bar, Span span, double ends, double y, double pitch) {
        double thickness = Math.min(size * THICKNESS, pitch * 0.7);
        double top = y + (pitch - thickness) / 2;
        double base = span.x(spec.base());
        // The longer first, so that the shorter is seen where both lie on one side.
        boolean lowFirst = Math.abs(bar.atLow() - spec.base()) >= Math.abs(bar.atHigh() - spec.base());
        for (double value :
                lowFirst ? new double[] {bar.atLow(), bar.atHigh()} : new double[] {bar.atHigh(), bar.atLow()}) {
            if (Double.isFinite(value) && value != spec.base()) {
                double x = span.x(value);
                canvas.rect(
                        Math.min(x, base),
                        top,
                        Math.max(size / 12, Math.abs(x - base)),
                        thickness,
                        value < spec.base() ? ColorRole.WORSE : ColorRole.BETTER);
            }
        }
        boolean oneSide = (bar.atLow() - spec.base()) * (bar.atHigh() - spec.base()) > 0;
        if (oneSide) {
            double nearer = span.x(lowFirst ? bar.atHigh() : bar.atLow());
            canvas.line(nearer, top, nearer, top + thickness, ColorRole.BACKGROUND, size / 8, false);
        }
        ends(spec, bar, span, ends, y + pitch / 2, oneSide);
        canvas.region(0, y, canvas.width, pitch, tooltip(spec, bar), bar.key());
    }

    /** Beside each end the input that led there; of two on one side, the one further out. */
    private void ends(Tornado spec, TornadoBar bar, Span span, double ends, double middle, boolean oneSide) {
        double base = span.x(spec.base());
        if (bar.atLow() == spec.base() && bar.atHigh() == spec.base()) {
            double room = canvas.width - base - size * GAP;
            canvas.small(
                    canvas.fitSmall(TEXTS.get("tornado.nothing"), room),
                    base + size * GAP,
                    middle,
                    ColorRole.MUTED,
                    Align.LEFT);
        }
        if (Double.isNaN(bar.atLow()) || Double.isNaN(bar.atHigh())) {
            boolean left = !(bar.atLow() < spec.base() || bar.atHigh() < spec.base());
            String unknown = TEXTS.get("tornado.unknown", Double.isNaN(bar.atLow()) ? bar.low() : bar.high());
            double room = left ? base - span.left() + ends : canvas.width - base;
            canvas.small(
                    canvas.fitSmall(unknown, room - size * GAP),
                    base + (left ? -1 : 1) * size * GAP,
                    middle,
                    ColorRole.MUTED,
                    left ? Align.RIGHT : Align.LEFT);
        }
        boolean lowFurther = Math.abs(bar.atLow() - spec.base()) >= Math.abs(bar.atHigh() - spec.base());
        if (Double.isFinite(bar.atLow()) && !(oneSide && !lowFurther)) {
            end(spec, span, ends, middle, bar.low(), bar.atLow());
        }
        if (Double.isFinite(bar.atHigh()) && !(oneSide && lowFurther)) {
            end(spec, span, ends, middle, bar.high(), bar.atHigh());
        }
    }

    private void end(Tornado spec, Span span, double ends, double middle, String label, double value) {
        if (value == spec.base()) {
            return;
        }
        boolean left = value < spec.base();
        double x = span.x(value) + (left ? -1 : 1) * size * GAP;
        canvas.small(canvas.fitSmall(label, ends), x, middle, ColorRole.MUTED, left ? Align.RIGHT : Align.LEFT);
    }

    private static String tooltip(Tornado spec, TornadoBar bar) {
        return String.join(
                "\n",
                List.of(
                        bar.name(),
                        bar.low() + ": " + shown(spec, bar.atLow()),
                        bar.high() + ": " + shown(spec, bar.atHigh())));
    }

    private static String shown(Tornado spec, double value) {
        return Double.isFinite(value) ? spec.scale().exact(value) : "–";
    }
}
