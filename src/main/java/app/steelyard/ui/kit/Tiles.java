package app.steelyard.ui.kit;

import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.layout.Pane;

/** Equally wide children in as many columns as fit; those of a row are equally high. */
public final class Tiles extends Pane {
    private final double gap;
    private final double least;
    private final int most;

    /**
     * @param least the width a child needs
     * @param most columns at most
     */
    public Tiles(double gap, double least, int most) {
        this.gap = gap;
        this.least = least;
        this.most = most;
    }

    private int columns(double width) {
        int fitting = (int) Math.max(1, Math.min(most, Math.floor((width + gap) / (least + gap))));
        int rows = (getManagedChildren().size() + fitting - 1) / fitting;
        // As few columns as that many rows need, so that the last row is not left nearly empty.
        return rows == 0 ? 1 : (getManagedChildren().size() + rows - 1) / rows;
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computeMinWidth(double height) {
        return least;
    }

    @Override
    protected double computePrefHeight(double width) {
        return arrange(width <= 0 ? least * most : width, false);
    }

    @Override
    protected void layoutChildren() {
        arrange(getWidth(), true);
    }

    private double arrange(double width, boolean place) {
        int columns = columns(width);
        double wide = Math.floor((width - gap * (columns - 1)) / columns);
        double y = 0;
        for (int first = 0; first < getManagedChildren().size(); first += columns) {
            int last = Math.min(first + columns, getManagedChildren().size());
            double high = 0;
            for (Node child : getManagedChildren().subList(first, last)) {
                high = Math.max(high, Math.ceil(child.prefHeight(wide)));
            }
            for (int i = first; i < last && place; i++) {
                // What is left of a pixel goes to some of them, so that the last ends where the row does.
                double from = Math.round((i - first) * (width + gap) / columns);
                double to = Math.round((i - first + 1) * (width + gap) / columns) - gap;
                getManagedChildren().get(i).resizeRelocate(from, y, to - from, high);
            }
            y += high + gap;
        }
        return Math.max(0, y - gap);
    }
}
