package app.steelyard.ui.shell;

import javafx.geometry.Insets;
import javafx.scene.layout.Background;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.CornerRadii;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;

/**
 * The window before there is anything in it: header and rail as empty strips, where the finished window has them and in
 * its colours. Without a control, a style sheet, a letter or a curve it is painted hardly later than an empty window; the
 * finished one then takes its place in the same scene.
 */
final class FirstFrame extends Pane {
    static final double HEADER = 53;
    static final double RAIL = 160;
    static final double NARROW_RAIL = 58;
    /** Narrower windows have a rail without words. */
    static final double NARROW = 1180;

    private final Region header = new Region();
    private final Region rail = new Region();

    /** What the themes' style sheets, which are not read yet, call bg-default, bg-subtle and border-default. */
    private enum Colors {
        LIGHT("#ffffff", "#f6f8fa", "#d0d7de"),
        DARK("#0d1117", "#161b22", "#30363d");

        private final Color ground;
        private final Color strip;
        private final Color line;

        Colors(String ground, String strip, String line) {
            this.ground = Color.web(ground);
            this.strip = Color.web(strip);
            this.line = Color.web(line);
        }
    }

    FirstFrame(boolean dark) {
        Colors colors = dark ? Colors.DARK : Colors.LIGHT;
        setBackground(new Background(filled(colors.ground, Insets.EMPTY)));
        header.setBackground(strip(colors, new Insets(0, 0, 1, 0)));
        rail.setBackground(strip(colors, new Insets(0, 1, 0, 0)));
        getChildren().addAll(header, rail);
    }

    @Override
    protected void layoutChildren() {
        header.resizeRelocate(0, 0, getWidth(), HEADER);
        rail.resizeRelocate(0, HEADER, getWidth() < NARROW ? NARROW_RAIL : RAIL, Math.max(0, getHeight() - HEADER));
    }

    /** With a line where {@code edge} leaves it free. */
    private static Background strip(Colors colors, Insets edge) {
        return new Background(filled(colors.line, Insets.EMPTY), filled(colors.strip, edge));
    }

    private static BackgroundFill filled(Color color, Insets insets) {
        return new BackgroundFill(color, CornerRadii.EMPTY, insets);
    }
}
