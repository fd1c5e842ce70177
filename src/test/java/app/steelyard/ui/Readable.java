package app.steelyard.ui;

import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;

/** How well a text stands out from what is behind it. */
public final class Readable {
    private Readable() {}

    /** The contrast ratio of WCAG 2.2, from 1 to 21; half-transparent grounds and nodes are taken as they are seen. */
    public static double contrast(Labeled label) {
        Color ground = ground(label);
        double a = luminance(over((Color) label.getTextFill(), opacity(label), ground));
        double b = luminance(ground);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double opacity(Node node) {
        double opacity = 1;
        for (Node n = node; n != null; n = n.getParent()) {
            opacity *= n.getOpacity();
        }
        return opacity;
    }

    private static Color ground(Node node) {
        Color ground = node.getParent() == null ? (Color) node.getScene().getFill() : ground(node.getParent());
        if (node instanceof Region region && region.getBackground() != null) {
            for (BackgroundFill fill : region.getBackground().getFills()) {
                if (fill.getFill() instanceof Color color) {
                    ground = over(color, 1, ground);
                }
            }
        }
        return ground;
    }

    private static Color over(Color color, double opacity, Color ground) {
        Color opaque = new Color(color.getRed(), color.getGreen(), color.getBlue(), 1);
        return ground.interpolate(opaque, color.getOpacity() * opacity);
    }

    private static double luminance(Color color) {
        return 0.2126 * linear(color.getRed()) + 0.7152 * linear(color.getGreen()) + 0.0722 * linear(color.getBlue());
    }

    private static double linear(double share) {
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }
}
