package app.steelyard.ui.edit;

import app.steelyard.ui.work.Workspace;
import java.util.function.Predicate;
import javafx.event.EventHandler;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/**
 * Undo and redo by key: of the plan, unless a text is being typed that is no part of it yet. A field whose text was taken
 * over still knows how it was typed; taken back there, it would say what the plan does not.
 */
public final class UndoKeys implements EventHandler<KeyEvent> {
    private static final KeyCombination UNDO = new KeyCodeCombination(KeyCode.Z, KeyCombination.SHORTCUT_DOWN);
    private static final KeyCombination REDO =
            new KeyCodeCombination(KeyCode.Z, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN);
    private static final KeyCombination REDO_TOO = new KeyCodeCombination(KeyCode.Y, KeyCombination.SHORTCUT_DOWN);

    private final Workspace workspace;

    private UndoKeys(Workspace workspace) {
        this.workspace = workspace;
    }

    public static void in(Scene scene, Workspace workspace) {
        scene.addEventFilter(KeyEvent.KEY_PRESSED, new UndoKeys(workspace));
    }

    /** @param part of the window with a scene of its own */
    static void in(Node part, Workspace workspace) {
        part.addEventFilter(KeyEvent.KEY_PRESSED, new UndoKeys(workspace));
    }

    @Override
    public void handle(KeyEvent e) {
        boolean redo = REDO.match(e) || REDO_TOO.match(e);
        if (!redo && !UNDO.match(e)) {
            return;
        }
        Node owner = e.getTarget() instanceof Node node ? node : null;
        if (typing(owner, redo ? TextInputControl::isRedoable : TextInputControl::isUndoable)) {
            return;
        }
        if (redo) {
            workspace.redo();
        } else {
            workspace.undo();
        }
        e.consume();
    }

    private static boolean typing(@Nullable Node owner, Predicate<TextInputControl> more) {
        return owner instanceof TextInputControl field && more.test(field) && !CommittingField.committed(field);
    }
}
