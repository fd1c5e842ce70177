package app.steelyard.chart.draw;

import app.steelyard.chart.ChartPart;
import app.steelyard.chart.ChartPart.Column;
import app.steelyard.chart.ChartSpec.Columns;
import app.steelyard.chart.ColorRole;
import app.steelyard.chart.draw.Surface.Align;
import java.util.List;

/** Columns in time: values at the left, dates below, what is unusual marked above. */
final class ColumnPainter extends Painter {
    /** Parts of a column's room that it fills, unless there are very many. */
    private static final double THICKNESS = 0.76;

    private static final double WIDEST = 5;
    private static final double HEIGHT = 14;
    private static final double AXIS = 1.9;
    /** The room for marks above the highest column. */
    private static final double MARKS = 1.1;

    private static final double MARK = 0.34;

    private record Frame(double left, double right, double top, double bottom, double high, int count) {

        double pitch() {
            return (right - left) / Math.max(1, count);
        }

        double y(double value) {
            return bottom - (bottom - top) * value / high;
        }
    }

    ColumnPainter(Canvas canvas) {
        super(canvas);
    }

    double preferredHeight(Columns spec, double width) {
        return Math.max(size * HEIGHT, Math.min(size * 20, width * 0.22)) + legendHeight(spec);
    }

    void paint(Columns spec) {
        double most = greatest(spec.columns(), Column::total);
        double top = canvas.top + size * MARKS;
        double bottom = Math.max(top + size, canvas.bottom - size * AXIS - legendHeight(spec));
        int steps = Math.max(1, Math.min(4, (int) ((bottom - top) / (size * 2.5))));
        List<Double> ticks = Ticks.between(0, most > 0 ? most : 1, steps);
        double tickWidth = greatest(ticks, t -> canvas.measureSmall(spec.scale().tick(t)));
        double left = Math.min(tickWidth + size * 0.7, canvas.width * 0.3);
        Frame frame = new Frame(
                left,
                canvas.width,
                top,
                bottom,
                ticks.get(ticks.size() - 1),
                spec.columns().size());
        for (double tick : ticks) {
            double y = frame.y(tick);
            canvas.line(left, y, frame.right(), y, tick == 0 ? ColorRole.MUTED : ColorRole.GRID, size / 14, false);
            canvas.small(spec.scale().tick(tick), left - size * 0.6, y, ColorRole.MUTED, Align.RIGHT);
        }
        for (int i = 0; i < spec.columns().size(); i++) {
            column(spec, i, frame);
        }
        dates(spec, frame);
        legend(spec, frame);
    }

    private void column(Columns spec, int index, Frame frame) {
        Column column = spec.columns().get(index);
        double x = frame.left() + index * frame.pitch();
        double wide = frame.pitch() < 3 ? frame.pitch() : Math.min(frame.pitch() * THICKNESS, size * WIDEST);
        double from = x + (frame.pitch() - wide) / 2;
        double sum = 0;
        for (int i = 0; i < column.values().size(); i++) {
            double y = frame.y(sum + column.values().get(i));
            canvas.rect(from, y, wide, frame.y(sum) - y, spec.parts().get(i).role());
            sum += column.values().get(i);
        }
        if (!column.mark().isEmpty()) {
            double y = frame.y(sum) - size * 0.65;
            canvas.circle(x + frame.pitch() / 2, y, size * MARK, ColorRole.BACKGROUND, ColorRole.TEXT, size / 7);
            canvas.region(
                    x + frame.pitch() / 2 - size / 2, y - size / 2, size, size, tooltip(spec, column), column.key());
        }
        canvas.region(x, frame.top(), frame.pitch(), frame.bottom() - frame.top(), tooltip(spec, column), column.key());
    }

    private static String tooltip(Columns spec, Column column) {
        StringBuilder text = new StringBuilder(column.name());
        for (int i = 0; i < column.values().size(); i++) {
            text.append('\n')
                    .append(spec.parts().get(i).name())
                    .append(": ")
                    .append(spec.scale().exact(column.values().get(i)));
        }
        return column.mark().isEmpty() ? text.toString() : text + "\n" + column.mark();
    }

    /** As many dates as fit, evenly apart. */
    private void dates(Columns spec, Frame frame) {
        double widest = spec.columns().stream()
                .mapToDouble(c -> canvas.measureSmall(c.tick()))
                .max()
                .orElse(1);
        int each = (int) Math.max(1, Math.ceil((widest + size * 1.2) / frame.pitch()));
        double y = frame.bottom() + size * 0.95;
        for (int i = 0; i < spec.columns().size(); i += each) {
            String tick = spec.columns().get(i).tick();
            double half = canvas.measureSmall(tick) / 2;
            double middle = frame.left() + (i + 0.5) * frame.pitch();
            double x = Math.min(Math.max(middle, half), canvas.width - half);
            if (i == 0 || x == middle) {
                canvas.small(tick, x, y, ColorRole.MUTED, Align.CENTER);
            }
        }
    }

    private void legend(Columns spec, Frame frame) {
        double y = frame.bottom() + size * AXIS;
        if (spec.parts().size() > 1) {
            List<List<ChartPart.Legend>> rows = canvas.legendRows(spec.parts(), frame.left());
            canvas.legend(rows, frame.left(), y);
            y += rows.size() * Canvas.LEGEND_ROW * size;
        }
        if (!spec.mark().isEmpty()) {
            double middle = y + Canvas.LEGEND_ROW * size / 2;
            canvas.circle(
                    frame.left() + size * MARK, middle, size * MARK, ColorRole.BACKGROUND, ColorRole.TEXT, size / 7);
            double text = frame.left() + size * 1.15;
            canvas.small(canvas.fit(spec.mark(), canvas.width - text), text, middle, ColorRole.MUTED, Align.LEFT);
        }
    }

    private double legendHeight(Columns spec) {
        int rows = spec.parts().size() > 1
                ? canvas.legendRows(spec.parts(), size * 4).size()
                : 0;
        return (rows + (spec.mark().isEmpty() ? 0 : 1)) * Canvas.LEGEND_ROW * size;
    }
}
