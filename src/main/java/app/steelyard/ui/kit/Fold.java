package app.steelyard.ui.kit;

import atlantafx.base.theme.Styles;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** A line that unfolds; what is inside is made when it is first wanted. */
public final class Fold extends TitledPane {
    private static final double ARROW = 48;

    /**
     * @param spoken what {@code head} shows, for those who listen
     * @param fill makes what is inside
     */
    public Fold(String id, HBox head, String spoken, Consumer<VBox> fill) {
        VBox content = new VBox(8);
        setId(id);
        setGraphic(head);
        setContent(content);
        setExpanded(false);
        setAnimated(false);
        setAccessibleText(spoken);
        setMinWidth(0);
        getStyleClass().addAll(Styles.DENSE, "decide-fold");
        head.setAlignment(Pos.CENTER_LEFT);
        head.setMinWidth(0);
        head.prefWidthProperty().bind(widthProperty().subtract(ARROW));
        head.maxWidthProperty().bind(head.prefWidthProperty());
        expandedProperty().subscribe(expanded -> {
            if (expanded && content.getChildren().isEmpty()) {
                fill.accept(content);
            }
        });
    }
}
