package app.steelyard.ui.edit;

import javafx.css.PseudoClass;
import javafx.scene.control.TextField;

/**
 * Marks a field whose number, often a range, is wider than the field: it then begins at the left. At the
 * right, JavaFX 26 would shift such a text to and fro and paint the window anew for ever.
 */
final class Crowded {
    private static final PseudoClass CROWDED = PseudoClass.getPseudoClass("crowded");

    private Crowded() {}

    static void watch(TextField field) {
        field.textProperty().subscribe(text -> refresh(field));
        field.widthProperty().subscribe(width -> refresh(field));
        field.fontProperty().subscribe(font -> refresh(field));
    }

    private static void refresh(TextField field) {
        field.pseudoClassStateChanged(CROWDED, Shortened.isCut(field));
    }
}
