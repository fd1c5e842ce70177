package app.steelyard.ui.whatif;

import app.steelyard.ui.work.Workspace;
import javafx.scene.Node;

/** Keeps a part of the screen up to date, but only while it is shown. */
final class WhileShown {
    private final Node node;
    private final Runnable refresh;

    /**
     * @param refresh called when the node comes into a window, and with every change of the plan while it is there
     * @param left called when it leaves
     */
    WhileShown(Node node, Workspace workspace, Runnable refresh, Runnable left) {
        this.node = node;
        this.refresh = refresh;
        node.sceneProperty().subscribe((was, is) -> {
            if (is == null && was != null) {
                left.run();
            } else if (is != null && was == null) {
                refresh.run();
            }
        });
        workspace.planProperty().subscribe((was, is) -> refresh());
    }

    /** Refreshes, unless nobody sees it. */
    void refresh() {
        if (node.getScene() != null) {
            refresh.run();
        }
    }
}
