package app.steelyard.ui.kit;

import javafx.scene.Node;
import org.controlsfx.control.PopOver;
import org.controlsfx.control.PopOver.ArrowLocation;

/** What is shown beside a part of the window, with an arrow to it, until one looks elsewhere. */
public final class Callout {
    private Callout() {}

    /**
     * Shows {@code content} and gives it nothing of the focus.
     *
     * @param arrow where on the callout its arrow is
     */
    public static PopOver show(Node content, Node owner, ArrowLocation arrow) {
        PopOver callout = new PopOver(content);
        callout.getStyleClass().add("callout");
        callout.setDetachable(false);
        callout.setArrowLocation(arrow);
        callout.show(owner);
        return callout;
    }
}
