package app.steelyard.ui.kit;

import atlantafx.base.theme.Styles;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** A part of a screen in a frame, under its heading. */
public final class Card extends VBox {
    private Card(Node head, Node... content) {
        super(8, head);
        getChildren().addAll(content);
        getStyleClass().add("card");
    }

    public static Card of(String title, Node... content) {
        return new Card(heading(title), content);
    }

    /** @param sentence that says what it is for */
    public static Card explained(String title, String sentence, Node... content) {
        Card card = new Card(Fx.paragraph(title, Styles.TEXT_BOLD), Fx.paragraph(sentence, Styles.TEXT_MUTED));
        card.getChildren().addAll(content);
        return card;
    }

    /** A heading that takes the room which what stands beside it leaves. */
    public static HBox heading(String title, Node... beside) {
        Label label = Fx.paragraph(title, Styles.TEXT_BOLD);
        Fx.fill(label);
        HBox line = Fx.row(8, label);
        line.getChildren().addAll(beside);
        return line;
    }
}
