package app.steelyard.ui.shell;

import app.steelyard.ui.work.Workspace;
import java.util.function.Predicate;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/** Undo and redo by key; text fields keep their own as long as they have something for them. */
final class Keys {
    private static final KeyCombination UNDO = new KeyCodeCombination(KeyCode.Z, KeyCombination.SHORTCUT_DOWN);
    private static final KeyCombination REDO =
            new KeyCodeCombination(KeyCode.Z, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN);
    private static final KeyCombination REDO_TOO = new KeyCodeCombination(KeyCode.Y, KeyCombination.SHORTCUT_DOWN);

    private Keys() {}

    static void in(Scene scene, Workspace workspace) {
        scene.addEventFilter(KeyEvent.KEY_PRESSED, e -> {
            if (UNDO.match(e) && !typing(scene, TextInputControl::isUndoable)) {
                workspace.undo();
                e.consume();
            } else if (REDO_TOO.match(e) || REDO.match(e) && !typing(scene, TextInputControl::isRedoable)) {
                workspace.redo();
                e.consume();
            }
        });
    }

    private static boolean typing(Scene scene, Predicate<TextInputControl> busy) {
        return scene.getFocusOwner() instanceof TextInputControl field && busy.test(field);
    }
}
