package app.steelyard.ui.edit;

import app.steelyard.plan.Plan;
import app.steelyard.text.Problem;
import app.steelyard.ui.kit.Fx;
import app.steelyard.ui.work.Workspace;
import java.util.function.BiFunction;
import java.util.function.Function;
import javafx.event.ActionEvent;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** The text field of some sentences in the plan. Enter begins a line; it takes over when left or with Ctrl+Enter. */
public final class ProseEntry extends CommittingField<TextArea> {
    private static final int ROWS = 4;

    /**
     * @param path of the sentences within the plan
     * @param name of the field, as read out
     */
    public ProseEntry(
            Workspace workspace,
            String path,
            String name,
            Function<Plan, String> getter,
            BiFunction<Plan, String, Plan> setter) {
        super(
                Fx.area(path, name, ROWS),
                workspace,
                path,
                name,
                () -> getter.apply(workspace.plan()),
                typed -> Problem.first(workspace.edit(name, null, p -> setter.apply(p, typed))));
        field().addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    }

    private void key(KeyEvent e) {
        if (e.getCode() == KeyCode.ENTER && e.isShortcutDown()) {
            field().fireEvent(new ActionEvent());
            e.consume();
        }
    }
}
