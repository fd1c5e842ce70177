package app.steelyard.ui.calculate;

import javafx.geometry.Orientation;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/** Two cards beside one another where there is room, the first wider; else one below the other. */
final class WideAndNarrow extends Pane {
    private static final double GAP = 12;
    private static final double ENOUGH = 720;
    private static final double SHARE = 0.55;

    private final Region first;
    private final Region second;

    WideAndNarrow(Region first, Region second) {
        super(first, second);
        this.first = first;
        this.second = second;
    }

    private boolean beside(double width) {
        return width >= ENOUGH;
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computeMinWidth(double height) {
        return Math.max(first.minWidth(-1), second.minWidth(-1));
    }

    @Override
    protected double computePrefHeight(double width) {
        double room = width <= 0 ? ENOUGH : width;
        double left = Math.floor((room - GAP) * SHARE);
        return beside(room)
                ? Math.max(first.prefHeight(left), second.prefHeight(room - GAP - left))
                : first.prefHeight(room) + GAP + second.prefHeight(room);
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        if (beside(width)) {
            double left = Math.floor((width - GAP) * SHARE);
            first.resizeRelocate(0, 0, left, getHeight());
            second.resizeRelocate(left + GAP, 0, width - GAP - left, getHeight());
        } else {
            double height = first.prefHeight(width);
            first.resizeRelocate(0, 0, width, height);
            second.resizeRelocate(0, height + GAP, width, second.prefHeight(width));
        }
    }
}
