package app.steelyard.ui.whatif;

import app.steelyard.ui.kit.Fx;
import atlantafx.base.theme.Styles;
import java.util.Optional;
import java.util.function.Function;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;

/**
 * A field that takes over on Enter or when it is left; what makes no sense stays in it, with the reason below, until it is
 * put right or taken back with Escape.
 */
final class Typed extends VBox {
    private final TextField field = new TextField();
    private final Label message = Fx.paragraph("", "refusal");
    private final Function<String, Optional<String>> take;
    private String shown = "";

    /**
     * @param name as read out
     * @param take does what the text says, or says why not
     */
    Typed(String id, String name, Function<String, Optional<String>> take) {
        this.take = take;
        field.setId(id);
        field.setAccessibleText(name);
        field.getStyleClass().add(Styles.SMALL);
        field.setOnAction(e -> commit());
        field.focusedProperty().addListener((o, was, is) -> {
            if (!is) {
                commit();
            }
        });
        field.setOnKeyPressed(e -> {
            if (e.getCode() == KeyCode.ESCAPE && !field.getText().equals(shown)) {
                set(shown);
                e.consume();
            }
        });
        message.setId(id + ".refusal");
        Fx.show(message, false);
        getChildren().addAll(field, message);
    }

    TextField field() {
        return field;
    }

    /** Shows {@code text} as taken over. */
    void set(String text) {
        shown = text;
        if (!text.equals(field.getText())) {
            field.setText(text);
        }
        refuse("");
    }

    /** Takes over what was typed, even if it is what is shown already. */
    boolean again() {
        return attempt(typed());
    }

    private String typed() {
        return field.getText() == null ? "" : field.getText().strip();
    }

    private void commit() {
        if (typed().equals(shown)) {
            set(shown);
        } else {
            attempt(typed());
        }
    }

    private boolean attempt(String typed) {
        Optional<String> reason = take.apply(typed);
        reason.ifPresentOrElse(this::refuse, () -> refuse(""));
        return reason.isEmpty();
    }

    private void refuse(String reason) {
        message.setText(reason);
        Fx.show(message, !reason.isEmpty());
        field.pseudoClassStateChanged(Styles.STATE_DANGER, !reason.isEmpty());
        field.setAccessibleHelp(reason.isEmpty() ? null : reason);
    }
}
