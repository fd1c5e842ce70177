package app.steelyard.ui.whatif;

import app.steelyard.app.Dialogs;
import app.steelyard.ui.kit.Look;
import app.steelyard.ui.work.Workspace;
import javafx.scene.layout.VBox;

/** What would have to be so: a number for a goal, a placement for constraints. */
final class SearchView extends VBox {
    SearchView(Workspace workspace, Dialogs dialogs, Look look) {
        super(12, new GoalView(workspace), new PlacementView(workspace, dialogs, look));
        setId("whatif.search");
    }
}
