package app.steelyard.ui.kit.steady;

import javafx.scene.Node;
import javafx.scene.layout.StackPane;

/**
 * A place as large as its style says, whatever goes on in it: what moves in it is laid out anew, and nothing around it. JavaFX
 * would measure the whole page again for every step of a slider's thumb.
 */
public final class Still extends StackPane {
    public Still(Node... children) {
        super(children);
    }

    @Override
    public void requestLayout() {
        if (getWidth() > 0) {
            setNeedsLayout(true);
        } else {
            super.requestLayout();
        }
    }
}
