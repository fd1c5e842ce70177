package app.steelyard.ui.kit;

import app.steelyard.text.Texts;
import atlantafx.base.theme.Styles;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** A line that unfolds, with the first of its reasons below it for as long as it is folded. */
public final class Explained extends VBox {
    private static final Texts TEXTS = Texts.of(Explained.class);

    /** @param because a sentence; empty if there is none to tell */
    public Explained(Fold fold, String because) {
        super(fold);
        if (because.isEmpty()) {
            return;
        }
        Label line = Fx.paragraph(TEXTS.get("because", because), Styles.TEXT_MUTED, "because");
        line.setId(fold.getId() + ".because");
        fold.expandedProperty().subscribe(unfolded -> Fx.show(line, !unfolded));
        getChildren().add(line);
    }
}
