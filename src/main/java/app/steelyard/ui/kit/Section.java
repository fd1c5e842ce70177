package app.steelyard.ui.kit;

import atlantafx.base.theme.Styles;
import atlantafx.base.theme.Tweaks;
import javafx.scene.Node;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.VBox;

/** A part of a pane with a heading that folds it away. */
public final class Section extends TitledPane {
    public Section(String id, String title, boolean open, Node... content) {
        VBox box = Fx.styled(new Remembering(8, content), "section-content");
        setText(title);
        setId(id);
        setContent(box);
        setExpanded(open);
        setAnimated(false);
        getStyleClass().addAll(Styles.DENSE, Tweaks.ALT_ICON, "section");
    }
}
