package app.steelyard.chart.draw;

import app.steelyard.chart.ColorRole;
import app.steelyard.chart.Point;
import app.steelyard.chart.draw.Surface.Align;
import java.util.ArrayList;
import java.util.List;

/** What the marks on a map mean, each beside the mark itself, in as many rows as they need. */
final class MapKey {
    private static final double SYMBOL = 1.7;
    private static final double GAP = 1.3;

    private final Canvas canvas;
    private final double size;
    private final List<List<Entry>> rows = new ArrayList<>();

    /** The marks that a map may have. */
    enum Mark {
        REGION,
        /** Where no region is. */
        NOTHING,
        PLAN,
        CLOUD,
        STATED,
        CONTOUR
    }

    /** @param role of a region; of no other mark */
    record Entry(Mark mark, String name, ColorRole role) {
        Entry(Mark mark, String name) {
            this(mark, name, ColorRole.TEXT);
        }
    }

    MapKey(Canvas canvas, List<Entry> entries) {
        this.canvas = canvas;
        this.size = canvas.size;
        double x = 0;
        for (Entry entry : entries) {
            double wide = width(entry);
            if (rows.isEmpty() || x + wide - size * GAP > canvas.width) {
                rows.add(new ArrayList<>());
                x = 0;
            }
            rows.getLast().add(entry);
            x += wide;
        }
    }

    private double width(Entry entry) {
        return size * (SYMBOL + 0.5 + GAP) + canvas.measureSmall(entry.name());
    }

    double height() {
        return rows.size() * Canvas.LEGEND_ROW * size;
    }

    /** Paints it with its top at {@code top}. */
    void paint(double top) {
        double middle = top + size * Canvas.LEGEND_ROW / 2;
        for (List<Entry> row : rows) {
            double x = 0;
            for (Entry entry : row) {
                symbol(entry, x, middle);
                double text = x + size * (SYMBOL + 0.5);
                canvas.small(
                        canvas.fitSmall(entry.name(), canvas.width - text), text, middle, ColorRole.MUTED, Align.LEFT);
                x += width(entry);
            }
            middle += size * Canvas.LEGEND_ROW;
        }
    }

    private void symbol(Entry entry, double x, double middle) {
        double wide = size * SYMBOL;
        double centre = x + wide / 2;
        switch (entry.mark()) {
            case REGION -> canvas.rect(centre - size * 0.4, middle - size * 0.4, size * 0.8, size * 0.8, entry.role());
            case NOTHING -> {
                canvas.rect(centre - size * 0.4, middle - size * 0.4, size * 0.8, size * 0.8, ColorRole.BACKGROUND);
                frame(canvas, centre - size * 0.4, middle - size * 0.4, size * 0.8);
            }
            case PLAN -> plan(canvas, centre, middle);
            case CLOUD -> {
                // On a ground as dark as the map's: on the page's own the dots would hardly be seen.
                canvas.rect(x, middle - size * 0.55, wide, size * 1.1, ColorRole.MUTED);
                dots(
                        canvas,
                        List.of(
                                new Point(centre - size * 0.5, middle + size * 0.2),
                                new Point(centre, middle - size * 0.25),
                                new Point(centre + size * 0.5, middle + size * 0.15)));
            }
            case STATED ->
                stated(canvas, x + size * 0.1, middle - size * 0.5, x + wide - size * 0.1, middle + size * 0.5);
            case CONTOUR -> contour(canvas, List.of(new Point(x, middle), new Point(x + wide, middle)));
        }
    }

    private static void frame(Canvas canvas, double left, double top, double wide) {
        canvas.path(
                List.of(
                        new Point(left, top),
                        new Point(left + wide, top),
                        new Point(left + wide, top + wide),
                        new Point(left, top + wide),
                        new Point(left, top)),
                ColorRole.MUTED,
                canvas.size / 12);
    }

    /** The point as planned. */
    static void plan(Canvas canvas, double x, double y) {
        canvas.circle(x, y, canvas.size * 0.42, ColorRole.BACKGROUND, ColorRole.TEXT, canvas.size / 6);
    }

    /** Points that are seen on every colour. */
    static void dots(Canvas canvas, List<Point> points) {
        canvas.dots(points, canvas.size * 0.17, ColorRole.TEXT, 0.35);
        canvas.dots(points, canvas.size * 0.11, ColorRole.BACKGROUND, 0.75);
    }

    /** The frame of what somebody stated. */
    static void stated(Canvas canvas, double left, double top, double right, double bottom) {
        List<Point> frame = List.of(
                new Point(left, top),
                new Point(right, top),
                new Point(right, bottom),
                new Point(left, bottom),
                new Point(left, top));
        canvas.path(frame, ColorRole.BACKGROUND, canvas.size / 4.5);
        canvas.dashed(frame, ColorRole.TEXT, canvas.size / 7);
    }

    static void contour(Canvas canvas, List<Point> points) {
        canvas.path(points, ColorRole.BACKGROUND, canvas.size / 4);
        canvas.path(points, ColorRole.TEXT, canvas.size / 12);
    }
}
