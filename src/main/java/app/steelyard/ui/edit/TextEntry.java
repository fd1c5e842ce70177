package app.steelyard.ui.edit;

import app.steelyard.plan.Plan;
import app.steelyard.text.Problem;
import app.steelyard.ui.work.Workspace;
import java.util.function.BiFunction;
import java.util.function.Function;
import javafx.scene.control.TextField;

/** The text field of a few words in the plan, such as a name. */
public final class TextEntry extends CommittingField<TextField> {

    /**
     * @param path of the words within the plan
     * @param name of the field, as read out
     */
    public TextEntry(
            Workspace workspace,
            String path,
            String name,
            Function<Plan, String> getter,
            BiFunction<Plan, String, Plan> setter) {
        super(
                new TextField(),
                workspace,
                path,
                name,
                () -> getter.apply(workspace.plan()),
                typed -> Problem.first(workspace.edit(name, path, p -> setter.apply(p, typed))));
    }
}
