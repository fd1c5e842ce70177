package app.steelyard.ui.calculate;

import app.steelyard.app.Dialogs;
import app.steelyard.plan.PlanField;
import app.steelyard.ui.kit.Look;
import app.steelyard.ui.work.Workspace;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** Inputs left, consequences right, all live. */
public final class CalculateScreen extends HBox {
    private final InputPane inputs;
    private final ResultPane results;

    public CalculateScreen(Workspace workspace, Dialogs dialogs, Look look) {
        inputs = new InputPane(workspace);
        results = new ResultPane(workspace, dialogs, look);
        HBox.setHgrow(results, Priority.ALWAYS);
        getChildren().addAll(inputs, results);
        setId("calculate");
        workspace.planProperty().subscribe(plan -> {
            inputs.refresh();
            results.changed();
        });
        workspace.selectedProperty().subscribe(design -> results.changed());
    }

    /** Brings the inputs back to their top, for a plan just opened. */
    public void rewind() {
        inputs.setVvalue(0);
        results.setVvalue(0);
    }

    /** Puts the cursor into the field of a number. */
    public void focus(PlanField field) {
        inputs.focus(field);
    }
}
