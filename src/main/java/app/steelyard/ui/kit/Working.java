package app.steelyard.ui.kit;

import atlantafx.base.theme.Styles;
import javafx.geometry.Pos;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.HBox;

/** Says what is being worked on. */
public final class Working extends HBox {
    public Working(String what) {
        ProgressIndicator indicator = new ProgressIndicator();
        indicator.setPrefSize(22, 22);
        indicator.setMinSize(22, 22);
        indicator.setAccessibleText(what);
        setSpacing(10);
        setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(indicator, Fx.paragraph(what, Styles.TEXT_MUTED));
    }
}
