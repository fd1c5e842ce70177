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
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;

/**
 * A text field that takes over on Enter or when it is left. What makes no sense stays in it, outlined, with the reason
 * below, until it is put right, taken back with Escape, or what it edits is changed elsewhere. Enter with nothing to take
 * over is left to the page around it.
 *
 * @param <C> the control that is typed into
 */
public class CommittingField<C extends TextInputControl> {
    private final C field;
    private final Supplier<String> text;
    private final Function<String, Optional<String>> take;
    private final Refusals refusals;
    private final Label message = Fx.paragraph("", "refusal");
    private String shown = "";
    /** Enter was for the field, not for the page around it. */
    private boolean took;

    /** Where it is kept that the text was refused. */
    private interface Refusals {
        boolean any();

        void add(String reason);

        void withdraw();
    }

    /**
     * A field of what only its page knows.
     *
     * @param field to be typed into
     * @param name as read out
     * @param text what is true now
     * @param take makes another text true, or says why not
     */
    public CommittingField(
            C field, String id, String name, Supplier<String> text, Function<String, Optional<String>> take) {
        this(field, id, name, new OfPage(), text, take);
    }

    /**
     * A field of the plan. While its text is refused, the workspace says that results are older.
     *
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
        this(field, path, name, new OfPlan(workspace, path, name), text, take);
    }

    private CommittingField(
            C field,
            String id,
            String name,
            Refusals refusals,
            Supplier<String> text,
            Function<String, Optional<String>> take) {
        this.field = field;
        this.refusals = refusals;
        this.text = text;
        this.take = take;
        field.setId(id);
        field.getProperties().put(CommittingField.class, this);
        field.setAccessibleText(name);
        field.getStyleClass().add(Styles.SMALL);
        message.setId(id + ".refusal");
        Fx.show(message, false);
        field.addEventHandler(ActionEvent.ACTION, e -> {
            took = commit();
        });
        field.focusedProperty().addListener((o, was, is) -> {
            if (!is) {
                commit();
            }
        });
        field.setOnKeyPressed(this::pressed);
        refresh();
    }

    /** Whether nothing stands in {@code field} but what was taken over; false of a field that takes nothing over. */
    static boolean committed(TextInputControl field) {
        return field.getProperties().get(CommittingField.class) instanceof CommittingField<?> committing
                && committing.shown.equals(field.getText());
    }

    public C field() {
        return field;
    }

    /** Why the text is refused; takes no room while it is not. */
    public Label message() {
        return message;
    }

    /** The field with the reason below. */
    public VBox withMessage() {
        return new VBox(field, message);
    }

    /** Shows what is true now, unless a refused text waits to be put right or one is being typed. */
    public final void refresh() {
        String now = text.get();
        if (!now.equals(shown) || !pending()) {
            show(now);
        }
    }

    private void takeBack() {
        show(text.get());
    }

    /** Takes over what stands in the field, even if it is true already. */
    public final void again() {
        Optional<String> refusal = take.apply(typed());
        if (refusal.isPresent()) {
            mark(refusal.get());
            refusals.add(refusal.get());
        } else {
            takeBack();
        }
    }

    /** Takes over what was typed, if anything was; returns whether there was. */
    final boolean commit() {
        if (typed().equals(shown)) {
            takeBack();
            return false;
        }
        again();
        return true;
    }

    /** Whether a refused text waits to be put right. */
    public final boolean refused() {
        return refusals.any();
    }

    /** Whether a refused text waits to be put right or one is being typed. */
    final boolean pending() {
        return refused() || field.isFocused() && !field.getText().equals(shown);
    }

    final void pressed(KeyEvent e) {
        if (e.getCode() == KeyCode.ENTER && took) {
            took = false;
            e.consume();
        } else if (e.getCode() == KeyCode.ESCAPE && !field.getText().equals(shown)) {
            takeBack();
            e.consume();
        }
    }

    private String typed() {
        return field.getText() == null ? "" : field.getText().strip();
    }

    private void show(String now) {
        shown = now;
        refusals.withdraw();
        if (!now.equals(field.getText())) {
            field.setText(now);
        } else if (field.isUndoable() || field.isRedoable()) {
            forgetTyping();
        }
        mark("");
    }

    /** Else the next text typed would be one with the last, and be taken back with it. */
    private void forgetTyping() {
        int anchor = field.getAnchor();
        int caret = field.getCaretPosition();
        field.setText(shown);
        field.selectRange(anchor, caret);
    }

    private void mark(String reason) {
        if (reason.equals(message.getText())) {
            return;
        }
        message.setText(reason);
        Fx.show(message, !reason.isEmpty());
        field.pseudoClassStateChanged(Styles.STATE_DANGER, !reason.isEmpty());
        field.setAccessibleHelp(reason.isEmpty() ? null : reason);
    }

    private static final class OfPage implements Refusals {
        private boolean any;

        @Override
        public boolean any() {
            return any;
        }

        @Override
        public void add(String reason) {
            any = true;
        }

        @Override
        public void withdraw() {
            any = false;
        }
    }

    private record OfPlan(Workspace workspace, String path, String name) implements Refusals {
        @Override
        public boolean any() {
            return workspace.refusals().containsKey(path);
        }

        @Override
        public void add(String reason) {
            workspace.refuse(path, new Workspace.RefusedEdit(name, reason));
        }

        @Override
        public void withdraw() {
            workspace.withdraw(path);
        }
    }
}
