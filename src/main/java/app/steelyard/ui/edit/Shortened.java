package app.steelyard.ui.edit;

import app.steelyard.chart.draw.Fonts;
import app.steelyard.ui.kit.Fx;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.StackPane;

/** A text field that, while nobody types in it, shows an ellipsis where its text goes on, and all of it in a tooltip. */
public final class Shortened extends StackPane {
    /** With what a font drawn on a screen may be wider than on paper. */
    private static final double CARET = 3;

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
        boolean cut = isCut(field);
        if (cut) {
            whole.setText(field.getText());
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

    /** Whether the text of {@code field}, with its caret, is wider than the field. */
    static boolean isCut(TextField field) {
        double room = field.getWidth()
                - field.getInsets().getLeft()
                - field.getInsets().getRight();
        return field.getWidth() > 0
                && field.getText() != null
                && Fonts.width(field.getText(), field.getFont().getSize(), true) + CARET > room;
    }
}
