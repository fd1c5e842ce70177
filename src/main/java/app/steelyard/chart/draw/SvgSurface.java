package app.steelyard.chart.draw;

import app.steelyard.chart.ChartSpec;
import app.steelyard.chart.ColorRole;
import app.steelyard.chart.Point;
import app.steelyard.text.Visible;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.Collectors;

/** Writes a chart as SVG. */
public final class SvgSurface implements Surface {
    private final StringBuilder body = new StringBuilder();

    /** A chart as a file of its own. */
    public static String document(ChartSpec spec, ChartPainter painter, double width, double height) {
        SvgSurface surface = new SvgSurface();
        painter.paint(spec, surface, width, height);
        return surface.document(
                spec.title(), spec.summary(), width, height, painter.palette().color(ColorRole.BACKGROUND));
    }

    private String document(String title, String description, double width, double height, String background) {
        return """
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %1$s %2$s" width="%1$s" height="%2$s" role="img">
            <title>%3$s</title>
            <desc>%4$s</desc>
            <rect x="0" y="0" width="%1$s" height="%2$s" fill="%5$s"/>
            <g font-family="'%6$s', 'Segoe UI', Arial, sans-serif">
            %7$s</g>
            </svg>
            """.formatted(n(width), n(height), escaped(title), escaped(description), background, Fonts.FAMILY, body);
    }

    @Override
    public void rect(double x, double y, double width, double height, String fill) {
        add("<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" fill=\"%s\"/>"
                .formatted(n(x), n(y), n(width), n(height), fill));
    }

    @Override
    public void line(List<Point> points, String color, double width, boolean dashed) {
        add("<polyline points=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"%s\" stroke-linejoin=\"round\"%s/>"
                .formatted(
                        points.stream().map(p -> n(p.x()) + "," + n(p.y())).collect(Collectors.joining(" ")),
                        color,
                        n(width),
                        dashed ? " stroke-dasharray=\"" + n(width * 3) + " " + n(width * 2.5) + "\"" : ""));
    }

    @Override
    public void circle(double x, double y, double radius, String fill, String stroke, double strokeWidth) {
        add("<circle cx=\"%s\" cy=\"%s\" r=\"%s\" fill=\"%s\" stroke=\"%s\" stroke-width=\"%s\"/>"
                .formatted(n(x), n(y), n(radius), fill, stroke, n(strokeWidth)));
    }

    @Override
    public void text(String text, double x, double baseline, double size, boolean bold, String color, Align align) {
        add("<text x=\"%s\" y=\"%s\" font-size=\"%s\"%s fill=\"%s\"%s>%s</text>"
                .formatted(
                        n(x),
                        n(baseline),
                        n(size),
                        bold ? " font-weight=\"600\"" : "",
                        color,
                        switch (align) {
                            case LEFT -> "";
                            case CENTER -> " text-anchor=\"middle\"";
                            case RIGHT -> " text-anchor=\"end\"";
                        },
                        escaped(text)));
    }

    @Override
    public void dots(List<Point> middles, double radius, String fill, double opacity) {
        // One path, each dot two arcs: a third of the text that circles would take.
        String dots = middles.stream()
                .map(p -> "M%s,%sa%3$s,%3$s 0 1,0 %4$s,0a%3$s,%3$s 0 1,0 -%4$s,0"
                        .formatted(n(p.x() - radius), n(p.y()), n(radius), n(radius * 2)))
                .collect(Collectors.joining());
        if (!dots.isEmpty()) {
            add("<path d=\"%s\" fill=\"%s\" fill-opacity=\"%s\"/>".formatted(dots, fill, n(opacity)));
        }
    }

    private void add(String element) {
        body.append(element).append('\n');
    }

    private static String n(double value) {
        BigDecimal rounded =
                new BigDecimal(value).setScale(2, RoundingMode.HALF_UP).stripTrailingZeros();
        return rounded.toPlainString();
    }

    private static String escaped(String text) {
        return Visible.of(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
