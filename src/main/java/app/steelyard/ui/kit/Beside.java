package app.steelyard.ui.kit;

import java.util.function.DoubleUnaryOperator;
import javafx.geometry.Orientation;
import javafx.scene.layout.Region;

/** Two parts beside each other where there is room, else the second below the first. */
public final class Beside extends Region {
    private final Region first;
    private final Region second;
    private final double gap;
    private final double enough;
    private final boolean asHigh;
    private final DoubleUnaryOperator widthOfFirst;

    private Beside(
            Region first, Region second, double gap, double enough, boolean asHigh, DoubleUnaryOperator widthOfFirst) {
        this.first = first;
        this.second = second;
        this.gap = gap;
        this.enough = enough;
        this.asHigh = asHigh;
        this.widthOfFirst = widthOfFirst;
        setMinWidth(0);
        getChildren().addAll(first, second);
    }

    /** What matters, and at its side a narrow column of always the same width. */
    public static Beside aside(Region main, Region aside) {
        return new Beside(main, aside, 28, 940, false, room -> room - 320);
    }

    /** Two cards of one height, the first a little wider. */
    public static Beside cards(Region first, Region second) {
        return new Beside(first, second, 12, 720, true, room -> Math.floor(room * 0.55));
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computePrefHeight(double width) {
        double whole = width <= 0 ? enough : width;
        if (whole < enough) {
            return first.prefHeight(whole) + gap + second.prefHeight(whole);
        }
        double left = widthOfFirst.applyAsDouble(whole - gap);
        return Math.max(first.prefHeight(left), second.prefHeight(whole - gap - left));
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        if (width < enough) {
            double height = first.prefHeight(width);
            first.resizeRelocate(0, 0, width, height);
            second.resizeRelocate(0, height + gap, width, second.prefHeight(width));
        } else {
            double left = widthOfFirst.applyAsDouble(width - gap);
            double right = width - gap - left;
            first.resizeRelocate(0, 0, left, asHigh ? getHeight() : first.prefHeight(left));
            second.resizeRelocate(left + gap, 0, right, asHigh ? getHeight() : second.prefHeight(right));
        }
    }
}
