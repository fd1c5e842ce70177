package app.steelyard.chart.draw;

import app.steelyard.chart.CellGrid;
import app.steelyard.chart.ChartKey;
import app.steelyard.chart.ChartPart.Legend;
import app.steelyard.chart.ColorRole;
import app.steelyard.chart.Point;
import app.steelyard.chart.draw.Surface.Align;
import java.util.ArrayList;
import java.util.List;

/** A surface with a palette, the room that is left on it, and what was put where. */
public final class Canvas {
    /** Heights in font sizes. */
    static final double TITLE_HEIGHT = 2.2;

    static final double LEGEND_ROW = 1.7;
    private static final String ELLIPSIS = "…";
    private static final float TINT = 0.45f;

    final double size;
    final double width;
    /** The rectangle not yet used. */
    double top;

    double bottom;

    private final Surface surface;
    private final Palette palette;
    private final List<Region> regions = new ArrayList<>();

    Canvas(Surface surface, Palette palette, double size, double width, double height) {
        this.surface = surface;
        this.palette = palette;
        this.size = size;
        this.width = width;
        this.bottom = height;
    }

    List<Region> regions() {
        return List.copyOf(regions);
    }

    void region(double x, double y, double w, double h, String tooltip, ChartKey key) {
        regions.add(new Region(x, y, w, h, tooltip, key));
    }

    void title(String text) {
        double titleSize = size * 1.15;
        surface.text(
                fit(text, width, titleSize, true),
                0,
                top + titleSize,
                titleSize,
                true,
                color(ColorRole.TEXT),
                Align.LEFT);
        top += TITLE_HEIGHT * size;
    }

    /** A sentence in the middle, in as many lines as it needs. */
    void note(String text) {
        List<String> lines = wrap(text, width * 0.9);
        double y = (top + bottom) / 2 - (lines.size() - 1) * size * 0.75;
        for (String line : lines) {
            text(line, width / 2, y, false, ColorRole.MUTED, Align.CENTER);
            y += size * 1.5;
        }
    }

    String color(ColorRole role) {
        return palette.color(role);
    }

    double measure(String text, boolean bold) {
        return surface.measure(text, size, bold);
    }

    double measureSmall(String text) {
        return surface.measure(text, size * 0.9, false);
    }

    /** A text whose middle is at {@code y}. */
    void text(String text, double x, double y, boolean bold, ColorRole role, Align align) {
        surface.text(text, x, y + size * 0.35, size, bold, color(role), align);
    }

    void small(String text, double x, double y, ColorRole role, Align align) {
        surface.text(text, x, y + size * 0.32, size * 0.9, false, color(role), align);
    }

    /** As {@link #small}, with no line running through it. */
    void plated(String text, double x, double y, ColorRole role, Align align) {
        if (text.isEmpty()) {
            return;
        }
        double wide = measureSmall(text);
        double left = switch (align) {
            case LEFT -> x;
            case CENTER -> x - wide / 2;
            case RIGHT -> x - wide;
        };
        double right = Math.min(width, left + wide + size * 0.15);
        rect(left - size * 0.15, y - size * 0.55, right - left + size * 0.15, size * 1.1, ColorRole.BACKGROUND);
        small(text, x, y, role, align);
    }

    void rect(double x, double y, double w, double h, ColorRole role) {
        if (w > 0 && h > 0) {
            surface.rect(x, y, w, h, color(role));
        }
    }

    void line(double x1, double y1, double x2, double y2, ColorRole role, double thickness, boolean dashed) {
        surface.line(List.of(new Point(x1, y1), new Point(x2, y2)), color(role), thickness, dashed);
    }

    void path(List<Point> points, ColorRole role, double thickness) {
        surface.line(points, color(role), thickness, false);
    }

    void circle(double x, double y, double radius, ColorRole fill, ColorRole stroke, double thickness) {
        surface.circle(x, y, radius, color(fill), color(stroke), thickness);
    }

    /** A frame with slanted lines in it: something is here, and nobody can say how much. */
    void hatched(double x, double y, double w, double h) {
        double thin = size / 14;
        surface.line(
                List.of(
                        new Point(x, y),
                        new Point(x + w, y),
                        new Point(x + w, y + h),
                        new Point(x, y + h),
                        new Point(x, y)),
                color(ColorRole.MUTED),
                thin,
                false);
        for (double start = -h + size * 0.5; start < w; start += size * 0.5) {
            double left = Math.max(0, start);
            double right = Math.min(w, start + h);
            line(x + left, y + h - (left - start), x + right, y + h - (right - start), ColorRole.MUTED, thin, false);
        }
    }

    /** The text, or as much of it as fits, with an ellipsis. */
    String fit(String text, double room) {
        return fit(text, room, size, false);
    }

    private String fit(String text, double room, double textSize, boolean bold) {
        if (surface.measure(text, textSize, bold) <= room) {
            return text;
        }
        int[] letters = text.codePoints().toArray();
        for (int n = letters.length - 1; n > 0; n--) {
            String shortened = new String(letters, 0, n).strip() + ELLIPSIS;
            if (surface.measure(shortened, textSize, bold) <= room) {
                return shortened;
            }
        }
        return room < surface.measure(ELLIPSIS, textSize, bold) ? "" : ELLIPSIS;
    }

    /** Room for names at the left, at least {@code labels} and some bar left at the right. */
    double namesRoom(double widest, double labels) {
        double most = Math.min(size * 13, width - labels - size * 6.8);
        return Math.min(widest + size * 0.8, Math.max(most, width * 0.3));
    }

    /** A colour halfway to the background. */
    void tinted(double x, double y, double w, double h, ColorRole role) {
        if (w > 0 && h > 0) {
            surface.rect(x, y, w, h, mixed(Integer.decode(color(role)), Integer.decode(color(ColorRole.BACKGROUND))));
        }
    }

    private static String mixed(int a, int b) {
        int mixed = 0;
        for (int shift = 0; shift <= 16; shift += 8) {
            mixed |= Math.round((a >> shift & 255) * TINT + (b >> shift & 255) * (1 - TINT)) << shift;
        }
        return "#%06x".formatted(mixed);
    }

    /** The text, or its beginning and its end with an ellipsis between: what tells long names apart stands at both. */
    String fitMiddle(String text, double room, boolean bold) {
        if (measure(text, bold) <= room) {
            return text;
        }
        int[] letters = text.codePoints().toArray();
        for (int n = letters.length - 1; n > 1; n--) {
            int end = n * 2 / 5;
            String shortened = new String(letters, 0, n - end).stripTrailing()
                    + ELLIPSIS
                    + new String(letters, letters.length - end, end).stripLeading();
            if (measure(shortened, bold) <= room) {
                return shortened;
            }
        }
        return room < measure(ELLIPSIS, bold) ? "" : ELLIPSIS;
    }

    /** As {@link #fit(String, double)}, for {@link #small}. */
    String fitSmall(String text, double room) {
        return fit(text, room, size * 0.9, false);
    }

    /** Text or background, whichever is read more easily on a colour. */
    ColorRole readableOn(ColorRole role) {
        return contrast(role, ColorRole.TEXT) >= contrast(role, ColorRole.BACKGROUND)
                ? ColorRole.TEXT
                : ColorRole.BACKGROUND;
    }

    private double contrast(ColorRole a, ColorRole b) {
        double x = luminance(Integer.decode(color(a)));
        double y = luminance(Integer.decode(color(b)));
        return (Math.max(x, y) + 0.05) / (Math.min(x, y) + 0.05);
    }

    private static double luminance(int rgb) {
        return 0.2126 * linear(rgb >> 16 & 255) + 0.7152 * linear(rgb >> 8 & 255) + 0.0722 * linear(rgb & 255);
    }

    private static double linear(int channel) {
        double share = channel / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }

    void cells(double x, double y, double w, double h, CellGrid cells, List<ColorRole> roles) {
        surface.cells(x, y, w, h, cells, roles.stream().map(this::color).toList());
    }

    void dots(List<Point> middles, double radius, ColorRole role, double opacity) {
        surface.dots(middles, radius, color(role), opacity);
    }

    void dashed(List<Point> points, ColorRole role, double thickness) {
        surface.line(points, color(role), thickness, true);
    }

    List<String> wrap(String text, double room) {
        return wrap(text, room, false);
    }

    List<String> wrap(String text, double room, boolean bold) {
        List<String> lines = new ArrayList<>();
        String line = "";
        for (String word : text.split(" ")) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (!line.isEmpty() && measure(longer, bold) > room) {
                lines.add(fit(line, room, size, bold));
                line = word;
            } else {
                line = longer;
            }
        }
        lines.add(fit(line, room, size, bold));
        return lines;
    }

    /** As {@link #wrap}, in {@code most} lines; the last then leaves out its middle. */
    List<String> lines(String text, double room, boolean bold, int most) {
        List<String> lines = wrap(text, room, bold);
        boolean whole = lines.size() <= most && lines.stream().noneMatch(l -> l.endsWith(ELLIPSIS));
        if (whole) {
            return lines;
        }
        List<String> kept = new ArrayList<>(lines.subList(0, Math.min(most, lines.size()) - 1));
        String rest = text;
        for (String line : kept) {
            if (!rest.startsWith(line)) {
                return List.of(fitMiddle(text, room, bold));
            }
            rest = rest.substring(line.length()).strip();
        }
        kept.add(fitMiddle(rest, room, bold));
        return kept;
    }

    /** The rows of a legend, wrapped at the canvas' width less {@code left}. */
    List<List<Legend>> legendRows(List<Legend> entries, double left) {
        List<List<Legend>> rows = new ArrayList<>();
        double x = left;
        for (Legend entry : entries) {
            double wide = legendWidth(entry);
            if (rows.isEmpty() || x + wide > width && x > left) {
                rows.add(new ArrayList<>());
                x = left;
            }
            rows.get(rows.size() - 1).add(entry);
            x += wide;
        }
        return rows;
    }

    private double legendWidth(Legend entry) {
        return size * 2.6 + measureSmall(entry.name());
    }

    /** Paints a legend with its top at {@code y}. */
    void legend(List<List<Legend>> rows, double left, double y) {
        double middle = y + size * LEGEND_ROW / 2;
        for (List<Legend> row : rows) {
            double x = left;
            for (Legend entry : row) {
                rect(x, middle - size * 0.38, size * 0.76, size * 0.76, entry.role());
                small(
                        fit(entry.name(), width - x - size * 1.2, size * 0.9, false),
                        x + size * 1.15,
                        middle,
                        ColorRole.MUTED,
                        Align.LEFT);
                x += legendWidth(entry);
            }
            middle += size * LEGEND_ROW;
        }
    }
}
