package app.steelyard.ui.calculate;

import app.steelyard.plan.ItemNumber;
import app.steelyard.text.Texts;
import app.steelyard.ui.edit.NumberEntry;
import app.steelyard.ui.edit.RangeMark;
import app.steelyard.ui.edit.SourceNote;
import app.steelyard.ui.kit.Fx;
import app.steelyard.ui.work.Workspace;
import atlantafx.base.theme.Styles;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** How an item of one session grows, a line a number. */
final class GrowthRows extends VBox {
    private static final Texts TEXTS = Texts.of(GrowthRows.class);
    private static final List<ItemNumber.Kind> KINDS = List.of(
            ItemNumber.Kind.PER_TURN,
            ItemNumber.Kind.KEPT_ANSWER,
            ItemNumber.Kind.END,
            ItemNumber.Kind.REWRITTEN,
            ItemNumber.Kind.COMPACTED_TO,
            ItemNumber.Kind.SUMMARY,
            ItemNumber.Kind.WINDOW);

    private final List<Runnable> refreshes = new ArrayList<>();

    /** @param id of the item */
    GrowthRows(Workspace workspace, String id) {
        getStyleClass().add("growth-rows");
        KINDS.forEach(kind -> add(workspace, new ItemNumber(id, kind)));
    }

    private void add(Workspace workspace, ItemNumber number) {
        String key = "items.growth." + number.path().substring(number.path().lastIndexOf('.') + 1);
        NumberEntry entry = NumberEntry.of(workspace, number, TEXTS.get(key));
        RangeMark range = new RangeMark(workspace, number, entry.field());
        if (number.optional()) {
            entry.field().setPromptText(TEXTS.get(key + ".prompt"));
        }
        Label name = Fx.naming(entry.field(), Fx.label(TEXTS.get(key), Styles.TEXT_SMALL, Styles.TEXT_MUTED));
        name.setTooltip(Fx.tooltip(TEXTS.get(key + ".help")));
        Fx.grow(name);
        SourceNote source = new SourceNote(workspace, number.path(), TEXTS.get(key));
        HBox line = Fx.row(4, name, entry.field(), range, source);
        getChildren().addAll(line, entry.message());
        refreshes.add(entry::refresh);
        refreshes.add(range::refresh);
        refreshes.add(source::refresh);
    }

    /** Shows what the plan says now. */
    void refresh() {
        refreshes.forEach(Runnable::run);
    }
}
