package app.steelyard.ui.calculate.input;

import app.steelyard.ui.kit.Fx;
import app.steelyard.ui.kit.steady.Remembering;
import atlantafx.base.theme.Styles;
import atlantafx.base.theme.Tweaks;
import java.util.List;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.VBox;

/**
 * A part of a pane with a heading that folds it away. What is folded away is not in the window: JavaFX goes through all that
 * is there with every frame, seen or not.
 */
public final class Section extends TitledPane {
    private final VBox box = Fx.styled(new Remembering(8), "section-content");
    private final Supplier<? extends List<? extends Node>> inside;

    /** @param inside what is seen when it is unfolded, asked for each time */
    public Section(String id, String title, boolean open, Supplier<? extends List<? extends Node>> inside) {
        this.inside = inside;
        setText(title);
        setId(id);
        setContent(box);
        setExpanded(open);
        setAnimated(false);
        getStyleClass().addAll(Styles.DENSE, Tweaks.ALT_ICON, "section");
        expandedProperty().subscribe(expanded -> fill());
    }

    /** Asks anew for what is seen. */
    public void fill() {
        List<? extends Node> seen = isExpanded() ? inside.get() : List.of();
        if (!seen.equals(box.getChildren())) {
            box.getChildren().setAll(seen);
        }
    }
}
