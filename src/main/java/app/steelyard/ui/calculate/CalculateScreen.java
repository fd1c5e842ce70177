package app.steelyard.ui.calculate;

import app.steelyard.app.compare.DesignRow;
import app.steelyard.app.plan.PlanChoice;
import app.steelyard.plan.PlanField;
import app.steelyard.plan.check.Assumed;
import app.steelyard.ui.calculate.input.InputPane;
import app.steelyard.ui.kit.Fx;
import app.steelyard.ui.kit.steady.Anchor;
import app.steelyard.ui.work.Page;
import app.steelyard.ui.work.Surroundings;
import app.steelyard.ui.work.Workspace;
import java.util.Optional;
import javafx.collections.MapChangeListener;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Inputs left, consequences right, all live. */
public final class CalculateScreen extends VBox implements Page {
    private final InputPane inputs;
    private final ResultPane results;

    public CalculateScreen(Surroundings surroundings) {
        Workspace workspace = surroundings.workspace();
        inputs = new InputPane(surroundings);
        results = new ResultPane(
                workspace, surroundings.dialogs(), surroundings.look(), inputs::focusItem, this::chooseMissing);
        HBox.setHgrow(results, Priority.ALWAYS);
        HBox sides = new HBox(inputs, results);
        VBox.setVgrow(sides, Priority.ALWAYS);
        ExampleBar example = new ExampleBar(workspace);
        getChildren().addAll(example, sides);
        Anchor.on(inputs);
        Anchor.on(results);
        setId("calculate");
        addEventFilter(KeyEvent.KEY_PRESSED, this::pane);
        workspace.planProperty().subscribe(plan -> {
            boolean nothingStated = Assumed.throughout(plan);
            Fx.style(this, "example", nothingStated);
            Fx.show(example, nothingStated);
            inputs.refresh();
            results.changed();
        });
        workspace.selectedProperty().subscribe(design -> results.changed());
        // What stands there is of the last good plan.
        workspace.refusals().addListener((MapChangeListener<String, Workspace.RefusedEdit>) c ->
                Fx.style(results.getContent(), "stale", !workspace.refusals().isEmpty()));
    }

    /** Brings into view where that is chosen or stated, without which a design has no price. */
    private void chooseMissing(DesignRow row) {
        inputs.focus(
                switch (row.choice()) {
                    case MODEL -> PlanChoice.MODEL.id();
                    case TUNED_MODEL -> "tunedModel";
                    case EMBEDDING -> "embedding";
                    case EXCHANGE_RATE -> PlanField.EXCHANGE_RATE.path();
                    case SUCCESS -> row.unstated().path();
                });
    }

    /** F6 goes from the inputs to what follows from them, and back. */
    private void pane(KeyEvent e) {
        if (e.getCode() == KeyCode.F6) {
            first(inputs.isFocusWithin() ? results : inputs).ifPresent(Node::requestFocus);
            e.consume();
        }
    }

    /** What Tab would come to first within {@code pane}. */
    private static Optional<Node> first(Parent pane) {
        for (Node node : pane.getChildrenUnmodifiable()) {
            if (node.isVisible() && !node.isDisabled()) {
                Optional<Node> found = node.isFocusTraversable()
                        ? Optional.of(node)
                        : node instanceof Parent parent ? first(parent) : Optional.empty();
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    @Override
    public Node node() {
        return this;
    }

    /** Brings the inputs back to their top. */
    @Override
    public void planOpened() {
        inputs.planOpened();
        results.setVvalue(0);
    }

    @Override
    public void close() {
        results.close();
    }

    @Override
    public void focus(PlanField field) {
        inputs.focus(field.path());
    }

    /** Brings the input of an id into view, as {@link #focus(PlanField)} does that of a number. */
    public void focus(String id) {
        inputs.focus(id);
    }
}
