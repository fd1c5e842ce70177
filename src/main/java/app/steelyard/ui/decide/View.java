package app.steelyard.ui.decide;

import app.steelyard.ui.edit.CommittingField;
import app.steelyard.ui.work.Workspace;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.layout.VBox;

/** What a page shows, made anew each time the page is opened. */
abstract class View extends VBox {
    private final Workspace workspace;
    private final List<CommittingField<?>> entries = new ArrayList<>();

    View(Workspace workspace) {
        this.workspace = workspace;
        getStyleClass().add("decide-page");
    }

    /** Shows what plan and answers say now. */
    void refresh() {
        entries.forEach(CommittingField::refresh);
    }

    /** Where typing begins. */
    abstract void begin();

    /** The page was left. A text it had refused is gone with its field. */
    void left() {
        entries.forEach(e -> workspace.withdraw(String.valueOf(e.field().getId())));
    }

    /** Keeps a field of the plan up to date. */
    final <E extends CommittingField<?>> E keep(E entry) {
        entries.add(entry);
        return entry;
    }
}
