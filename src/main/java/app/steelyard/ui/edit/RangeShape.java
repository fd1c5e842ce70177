package app.steelyard.ui.edit;

import app.steelyard.plan.PlanNumber;
import app.steelyard.plan.Range;
import app.steelyard.whatif.trials.ValueSpread;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Line;
import javafx.scene.shape.Polygon;
import org.jspecify.annotations.Nullable;

/** How a number is spread, as a small hill with a stroke where the plan's number is; of a point, the stroke alone. */
final class RangeShape extends Pane {
    private static final int STEPS = 48;
    /** What is drawn beyond ends that may be passed, or moved, in widths of the range. */
    private static final double TAIL = 0.35;

    private static final double POINT_WIDTH = 10;

    private final double widest;
    private final double height;
    private double width;
    private final Polygon hill = new Polygon();
    private final Line base = new Line();
    private final Line value = new Line();

    private final boolean roomy;

    /** The values at the left and the right edge. */
    record Scale(double from, double to) {
        /** As close to a range as its hill allows. */
        static Scale close(PlanNumber number, Range range) {
            return around(number, range, range.distribution().bounded() ? 0.06 : TAIL);
        }

        /** With room beyond its ends, for them to be moved there. */
        static Scale roomy(PlanNumber number, Range range) {
            return around(number, range, TAIL);
        }

        private static Scale around(PlanNumber number, Range range, double share) {
            double tail = share * (range.high() - range.low());
            return new Scale(Math.max(range.low() - tail, number.min()), Math.min(range.high() + tail, number.max()));
        }
    }

    RangeShape(double width, double height) {
        this(width, height, false);
    }

    /** The same, to the scale at which ends are moved. */
    static RangeShape roomy(double width, double height) {
        return new RangeShape(width, height, true);
    }

    private RangeShape(double width, double height, boolean roomy) {
        this.roomy = roomy;
        this.widest = width;
        this.width = width;
        this.height = height;
        setMouseTransparent(true);
        getStyleClass().add("range-shape");
        hill.getStyleClass().add("hill");
        base.getStyleClass().add("base");
        value.getStyleClass().add("value");
        // Else every move of them would have all around it laid out anew.
        hill.setManaged(false);
        base.setManaged(false);
        value.setManaged(false);
        getChildren().addAll(hill, base, value);
        base.setStartY(height - 0.5);
        base.setEndY(height - 0.5);
    }

    /** @param range null for a point */
    void show(PlanNumber number, double now, @Nullable Range range) {
        hill.getPoints().clear();
        widen(range == null ? Math.min(POINT_WIDTH, widest) : widest);
        hill.setVisible(range != null);
        double place = 0.5;
        if (range != null) {
            Scale scale = roomy ? Scale.roomy(number, range) : Scale.close(number, range);
            hill(ValueSpread.of(range, now, number.min(), number.max()), scale.from(), scale.to());
            place = Math.clamp((now - scale.from()) / (scale.to() - scale.from()), 0, 1);
        }
        double x = Math.clamp(place * width, 0.75, width - 0.75);
        value.setStartX(x);
        value.setEndX(x);
        value.setStartY(range == null ? height * 0.25 : 0);
        value.setEndY(height);
    }

    /** A region has all around it laid out anew whenever it is given a size, even the one it has. */
    private void widen(double wanted) {
        if (wanted != getPrefWidth()) {
            width = wanted;
            setMinSize(width, height);
            setPrefSize(width, height);
            setMaxSize(width, height);
            base.setEndX(width);
        }
    }

    private void hill(ValueSpread spread, double from, double to) {
        double[] heights = new double[STEPS + 1];
        double most = 0;
        for (int i = 0; i <= STEPS; i++) {
            heights[i] = spread.density(from + (to - from) * i / STEPS);
            most = Math.max(most, heights[i]);
        }
        hill.getPoints().addAll(0.0, height);
        for (int i = 0; i <= STEPS; i++) {
            hill.getPoints().addAll(width * i / STEPS, height - (height - 1) * heights[i] / Math.max(most, 1e-300));
        }
        hill.getPoints().addAll(width, height);
    }
}
