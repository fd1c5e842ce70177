package app.steelyard.ui.kit;

import app.steelyard.plan.PlanNumber;
import app.steelyard.plan.Range;
import java.util.function.DoubleUnaryOperator;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Line;
import javafx.scene.shape.Polygon;
import org.jspecify.annotations.Nullable;

/** How a number is spread, as a small hill with a stroke where the plan's number is; of a point, the stroke alone. */
final class RangeShape extends Pane {
    private static final int STEPS = 48;
    /** What is drawn beyond the ends that 5 % may pass, in widths of the range. */
    private static final double TAIL = 0.35;

    private static final double POINT_WIDTH = 10;

    private final double widest;
    private final double height;
    private double width;
    private final Polygon hill = new Polygon();
    private final Line base = new Line();
    private final Line value = new Line();

    RangeShape(double width, double height) {
        this.widest = width;
        this.width = width;
        this.height = height;
        setMouseTransparent(true);
        getStyleClass().add("range-shape");
        hill.getStyleClass().add("hill");
        base.getStyleClass().add("base");
        value.getStyleClass().add("value");
        getChildren().addAll(hill, base, value);
        base.setStartY(height - 0.5);
        base.setEndY(height - 0.5);
    }

    /** @param range null for a point */
    void show(PlanNumber number, double now, @Nullable Range range) {
        hill.getPoints().clear();
        width = range == null ? Math.min(POINT_WIDTH, widest) : widest;
        setMinSize(width, height);
        setPrefSize(width, height);
        setMaxSize(width, height);
        base.setEndX(width);
        hill.setVisible(range != null);
        double place = 0.5;
        if (range != null) {
            double span = range.high() - range.low();
            double tail = range.distribution().bounded() ? 0.06 * span : TAIL * span;
            double from = Math.max(range.low() - tail, number.min());
            double to = Math.min(range.high() + tail, number.max());
            hill(range, now, from, to);
            place = Math.clamp((now - from) / (to - from), 0, 1);
        }
        double x = Math.clamp(place * width, 0.75, width - 0.75);
        value.setStartX(x);
        value.setEndX(x);
        value.setStartY(range == null ? height * 0.25 : 0);
        value.setEndY(height);
    }

    private void hill(Range range, double now, double from, double to) {
        DoubleUnaryOperator density = density(range, now);
        double[] heights = new double[STEPS + 1];
        double most = 0;
        for (int i = 0; i <= STEPS; i++) {
            heights[i] = density.applyAsDouble(from + (to - from) * i / STEPS);
            most = Math.max(most, heights[i]);
        }
        hill.getPoints().addAll(0.0, height);
        for (int i = 0; i <= STEPS; i++) {
            hill.getPoints().addAll(width * i / STEPS, height - (height - 1) * heights[i] / Math.max(most, 1e-300));
        }
        hill.getPoints().addAll(width, height);
    }

    /** Proportional to the density. */
    private static DoubleUnaryOperator density(Range range, double now) {
        double low = range.low();
        double high = range.high();
        double peak = Math.clamp(now, low, high);
        DoubleUnaryOperator within = switch (range.distribution()) {
            case UNIFORM -> x -> 1;
            case TRIANGULAR -> x -> x < peak ? (x - low) / (peak - low) : x > peak ? (high - x) / (high - peak) : 1;
            case PERT ->
                x -> {
                    double a = 4 * (peak - low) / (high - low);
                    double b = 4 * (high - peak) / (high - low);
                    double t = (x - low) / (high - low);
                    return Math.pow(t, a) * Math.pow(1 - t, b);
                };
            case NORMAL -> x -> bell((x - (low + high) / 2) / (high - low));
            case LOGNORMAL ->
                x -> x <= 0 ? 0 : bell((Math.log(x) - Math.log(low * high) / 2) / Math.log(high / low)) / x;
        };
        return range.distribution().bounded() ? x -> x < low || x > high ? 0 : within.applyAsDouble(x) : within;
    }

    /** @param share of the width that 90 % fill */
    private static double bell(double share) {
        double z = share * 2 * 1.6448536269514722;
        return Math.exp(-z * z / 2);
    }
}
