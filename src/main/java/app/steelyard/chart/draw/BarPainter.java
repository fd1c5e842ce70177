package app.steelyard.chart.draw;

import app.steelyard.chart.ChartKey;
import app.steelyard.chart.ChartPart.Band;
import app.steelyard.chart.ChartPart.Bar;
import app.steelyard.chart.ChartPart.Reference;
import app.steelyard.chart.ChartPart.StackedBar;
import app.steelyard.chart.ChartSpec.Bars;
import app.steelyard.chart.ChartSpec.StackedBars;
import app.steelyard.chart.ColorRole;
import app.steelyard.chart.draw.Surface.Align;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Horizontal bars: names at the left, values at their ends. */
final class BarPainter extends Painter {
    private static final double PITCH = 2.4;
    private static final double THICKNESS = 0.66;
    private static final double AXIS = 1.8;
    private static final double ANNOTATION = 1.5;
    private static final double NAMES_SHARE = 0.3;
    /** Bars give way to names until they are as long as this. */
    private static final double LEAST_BARS = 6;

    /** Names of usual length; a longer one is broken or shortened. */
    private static final double NAMES = 13;

    private static final double NAME_LINE = 1.02;
    private static final double GAP = 0.8;

    BarPainter(Canvas canvas) {
        super(canvas);
    }

    double preferredHeight(StackedBars spec) {
        double labels = labelsWidth(spec);
        double left = namesWidth(spec.bars().stream().map(StackedBar::name), labels);
        return spec.bars().size() * PITCH * size + legendHeight(spec, left);
    }

    double preferredHeight(Bars spec) {
        return spec.bars().size() * PITCH * size
                + (hasAxis(spec) ? AXIS * size : 0)
                + annotations(spec) * ANNOTATION * size;
    }

    void paint(StackedBars spec) {
        double labels = labelsWidth(spec);
        double left = namesWidth(spec.bars().stream().map(StackedBar::name), labels);
        double legend = legendHeight(spec, left);
        double rowHeight = rowHeight(spec.bars().size(), legend);
        double low =
                spec.bars().stream().mapToDouble(BarPainter::negative).min().orElse(0);
        double high = greatest(spec.bars(), BarPainter::positive);
        PixelSpan frame = frame(left, labels, Math.min(0, low), high);
        double y = canvas.top;
        for (StackedBar bar : spec.bars()) {
            name(bar.name(), bar.emphasised(), left, y, rowHeight);
            if (bar.values().isEmpty()) {
                unpriced(bar.name(), bar.note(), bar.key(), frame, y, rowHeight);
            } else {
                stack(spec, bar, frame, y, rowHeight);
            }
            y += rowHeight;
        }
        zeroLine(frame, canvas.top, y);
        canvas.legend(canvas.legendRows(spec.parts(), legendLeft(left)), legendLeft(left), y + size * 0.3);
    }

    private void stack(StackedBars spec, StackedBar bar, PixelSpan frame, double y, double rowHeight) {
        double thickness = rowHeight * THICKNESS;
        double top = y + (rowHeight - thickness) / 2;
        double up = 0;
        double down = 0;
        List<Double> borders = new ArrayList<>();
        for (int i = 0; i < bar.values().size(); i++) {
            double value = bar.values().get(i);
            double from = value < 0 ? down : up;
            double to = from + value;
            double x = frame.x(Math.min(from, to));
            double wide = frame.x(Math.max(from, to)) - x;
            canvas.rect(x, top, wide, thickness, spec.parts().get(i).role());
            if (wide > 0) {
                canvas.region(
                        x,
                        y,
                        wide,
                        rowHeight,
                        bar.name() + "\n" + spec.parts().get(i).name() + ": "
                                + spec.scale().exact(value),
                        bar.keys().get(i));
                borders.add(frame.x(to));
            }
            if (value < 0) {
                down = to;
            } else {
                up = to;
            }
        }
        for (int i = 0; i < borders.size() - 1; i++) {
            double x = borders.get(i);
            canvas.rect(x - size / 24, top, size / 12, thickness, ColorRole.BACKGROUND);
        }
        double end = frame.x(Math.max(0, up));
        String label = spec.scale().label(bar.total());
        canvas.text(label, end + size * 0.6, y + rowHeight / 2, bar.emphasised(), ColorRole.TEXT, Align.LEFT);
        canvas.region(
                end,
                y,
                size * 0.6 + canvas.measure(label, true),
                rowHeight,
                bar.name() + ": " + spec.scale().exact(bar.total()),
                bar.key());
    }

    void paint(Bars spec) {
        double labels = labelsWidth(spec);
        double left = namesWidth(spec.bars().stream().map(Bar::name), labels);
        double below = (hasAxis(spec) ? AXIS * size : 0) + annotations(spec) * ANNOTATION * size;
        double rowHeight = rowHeight(spec.bars().size(), below);
        double low = spec.bars().stream().mapToDouble(b -> least(b)).min().orElse(0);
        double high = greatest(spec.bars(), b -> most(b));
        PixelSpan frame = frame(left, labels, Math.min(0, low), hasAxis(spec) ? spec.max() : high);
        double end = canvas.top + rowHeight * spec.bars().size();
        if (hasAxis(spec)) {
            axis(spec, frame, end);
        }
        double y = canvas.top;
        for (Bar bar : spec.bars()) {
            name(bar.name(), false, left, y, rowHeight);
            if (Double.isNaN(bar.value())) {
                unpriced(bar.name(), bar.note(), bar.key(), frame, y, rowHeight);
            } else {
                single(spec, bar, frame, y, rowHeight);
            }
            y += rowHeight;
        }
        zeroLine(frame, canvas.top, end);
        overlay(spec, frame, end);
        annotations(spec, legendLeft(left), end + (hasAxis(spec) ? AXIS * size : 0));
    }

    private void single(Bars spec, Bar bar, PixelSpan frame, double y, double rowHeight) {
        double thickness = rowHeight * THICKNESS;
        double top = y + (rowHeight - thickness) / 2;
        double x = frame.x(Math.min(0, bar.value()));
        double wide = Math.max(frame.x(Math.max(0, bar.value())) - x, size / 12);
        canvas.rect(x, top, wide, thickness, bar.role());
        double end = Math.max(x + wide, frame.x(0));
        if (isRange(bar)) {
            double middle = y + rowHeight / 2;
            double from = frame.x(bar.low());
            double to = frame.x(bar.high());
            double cap = thickness * 0.22;
            canvas.line(from, middle, to, middle, ColorRole.BACKGROUND, size / 4, false);
            canvas.line(from, middle, to, middle, ColorRole.TEXT, size / 10, false);
            canvas.line(from, middle - cap, from, middle + cap, ColorRole.TEXT, size / 10, false);
            canvas.line(to, middle - cap, to, middle + cap, ColorRole.TEXT, size / 10, false);
            end = Math.max(end, to);
        }
        String label = bar.label(spec.scale());
        canvas.text(label, end + size * 0.6, y + rowHeight / 2, false, ColorRole.TEXT, Align.LEFT);
        double region = end + size * 0.6 + canvas.measure(label, false);
        if (isRange(bar)) {
            canvas.small(range(spec, bar), region + size * 0.5, y + rowHeight / 2, ColorRole.MUTED, Align.LEFT);
            region += size * 0.5 + canvas.measureSmall(range(spec, bar));
        }
        canvas.region(x, y, region - x, rowHeight, bar.tooltip(), bar.key());
    }

    private static boolean isRange(Bar bar) {
        return bar.high() > bar.low();
    }

    private static String range(Bars spec, Bar bar) {
        return spec.scale().label(bar.low()) + " – " + spec.scale().label(bar.high());
    }

    private void axis(Bars spec, PixelSpan frame, double end) {
        Band band = spec.band();
        if (band != null) {
            double x = frame.x(band.low());
            canvas.rect(x, canvas.top, frame.x(band.high()) - x, end - canvas.top, ColorRole.BAND);
        }
        int most = Math.max(1, (int) ((frame.right() - frame.left()) / (size * 5)));
        for (double tick : Ticks.between(frame.low(), frame.high(), Math.min(5, most))) {
            double x = frame.x(tick);
            if (x > frame.right() + 0.5) {
                continue;
            }
            canvas.line(x, canvas.top, x, end, ColorRole.GRID, size / 14, false);
            canvas.small(spec.scale().tick(tick), x, end + size * AXIS / 2, ColorRole.MUTED, Align.CENTER);
        }
    }

    /** What stays visible across the bars: the edges of the band, and the reference. */
    private void overlay(Bars spec, PixelSpan frame, double end) {
        Band band = spec.band();
        if (band != null) {
            for (double edge : new double[] {band.low(), band.high()}) {
                double x = frame.x(edge);
                canvas.line(x, canvas.top, x, end, ColorRole.BAND, size / 8, false);
            }
        }
        Reference reference = spec.reference();
        if (reference != null) {
            double x = frame.x(reference.value());
            canvas.line(x, canvas.top, x, end, ColorRole.TEXT, size / 9, true);
        }
    }

    /** Paints what band and reference mean, below the axis. */
    private void annotations(Bars spec, double left, double top) {
        double room = canvas.width - left - size * 1.4;
        double y = top + ANNOTATION * size / 2;
        Band band = spec.band();
        if (band != null) {
            canvas.rect(left, y - size * 0.4, size * 0.8, size * 0.8, ColorRole.BAND);
            canvas.small(canvas.fit(band.label(), room), left + size * 1.4, y, ColorRole.MUTED, Align.LEFT);
            y += ANNOTATION * size;
        }
        Reference reference = spec.reference();
        if (reference != null) {
            double x = left + size * 0.4;
            canvas.line(x, y - size * 0.5, x, y + size * 0.5, ColorRole.TEXT, size / 9, true);
            canvas.small(canvas.fit(reference.label(), room), left + size * 1.4, y, ColorRole.MUTED, Align.LEFT);
        }
    }

    private static int annotations(Bars spec) {
        return (spec.band() == null ? 0 : 1) + (spec.reference() == null ? 0 : 1);
    }

    /** In two lines where one is too short. */
    private void name(String name, boolean bold, double left, double y, double rowHeight) {
        double room = left - size * GAP;
        double middle = y + rowHeight / 2;
        List<String> lines = canvas.measure(name, bold) <= room ? List.of(name) : canvas.wrap(name, room, bold);
        if (lines.size() == 1 || rowHeight < 2 * NAME_LINE * size) {
            canvas.text(canvas.fitMiddle(name, room, bold), 0, middle, bold, ColorRole.TEXT, Align.LEFT);
        } else {
            String rest = String.join(" ", lines.subList(1, lines.size()));
            double half = size * NAME_LINE / 2;
            canvas.text(lines.get(0), 0, middle - half, bold, ColorRole.TEXT, Align.LEFT);
            canvas.text(canvas.fitMiddle(rest, room, bold), 0, middle + half, bold, ColorRole.TEXT, Align.LEFT);
        }
    }

    private void unpriced(String name, String note, ChartKey key, PixelSpan frame, double y, double rowHeight) {
        double thickness = rowHeight * THICKNESS;
        double x = frame.x(0);
        double wide = Math.min(size * 5, Math.max(0, (frame.right() - x) * 0.4));
        canvas.hatched(x, y + (rowHeight - thickness) / 2, wide, thickness);
        String label = canvas.fit(note, canvas.width - x - wide - size * 0.6);
        canvas.text(label, x + wide + size * 0.6, y + rowHeight / 2, false, ColorRole.MUTED, Align.LEFT);
        double region = wide + size * 0.6 + canvas.measure(label, false);
        canvas.region(x, y, region, rowHeight, name + ": " + note, key);
    }

    private void zeroLine(PixelSpan frame, double top, double end) {
        if (frame.low() < 0) {
            canvas.line(frame.x(0), top, frame.x(0), end, ColorRole.MUTED, size / 12, false);
        }
    }

    private double namesWidth(Stream<String> names, double labels) {
        double widest = names.mapToDouble(n -> canvas.measure(n, true)).max().orElse(0);
        double most = Math.min(size * NAMES, canvas.width - labels - size * (LEAST_BARS + 0.8));
        return Math.min(widest + size * GAP, Math.max(most, canvas.width * NAMES_SHARE));
    }

    private double labelsWidth(StackedBars spec) {
        return spec.bars().stream()
                .filter(b -> !b.values().isEmpty())
                .mapToDouble(b -> canvas.measure(spec.scale().label(b.total()), true))
                .max()
                .orElse(0);
    }

    private double labelsWidth(Bars spec) {
        return spec.bars().stream()
                .filter(b -> !Double.isNaN(b.value()))
                .mapToDouble(b -> canvas.measure(b.label(spec.scale()), false)
                        + (isRange(b) ? size * 0.5 + canvas.measureSmall(range(spec, b)) : 0))
                .max()
                .orElse(0);
    }

    private PixelSpan frame(double left, double labels, double low, double high) {
        double right = Math.max(left + size, canvas.width - labels - size * 0.8);
        return new PixelSpan(left, right, low, high > low ? high : low + 1);
    }

    private double rowHeight(int rows, double below) {
        double room = Math.max(1, canvas.bottom - canvas.top - below);
        return Math.min(size * PITCH * 1.25, room / Math.max(1, rows));
    }

    private double legendHeight(StackedBars spec, double left) {
        return canvas.legendRows(spec.parts(), legendLeft(left)).size() * Canvas.LEGEND_ROW * size + size * 0.3;
    }

    /** A legend starts under the bars, unless that leaves too little room. */
    private double legendLeft(double left) {
        return canvas.width - left > size * 24 ? left : 0;
    }

    private static boolean hasAxis(Bars spec) {
        return !Double.isNaN(spec.max());
    }

    private static double least(Bar bar) {
        return Double.isNaN(bar.value()) ? 0 : Math.min(bar.value(), Double.isNaN(bar.low()) ? bar.value() : bar.low());
    }

    private static double most(Bar bar) {
        return Double.isNaN(bar.value())
                ? 0
                : Math.max(bar.value(), Double.isNaN(bar.high()) ? bar.value() : bar.high());
    }

    private static double negative(StackedBar bar) {
        return bar.values().stream().mapToDouble(v -> Math.min(0, v)).sum();
    }

    private static double positive(StackedBar bar) {
        return bar.values().stream().mapToDouble(v -> Math.max(0, v)).sum();
    }
}
