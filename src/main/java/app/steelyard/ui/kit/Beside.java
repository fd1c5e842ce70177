package app.steelyard.ui.kit;

import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.scene.layout.Region;

/** Two parts beside each other where there is room, else the second below the first. */
public final class Beside extends Region {
    private static final double ENOUGH = 940;
    private static final double ASIDE = 320;
    private static final double GAP = 28;

    private final Region main;
    private final Region aside;

    public Beside(Region main, Region aside) {
        this.main = main;
        this.aside = aside;
        setMinWidth(0);
        getChildren().addAll(main, aside);
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
        double whole = width < 0 ? ENOUGH : width;
        double height = whole < ENOUGH
                ? main.prefHeight(whole) + GAP + aside.prefHeight(whole)
                : Math.max(main.prefHeight(whole - ASIDE - GAP), aside.prefHeight(ASIDE));
        Insets insets = getInsets();
        return insets.getTop() + height + insets.getBottom();
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        if (width < ENOUGH) {
            double height = main.prefHeight(width);
            main.resizeRelocate(0, 0, width, height);
            aside.resizeRelocate(0, height + GAP, width, aside.prefHeight(width));
        } else {
            double rest = width - ASIDE - GAP;
            main.resizeRelocate(0, 0, rest, main.prefHeight(rest));
            aside.resizeRelocate(rest + GAP, 0, ASIDE, aside.prefHeight(ASIDE));
        }
    }
}
