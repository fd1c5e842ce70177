package app.steelyard.chart.draw;

import app.steelyard.chart.Point;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;

/**
 * Draws a chart on paper or into a picture. Letters are filled as outlines, so that no font has to be known there; the
 * text a reader or a search needs stands beside the chart.
 */
public record Graphics2DSurface(Graphics2D graphics) implements Surface {
    @Override
    public void rect(double x, double y, double width, double height, String fill) {
        graphics.setColor(Color.decode(fill));
        graphics.fill(new Rectangle2D.Double(x, y, width, height));
    }

    @Override
    public void line(List<Point> points, String color, double width, boolean dashed) {
        Path2D path = new Path2D.Double();
        path.moveTo(points.get(0).x(), points.get(0).y());
        points.stream().skip(1).forEach(p -> path.lineTo(p.x(), p.y()));
        graphics.setColor(Color.decode(color));
        float[] dash = {(float) width * 3, (float) width * 2.5f};
        graphics.setStroke(
                dashed
                        ? new BasicStroke((float) width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, dash, 0)
                        : new BasicStroke((float) width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND));
        graphics.draw(path);
    }

    @Override
    public void circle(double x, double y, double radius, String fill, String stroke, double strokeWidth) {
        Ellipse2D circle = new Ellipse2D.Double(x - radius, y - radius, radius * 2, radius * 2);
        graphics.setColor(Color.decode(fill));
        graphics.fill(circle);
        graphics.setColor(Color.decode(stroke));
        graphics.setStroke(new BasicStroke((float) strokeWidth));
        graphics.draw(circle);
    }

    @Override
    public void dots(List<Point> middles, double radius, String fill, double opacity) {
        Color opaque = Color.decode(fill);
        graphics.setColor(
                new Color(opaque.getRed(), opaque.getGreen(), opaque.getBlue(), (int) Math.round(255 * opacity)));
        for (Point p : middles) {
            graphics.fill(new Ellipse2D.Double(p.x() - radius, p.y() - radius, radius * 2, radius * 2));
        }
    }

    @Override
    public void text(String text, double x, double baseline, double size, boolean bold, String color, Align align) {
        String shown = Fonts.printable(text);
        if (shown.isEmpty()) {
            return;
        }
        double width = measure(shown, size, bold);
        double left = switch (align) {
            case LEFT -> x;
            case CENTER -> x - width / 2;
            case RIGHT -> x - width;
        };
        graphics.setColor(Color.decode(color));
        graphics.fill(Fonts.outline(shown, size, bold, left, baseline));
    }
}
