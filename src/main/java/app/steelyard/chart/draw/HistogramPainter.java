package app.steelyard.chart.draw;

import app.steelyard.chart.ChartKey;
import app.steelyard.chart.ChartPart.Legend;
import app.steelyard.chart.ChartPart.Reference;
import app.steelyard.chart.ChartSpec.Histogram;
import app.steelyard.chart.ColorRole;
import app.steelyard.chart.Scale;
import app.steelyard.chart.draw.Surface.Align;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Columns side by side over the values they stand for, losses set apart, with marks above. */
final class HistogramPainter extends Painter {
    private static final double HEIGHT = 12;
    private static final double MARK_ROW = 1.35;
    private static final double GAP = 0.12;

    HistogramPainter(Canvas canvas) {
        super(canvas);
    }

    double preferredHeight(Histogram spec, double width) {
        return Math.max(size * HEIGHT, Math.min(size * 18, width * 0.3))
                + size * (spec.marks().size() * MARK_ROW + PixelSpan.AXIS)
                + canvas.legendRows(legend(spec), 0).size() * Canvas.LEGEND_ROW * size;
    }

    private static List<Legend> legend(Histogram spec) {
        List<Legend> legend = new ArrayList<>();
        if (!spec.lossName().isEmpty()) {
            legend.add(new Legend(spec.lossName(), ColorRole.WORSE));
        }
        if (!spec.gainName().isEmpty()) {
            legend.add(new Legend(spec.gainName(), ColorRole.BETTER));
        }
        return legend;
    }

    void paint(Histogram spec) {
        List<List<Legend>> legend = canvas.legendRows(legend(spec), 0);
        double foot = size * PixelSpan.AXIS + legend.size() * Canvas.LEGEND_ROW * size;
        PixelSpan span = PixelSpan.of(size * 0.5, canvas.width - size * 0.5, spec.from(), spec.to());
        List<Reference> marks = spec.marks().stream()
                .filter(m -> m.value() >= span.low() && m.value() <= span.high())
                .sorted(Comparator.comparingDouble(Reference::value))
                .toList();
        int rows = rows(spec, marks, span);
        double top = canvas.top + rows * MARK_ROW * size;
        double end = Math.max(top + 1, canvas.bottom - foot);
        span.axis(canvas, spec.scale(), top, end);
        columns(spec, span, top, end);
        canvas.line(span.left(), end, span.right(), end, ColorRole.MUTED, size / 12, false);
        if (spec.turn() > span.low() && spec.turn() < span.high()) {
            canvas.line(span.x(spec.turn()), top, span.x(spec.turn()), end, ColorRole.TEXT, size / 12, false);
        }
        marks(spec, marks, span, end);
        canvas.legend(legend, 0, end + size * PixelSpan.AXIS);
    }

    private void columns(Histogram spec, PixelSpan span, double top, double end) {
        double most = greatest(spec.shares(), Double::doubleValue);
        int count = spec.shares().size();
        double width = (spec.to() - spec.from()) / Math.max(1, count);
        for (int i = 0; i < count; i++) {
            double from = spec.from() + i * width;
            double to = from + width;
            double share = spec.shares().get(i);
            double y = end - (most > 0 ? (end - top) * share / most : 0);
            double gap = span.x(to) - span.x(from) > size * 0.6 ? size * GAP / 2 : 0;
            double split = Math.clamp(spec.turn(), from, to);
            column(span.x(from) + gap, span.x(split) - (split < to ? 0 : gap), y, end, ColorRole.WORSE);
            column(span.x(split) + (split > from ? 0 : gap), span.x(to) - gap, y, end, ColorRole.BETTER);
            canvas.region(
                    span.x(from),
                    top,
                    span.x(to) - span.x(from),
                    end - top,
                    spec.scale().label(from) + " – " + spec.scale().label(to) + ": " + Scale.SHARE.exact(share),
                    ChartKey.NONE);
        }
    }

    private void column(double from, double to, double y, double end, ColorRole role) {
        canvas.rect(from, y, to - from, end - y, role);
    }

    private static String text(Histogram spec, Reference mark) {
        return mark.label() + " " + spec.scale().label(mark.value());
    }

    /** One row of marks if none covers another, else one for each. */
    private int rows(Histogram spec, List<Reference> marks, PixelSpan span) {
        double free = Double.NEGATIVE_INFINITY;
        for (Reference mark : marks) {
            double half = canvas.measureSmall(text(spec, mark)) / 2;
            double x = x(span, mark, half);
            if (x - half < free) {
                return marks.size();
            }
            free = x + half + size * 0.8;
        }
        return marks.isEmpty() ? 0 : 1;
    }

    private double x(PixelSpan span, Reference mark, double half) {
        return Math.max(half, Math.min(span.x(mark.value()), canvas.width - half));
    }

    private void marks(Histogram spec, List<Reference> marks, PixelSpan span, double end) {
        int rows = rows(spec, marks, span);
        for (int i = 0; i < marks.size(); i++) {
            Reference mark = marks.get(i);
            String text = text(spec, mark);
            double y = canvas.top + (rows == 1 ? 0.5 : i + 0.5) * MARK_ROW * size;
            double x = span.x(mark.value());
            canvas.line(x, y + size * 0.6, x, end, ColorRole.TEXT, size / 12, true);
            double middle = x(span, mark, canvas.measureSmall(text) / 2);
            double half = canvas.measureSmall(text) / 2 + size * 0.2;
            canvas.rect(middle - half, y - size * 0.6, half * 2, size * 1.2, ColorRole.BACKGROUND);
            canvas.small(text, middle, y, ColorRole.TEXT, Align.CENTER);
        }
    }
}
