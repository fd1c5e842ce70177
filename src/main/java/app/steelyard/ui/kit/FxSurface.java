package app.steelyard.ui.kit;

import app.steelyard.chart.CellGrid;
import app.steelyard.chart.Point;
import app.steelyard.chart.draw.Fonts;
import app.steelyard.chart.draw.Surface;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineJoin;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;

/** Draws a chart on a canvas of the window. */
record FxSurface(GraphicsContext graphics) implements Surface {
    /** Looked up once: of both there are only a few. */
    private static final Map<String, Color> COLORS = new HashMap<>();

    private static final Map<Double, Font> REGULAR = new HashMap<>();
    private static final Map<Double, Font> BOLD = new HashMap<>();

    @Override
    public void rect(double x, double y, double width, double height, String fill) {
        graphics.setFill(color(fill));
        graphics.fillRect(x, y, width, height);
    }

    @Override
    public void line(List<Point> points, String color, double width, boolean dashed) {
        graphics.setStroke(color(color));
        graphics.setLineWidth(width);
        graphics.setLineJoin(StrokeLineJoin.ROUND);
        if (dashed) {
            graphics.setLineDashes(width * 3, width * 2.5);
        } else {
            graphics.setLineDashes();
        }
        graphics.strokePolyline(
                points.stream().mapToDouble(Point::x).toArray(),
                points.stream().mapToDouble(Point::y).toArray(),
                points.size());
    }

    @Override
    public void circle(double x, double y, double radius, String fill, String stroke, double strokeWidth) {
        graphics.setFill(color(fill));
        graphics.fillOval(x - radius, y - radius, radius * 2, radius * 2);
        graphics.setStroke(color(stroke));
        graphics.setLineWidth(strokeWidth);
        graphics.setLineDashes();
        graphics.strokeOval(x - radius, y - radius, radius * 2, radius * 2);
    }

    @Override
    public void dots(List<Point> middles, double radius, String fill, double opacity) {
        graphics.setFill(color(fill));
        graphics.setGlobalAlpha(opacity);
        middles.forEach(p -> graphics.fillOval(p.x() - radius, p.y() - radius, radius * 2, radius * 2));
        graphics.setGlobalAlpha(1);
    }

    /** As one picture: tens of thousands of cells in one go. */
    @Override
    public void cells(double x, double y, double width, double height, CellGrid cells, List<String> fills) {
        int columns = cells.columns();
        int rows = cells.rows();
        if (columns == 0 || rows == 0) {
            return;
        }
        int[] colors = new int[CellGrid.NONE + 1];
        for (int i = 0; i < fills.size(); i++) {
            colors[i] = 0xff000000 | Integer.decode(fills.get(i));
        }
        int[] pixels = new int[columns * rows];
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                pixels[(rows - 1 - row) * columns + column] = colors[cells.at(column, row)];
            }
        }
        WritableImage image = new WritableImage(columns, rows);
        image.getPixelWriter().setPixels(0, 0, columns, rows, PixelFormat.getIntArgbInstance(), pixels, 0, columns);
        graphics.setImageSmoothing(false);
        graphics.drawImage(image, x, y, width, height);
        graphics.setImageSmoothing(true);
    }

    @Override
    public void text(String text, double x, double baseline, double size, boolean bold, String color, Align align) {
        graphics.setFont(font(size, bold));
        graphics.setFill(color(color));
        graphics.setTextAlign(
                switch (align) {
                    case LEFT -> TextAlignment.LEFT;
                    case CENTER -> TextAlignment.CENTER;
                    case RIGHT -> TextAlignment.RIGHT;
                });
        graphics.fillText(text, x, baseline);
    }

    private static Color color(String name) {
        return COLORS.computeIfAbsent(name, Color::web);
    }

    private static Font font(double size, boolean bold) {
        // JavaFX knows the semi-bold file as a family of its own.
        return bold
                ? BOLD.computeIfAbsent(size, s -> Font.font(Fonts.FAMILY + " SemiBold", s))
                : REGULAR.computeIfAbsent(size, s -> Font.font(Fonts.FAMILY, s));
    }
}
