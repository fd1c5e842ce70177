package app.steelyard.ui.kit;

import app.steelyard.report.chart.Fonts;
import app.steelyard.report.chart.Surface;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineJoin;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;

/** Draws a chart on a canvas of the window. */
final class FxSurface implements Surface {
    /** Looked up once: of both there are only a few. */
    private static final Map<String, Color> COLORS = new HashMap<>();

    private static final Map<Double, Font> REGULAR = new HashMap<>();
    private static final Map<Double, Font> BOLD = new HashMap<>();

    private final GraphicsContext graphics;

    FxSurface(GraphicsContext graphics) {
        this.graphics = graphics;
    }

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
