package app.steelyard.ui.edit;

import app.steelyard.ui.kit.Fx;
import app.steelyard.ui.work.Workspace;
import atlantafx.base.theme.Styles;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.event.ActionEvent;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;

/**
 * A text field of the plan. It takes over on Enter or when it is left; what makes no sense stays in it, outlined, with
 * the reason below, until it is put right, undone, or taken back with Escape. Enter with nothing to take over is left to
 * the page around it.
 *
 * @param <C> the control that is typed into
 */
public class CommittingField<C extends TextInputControl> {
    private final Workspace workspace;
    private final String path;
    private final String name;
    private final Supplier<String> text;
    private final Function<String, Optional<String>> take;
    private final C field;
    private final Label message = Fx.paragraph("", "refusal");
    private String shown = "";
    /** Enter was for the field, not for the page around it. */
    private boolean took;

    /**
     * @param field to be typed into
     * @param path of what is edited within the plan
     * @param name as shown and as read out
     * @param text what the plan says now
     * @param take makes another text part of the plan, or says why not
     */
    public CommittingField(
            C field,
            Workspace workspace,
            String path,
            String name,
            Supplier<String> text,
            Function<String, Optional<String>> take) {
        this.field = field;
        this.workspace = workspace;
        this.path = path;
        this.name = name;
        this.text = text;
        this.take = take;
        field.setId(path);
        field.setAccessibleText(name);
        field.getStyleClass().add(Styles.SMALL);
        message.setId(path + ".refusal");
        Fx.show(message, false);
        field.addEventHandler(ActionEvent.ACTION, e -> {
            took = commit();
        });
        field.focusedProperty().addListener((o, was, is) -> {
            if (!is) {
                commit();
            }
        });
        field.setOnKeyPressed(e -> {
            if (e.getCode() == KeyCode.ENTER && took) {
                took = false;
                e.consume();
            } else if (e.getCode() == KeyCode.ESCAPE && !field.getText().equals(shown)) {
                takeBack();
                e.consume();
            }
        });
        refresh();
    }

    public C field() {
        return field;
    }

    /** Why the text is refused; takes no room while it is not. */
    public Label message() {
        return message;
    }

    /** Shows what the plan says, unless a refused text waits to be put right or one is being typed. */
    public final void refresh() {
        if (workspace.refusals().containsKey(path)) {
            return;
        }
        String now = text.get();
        boolean typing = field.isFocused() && !field.getText().equals(shown);
        if (typing && now.equals(shown)) {
            return;
        }
        show(now);
    }

    private void show(String now) {
        shown = now;
        if (!now.equals(field.getText())) {
            field.setText(now);
        }
        Fx.show(message, false);
        field.pseudoClassStateChanged(Styles.STATE_DANGER, false);
        field.setAccessibleHelp(null);
    }

    private void takeBack() {
        workspace.withdraw(path);
        show(text.get());
    }

    /** Takes over what was typed, if anything was; returns whether there was. */
    private boolean commit() {
        String typed = field.getText() == null ? "" : field.getText().strip();
        if (typed.equals(shown)) {
            takeBack();
            return false;
        }
        Optional<String> refusal = take.apply(typed);
        if (refusal.isPresent()) {
            message.setText(refusal.get());
            Fx.show(message, true);
            field.pseudoClassStateChanged(Styles.STATE_DANGER, true);
            field.setAccessibleHelp(refusal.get());
            workspace.refuse(path, new Workspace.RefusedEdit(name, refusal.get()));
        } else {
            takeBack();
        }
        return true;
    }
}
