package app.steelyard.ui.kit;

import app.steelyard.report.chart.Fonts;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.StackPane;

/** A text field that, while nobody types in it, shows an ellipsis where its text goes on, and all of it in a tooltip. */
public final class Shortened extends StackPane {
    private final TextField field;
    private final Label ellipsis = Fx.label("…", "ellipsis");
    private final Tooltip whole = Fx.tooltip("");

    public Shortened(TextField field) {
        super(field);
        this.field = field;
        ellipsis.setMouseTransparent(true);
        ellipsis.setVisible(false);
        setAlignment(ellipsis, Pos.CENTER_RIGHT);
        getChildren().add(ellipsis);
        setMinWidth(0);
        field.textProperty().subscribe(text -> refresh());
        field.widthProperty().subscribe(width -> refresh());
        field.focusedProperty().subscribe(focused -> refresh());
    }

    private void refresh() {
        String text = field.getText() == null ? "" : field.getText();
        double room = field.getWidth()
                - field.getInsets().getLeft()
                - field.getInsets().getRight();
        boolean cut = field.getWidth() > 0 && Fonts.width(text, field.getFont().getSize(), true) > room;
        if (cut) {
            whole.setText(text);
        }
        if (cut != (field.getTooltip() != null)) {
            field.setTooltip(cut ? whole : null);
        }
        if (!field.isFocused()) {
            // Else what was typed last would stay in view.
            field.positionCaret(0);
        }
        ellipsis.setVisible(cut && !field.isFocused());
    }
}
