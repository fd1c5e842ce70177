package app.steelyard.chart.draw;

import app.steelyard.chart.ChartPart.Legend;
import app.steelyard.chart.ChartPart.TornadoBar;
import app.steelyard.chart.ChartSpec.Tornado;
import app.steelyard.chart.ColorRole;
import app.steelyard.chart.draw.Surface.Align;
import app.steelyard.text.Texts;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/**
 * Bars on both sides of the result as planned, one colour for the low end of an input's range and one for the high end;
 * beside each end stand the result and the input that led there.
 */
final class TornadoPainter extends Painter {
    private static final Texts TEXTS = Texts.of(TornadoPainter.class);
    private static final double PITCH = 3.1;
    /** With a name in two lines. */
    private static final double TALL_PITCH = 3.9;

    private static final double THICKNESS = 1.45;
    /** Between two lines of text. */
    private static final double LINE = 1.15;

    private static final double GAP = 0.4;
    /** What the axis, the result as planned and the key take below the bars. */
    private static final double FOOT = PixelSpan.AXIS + 1.4;
    /** Zero is shown as long as it lies no further from the bars than this share of their width. */
    private static final double ZERO = 0.4;

    private static final double MOST_ENDS = 0.2;

    TornadoPainter(Canvas canvas) {
        super(canvas);
    }

    double preferredHeight(Tornado spec) {
        double pitch = spec.bars().stream().anyMatch(b -> lines(b, names(spec, ends(spec))) > 1) ? TALL_PITCH : PITCH;
        return (spec.bars().size() * pitch + FOOT + key().size() * Canvas.LEGEND_ROW) * size;
    }

    private List<List<Legend>> key() {
        return canvas.legendRows(
                List.of(
                        new Legend(TEXTS.get("tornado.low.key"), ColorRole.LOW_END),
                        new Legend(TEXTS.get("tornado.high.key"), ColorRole.HIGH_END)),
                0);
    }

    /** The room for the labels on either side. */
    private double ends(Tornado spec) {
        double widest = spec.bars().stream()
                .flatMapToDouble(b -> Stream.of(b.low(), b.high(), result(spec, b.atLow()), result(spec, b.atHigh()))
                        .mapToDouble(canvas::measureSmall))
                .max()
                .orElse(0);
        return Math.min(widest + size * GAP * 2, canvas.width * MOST_ENDS);
    }

    private double names(Tornado spec, double ends) {
        double widest =
                greatest(spec.bars(), b -> Math.max(canvas.measure(b.name(), false), canvas.measureSmall(b.range())));
        return canvas.namesRoom(widest, ends);
    }

    private int lines(TornadoBar bar, double names) {
        return canvas.lines(bar.name(), names - size * 0.8, false, 2).size();
    }

    /** Short: the exact one is in the tooltip and in the table. */
    private static String result(Tornado spec, double value) {
        return Double.isFinite(value) ? spec.scale().tick(value) : "";
    }

    void paint(Tornado spec) {
        double ends = ends(spec);
        double names = names(spec, ends);
        double[] values = spec.bars().stream()
                .flatMapToDouble(b -> DoubleStream.of(b.atLow(), b.atHigh()))
                .filter(Double::isFinite)
                .toArray();
        double low = Math.min(spec.base(), DoubleStream.of(values).min().orElse(spec.base()));
        double high = Math.max(spec.base(), DoubleStream.of(values).max().orElse(spec.base()));
        double reach = (high - low) * ZERO;
        PixelSpan span = PixelSpan.of(
                names + ends,
                canvas.width - ends,
                low > 0 && low <= reach ? 0 : low,
                high < 0 && -high <= reach ? 0 : high);
        List<List<Legend>> key = key();
        double end = canvas.bottom - size * (FOOT + key.size() * Canvas.LEGEND_ROW);
        double pitch = Math.min(
                size * TALL_PITCH,
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
                end + size * (PixelSpan.AXIS + 0.6),
                ColorRole.TEXT,
                Align.CENTER);
        canvas.legend(key, 0, end + size * FOOT);
    }

    private void name(TornadoBar bar, double names, double y, double pitch) {
        double middle = y + pitch / 2;
        double room = names - size * 0.8;
        if (pitch < size * 2.2) {
            canvas.text(canvas.fitMiddle(bar.name(), room, false), 0, middle, false, ColorRole.TEXT, Align.LEFT);
            return;
        }
        List<String> lines = canvas.lines(bar.name(), room, false, pitch < size * PITCH * 1.15 ? 1 : 2);
        double line = middle - lines.size() * size * LINE / 2;
        for (String text : lines) {
            canvas.text(text, 0, line, false, ColorRole.TEXT, Align.LEFT);
            line += size * LINE;
        }
        canvas.small(canvas.fitSmall(bar.range(), room), 0, line, ColorRole.MUTED, Align.LEFT);
    }

    private void bar(Tornado spec, TornadoBar bar, PixelSpan span, double ends, double y, double pitch) {
        double thickness = Math.min(size * THICKNESS, pitch * 0.7);
        double top = y + (pitch - thickness) / 2;
        double base = span.x(spec.base());
        // The longer first, so that the shorter is seen where both lie on one side.
        boolean lowFirst = Math.abs(bar.atLow() - spec.base()) >= Math.abs(bar.atHigh() - spec.base());
        for (boolean low : lowFirst ? new boolean[] {true, false} : new boolean[] {false, true}) {
            double value = low ? bar.atLow() : bar.atHigh();
            if (Double.isFinite(value) && value != spec.base()) {
                double x = span.x(value);
                canvas.rect(
                        Math.min(x, base),
                        top,
                        Math.max(size / 12, Math.abs(x - base)),
                        thickness,
                        low ? ColorRole.LOW_END : ColorRole.HIGH_END);
            }
        }
        boolean oneSide = (bar.atLow() - spec.base()) * (bar.atHigh() - spec.base()) > 0;
        if (oneSide) {
            double nearer = span.x(lowFirst ? bar.atHigh() : bar.atLow());
            canvas.line(nearer, top, nearer, top + thickness, ColorRole.BACKGROUND, size / 8, false);
        }
        ends(spec, bar, span, ends, y, pitch, oneSide);
        canvas.region(0, y, canvas.width, pitch, tooltip(spec, bar), bar.key());
    }

    /** Beside each end the result and the input that led there; of two on one side, the one further out. */
    private void ends(
            Tornado spec, TornadoBar bar, PixelSpan span, double ends, double y, double pitch, boolean oneSide) {
        double middle = y + pitch / 2;
        double base = span.x(spec.base());
        if (bar.atLow() == spec.base() && bar.atHigh() == spec.base()) {
            double room = canvas.width - base - size * GAP;
            canvas.plated(
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
            end(spec, span, ends, y, pitch, bar.low(), bar.atLow());
        }
        if (Double.isFinite(bar.atHigh()) && !(oneSide && lowFurther)) {
            end(spec, span, ends, y, pitch, bar.high(), bar.atHigh());
        }
    }

    private void end(Tornado spec, PixelSpan span, double ends, double y, double pitch, String input, double value) {
        if (value == spec.base()) {
            return;
        }
        boolean left = value < spec.base();
        double x = span.x(value) + (left ? -1 : 1) * size * GAP;
        Align align = left ? Align.RIGHT : Align.LEFT;
        double middle = y + pitch / 2;
        if (pitch < size * 2.4) {
            canvas.plated(canvas.fitSmall(input, ends), x, middle, ColorRole.MUTED, align);
            return;
        }
        double line = size * LINE / 2;
        canvas.plated(canvas.fitSmall(result(spec, value), ends), x, middle - line, ColorRole.TEXT, align);
        canvas.plated(canvas.fitSmall(input, ends), x, middle + line, ColorRole.MUTED, align);
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
