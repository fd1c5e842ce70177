package app.steelyard.ui.shell;

import app.steelyard.ui.kit.Fx;
import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.SnapshotParameters;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.Image;
import javafx.scene.paint.Color;
import javafx.scene.shape.SVGPath;

/** The sign of the program: a steelyard, the balance with one long arm. The installers draw their icons from it. */
public final class Logo {
    /** On a field of 24 by 24: the arm, the hook it hangs from, the pan with the load, the small weight. */
    static final String PATH = "M1.5 8.2 L22.5 5.2 L22.7 6.8 L1.7 9.8 Z "
            + "M7.1 2 h1.6 v6 h-1.6 Z M6 1.2 h3.8 v1.4 h-3.8 Z "
            + "M3 9.4 L3.8 9.3 L7 16 h-8 Z "
            + "M-1.4 16 h8.8 c0 2.6 -2 4.4 -4.4 4.4 s-4.4 -1.8 -4.4 -4.4 Z "
            + "M17.6 6.2 h1.2 v3.2 h-1.2 Z M16 9.2 h4.4 l0.9 4.6 h-6.2 Z";

    private Logo() {}

    /** The sign to put into a row. */
    static SVGPath shape() {
        SVGPath shape = Fx.styled(new SVGPath(), "logo");
        shape.setContent(PATH);
        return shape;
    }

    /** Pictures of the usual sizes, for the window's icon. */
    static List<Image> icons() {
        return IntStream.of(16, 32, 48, 64, 128, 256).mapToObj(Logo::icon).toList();
    }

    /**
     * The program's icon.
     *
     * @param size of a side, in pixels
     */
    public static Image icon(int size) {
        Canvas canvas = new Canvas(size, size);
        GraphicsContext graphics = canvas.getGraphicsContext2D();
        graphics.setFill(Color.web("#0969da"));
        graphics.fillRoundRect(0, 0, size, size, size * 0.36, size * 0.36);
        graphics.scale(size / 32.0, size / 32.0);
        graphics.translate(5, 5);
        graphics.setFill(Color.WHITE);
        graphics.appendSVGPath(PATH);
        graphics.fill();
        SnapshotParameters parameters = new SnapshotParameters();
        parameters.setFill(Color.TRANSPARENT);
        return canvas.snapshot(parameters, null);
    }
}
