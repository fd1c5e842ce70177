package app.steelyard.ui.calculate.input;

import app.steelyard.plan.ItemNumber;
import app.steelyard.ui.kit.Fx;
import app.steelyard.ui.work.Workspace;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.layout.VBox;

/** How an item of one session grows, a line a number. */
final class GrowthRows extends VBox {
    private static final List<ItemNumber.Kind> KINDS = List.of(
            ItemNumber.Kind.PER_TURN,
            ItemNumber.Kind.KEPT_ANSWER,
            ItemNumber.Kind.END,
            ItemNumber.Kind.REWRITTEN,
            ItemNumber.Kind.COMPACTED_TO,
            ItemNumber.Kind.SUMMARY,
            ItemNumber.Kind.WINDOW);

    private final Workspace workspace;
    private final String id;
    private final List<Runnable> refreshes = new ArrayList<>();

    /** @param id of the item */
    GrowthRows(Workspace workspace, String id) {
        this.workspace = workspace;
        this.id = id;
        getStyleClass().add("growth-rows");
    }

    private void add(ItemNumber number) {
        GrowthLine line = new GrowthLine(workspace, number);
        getChildren().add(line);
        refreshes.add(line::refresh);
    }

    /**
     * Shows what the plan says now.
     *
     * @param grows whether the item does; the lines are made when one first does, as most never do and each has seven
     */
    void refresh(boolean grows) {
        Fx.show(this, grows);
        if (grows && refreshes.isEmpty()) {
            KINDS.forEach(kind -> add(new ItemNumber(id, kind)));
        }
        if (grows) {
            refreshes.forEach(Runnable::run);
        }
    }
}
