package app.steelyard.ui.kit.steady;

import javafx.scene.Node;
import javafx.scene.layout.VBox;

/**
 * A column that remembers how high it is at a width until something in it changes. JavaFX remembers heights only of what
 * has one height at all widths, and so would break the lines of every label again whenever anything near it moves.
 */
public class Remembering extends VBox {
    private double prefWidth = Double.NaN;
    private double prefHeight;
    private double minWidth = Double.NaN;
    private double minHeight;

    public Remembering(double spacing, Node... children) {
        super(spacing, children);
    }

    @Override
    public final void requestLayout() {
        prefWidth = Double.NaN;
        minWidth = Double.NaN;
        super.requestLayout();
    }

    @Override
    protected final double computePrefHeight(double width) {
        if (width != prefWidth) {
            prefHeight = super.computePrefHeight(width);
            prefWidth = width;
        }
        return prefHeight;
    }

    @Override
    protected final double computeMinHeight(double width) {
        if (width != minWidth) {
            minHeight = super.computeMinHeight(width);
            minWidth = width;
        }
        return minHeight;
    }
}
