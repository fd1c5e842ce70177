package app.steelyard.chart.draw;

import app.steelyard.chart.ChartPart.Group;
import app.steelyard.chart.ChartSpec.GroupedBars;
import app.steelyard.chart.ColorRole;
import app.steelyard.chart.draw.Surface.Align;
import app.steelyard.text.Texts;
import java.util.List;

/** Groups of thin bars, each bar with its value and its name at its end. */
final class GroupPainter extends Painter {
    private static final Texts TEXTS = Texts.of(GroupPainter.class);
    private static final double PITCH = 1.35;
    private static final double THICKNESS = 0.72;
    private static final double GROUP_GAP = 0.9;

    GroupPainter(Canvas canvas) {
        super(canvas);
    }

    double preferredHeight(GroupedBars spec) {
        return spec.groups().size() * (spec.series().size() * PITCH + GROUP_GAP) * size;
    }

    void paint(GroupedBars spec) {
        double labels = 0;
        double low = 0;
        double high = 0;
        double widest = 0;
        for (Group group : spec.groups()) {
            widest = Math.max(widest, canvas.measure(group.name(), true));
            for (int i = 0; i < group.values().size(); i++) {
                double value = group.values().get(i);
                if (Double.isFinite(value)) {
                    labels = Math.max(labels, canvas.measure(spec.scale().label(value), true));
                    low = Math.min(low, value);
                    high = Math.max(high, value);
                }
            }
        }
        double seriesNames = 0;
        for (Group group : spec.groups()) {
            for (int i = 0; i < group.values().size(); i++) {
                seriesNames = Math.max(seriesNames, canvas.measureSmall(name(group, i)));
            }
        }
        double tail = Math.min(labels + seriesNames + size * 1.4, Math.max(labels + size * 0.8, canvas.width * 0.4));
        double left = canvas.namesRoom(widest, tail);
        PixelSpan span = PixelSpan.of(left, canvas.width - tail, low, high);
        double wanted = preferredHeight(spec);
        double stretch = Math.min(1.25, (canvas.bottom - canvas.top) / Math.max(1, wanted));
        double pitch = size * PITCH * stretch;
        double y = canvas.top;
        double zero = span.x(0);
        for (Group group : spec.groups()) {
            double start = y;
            for (int i = 0; i < group.values().size(); i++) {
                bar(spec, group, i, span, y, pitch);
                y += pitch;
            }
            name(group, left, start, y);
            y += size * GROUP_GAP * stretch;
            if (low < 0) {
                canvas.line(
                        zero, start, zero, start + group.values().size() * pitch, ColorRole.MUTED, size / 12, false);
            }
        }
    }

    private void name(Group group, double left, double start, double end) {
        double room = left - size * 0.7;
        List<String> lines = canvas.wrap(group.name(), room, true);
        int most = Math.max(1, Math.min(lines.size(), (int) ((end - start) / (size * 1.2))));
        double middle = (start + end) / 2 - (most - 1) * size * 0.6;
        for (int i = 0; i < most; i++) {
            String text = i == most - 1 && most < lines.size()
                    ? canvas.fitMiddle(String.join(" ", lines.subList(i, lines.size())), room, true)
                    : lines.get(i);
            canvas.text(text, 0, middle, true, ColorRole.TEXT, Align.LEFT);
            middle += size * 1.2;
        }
    }

    /** What a bar is called, with a mark where it cannot do the job. */
    private static String name(Group group, int index) {
        String name = group.names().get(index);
        return group.obstacles().get(index).isEmpty() ? name : TEXTS.get("infeasible", name);
    }

    private void bar(GroupedBars spec, Group group, int index, PixelSpan span, double y, double pitch) {
        double value = group.values().get(index);
        String obstacle = group.obstacles().get(index);
        String series = name(group, index);
        boolean bold = index == group.emphasised();
        double middle = y + pitch / 2;
        double end = span.x(0);
        String label = "–";
        if (Double.isFinite(value)) {
            double x = span.x(Math.min(0, value));
            double wide = Math.max(size / 12, span.x(Math.max(0, value)) - x);
            double top = middle - pitch * THICKNESS / 2;
            ColorRole role = spec.series().get(index).role();
            if (obstacle.isEmpty()) {
                canvas.rect(x, top, wide, pitch * THICKNESS, role);
            } else {
                canvas.tinted(x, top, wide, pitch * THICKNESS, role);
            }
            end = Math.max(end, x + wide);
            label = spec.scale().label(value);
        }
        double text = end + size * 0.5;
        canvas.text(label, text, middle, bold, ColorRole.TEXT, Align.LEFT);
        double after = text + canvas.measure(label, bold) + size * 0.5;
        canvas.small(
                canvas.fitSmall(series, canvas.width - after),
                after,
                middle,
                bold ? ColorRole.TEXT : ColorRole.MUTED,
                Align.LEFT);
        canvas.region(
                span.left(),
                y,
                canvas.width - span.left(),
                pitch,
                group.name() + "\n" + series + ": "
                        + (Double.isFinite(value) ? spec.scale().exact(value) : "–")
                        + (obstacle.isEmpty() ? "" : "\n" + obstacle),
                group.key());
    }
}
