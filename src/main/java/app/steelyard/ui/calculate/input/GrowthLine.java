package app.steelyard.ui.calculate.input;

import app.steelyard.plan.ItemNumber;
import app.steelyard.text.Texts;
import app.steelyard.ui.edit.NumberEntry;
import app.steelyard.ui.edit.RangeMark;
import app.steelyard.ui.edit.SourceNote;
import app.steelyard.ui.kit.Fx;
import app.steelyard.ui.work.Workspace;
import atlantafx.base.theme.Styles;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** One number of how an item grows: its name, the number, how sure it is, and where it comes from. */
final class GrowthLine extends VBox {
    private static final Texts TEXTS = Texts.of(GrowthLine.class);

    private final NumberEntry entry;
    private final RangeMark range;
    private final SourceNote source;

    GrowthLine(Workspace workspace, ItemNumber number) {
        String key = "items.growth." + number.path().substring(number.path().lastIndexOf('.') + 1);
        entry = NumberEntry.of(workspace, number, TEXTS.get(key));
        range = new RangeMark(workspace, number, entry.field());
        source = new SourceNote(workspace, number.path(), TEXTS.get(key));
        if (number.optional()) {
            entry.field().setPromptText(TEXTS.get(key + ".prompt"));
        }
        Label name = Fx.naming(entry.field(), Fx.label(TEXTS.get(key), Styles.TEXT_SMALL, Styles.TEXT_MUTED));
        name.setTooltip(Fx.tooltip(TEXTS.get(key + ".help")));
        Fx.grow(name);
        getChildren().addAll(Fx.row(4, name, entry.field(), range, source), entry.message());
    }

    /** Shows what the plan says now. */
    void refresh() {
        entry.refresh();
        range.refresh();
        source.refresh();
    }
}
