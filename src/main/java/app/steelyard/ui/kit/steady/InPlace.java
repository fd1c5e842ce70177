package app.steelyard.ui.kit.steady;

import javafx.scene.Node;
import javafx.scene.layout.VBox;

/**
 * A column whose parts change in place: what is around it is laid out anew only when it comes to need another height. JavaFX
 * would measure the whole page again for every word that changes.
 */
public class InPlace extends VBox {
    /** As little as this is rounding. */
    private static final double SAME = 0.6;

    private double asked = Double.NaN;

    public InPlace(double spacing, Node... children) {
        super(spacing, children);
    }

    @Override
    public final void requestLayout() {
        if (getWidth() > 0) {
            setNeedsLayout(true);
        } else {
            super.requestLayout();
        }
    }

    @Override
    protected final void layoutChildren() {
        super.layoutChildren();
        double wanted = prefHeight(getWidth());
        if (Math.abs(wanted - getHeight()) > SAME && wanted != asked) {
            asked = wanted;
            super.requestLayout();
        } else if (Math.abs(wanted - getHeight()) <= SAME) {
            asked = Double.NaN;
        }
    }
}
