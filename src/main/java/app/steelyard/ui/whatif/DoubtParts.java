package app.steelyard.ui.whatif;

import app.steelyard.plan.NumberLabels;
import app.steelyard.plan.Plan;
import app.steelyard.plan.PlanNumber;
import app.steelyard.ui.kit.Fx;
import app.steelyard.ui.kit.Picker;
import atlantafx.base.theme.Styles;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/** What several parts of the screen are made of. */
final class DoubtParts {
    private DoubtParts() {}

    /** Fields with their names, in as many lines as they need. */
    static FlowPane form(Node... content) {
        FlowPane form = new FlowPane(8, 6, content);
        form.setAlignment(Pos.CENTER_LEFT);
        return form;
    }

    /** A field with its name before it, which a line never parts. */
    static HBox named(String name, Node field) {
        return Fx.row(8, name(name), field);
    }

    private static Label name(String text) {
        Label label = Fx.label(text, Styles.TEXT_MUTED, Styles.TEXT_SMALL);
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }

    static Button button(String id, String text, Runnable action) {
        Button button = Fx.id(id, Fx.button(text, action, Styles.SMALL));
        button.setMinWidth(Region.USE_PREF_SIZE);
        return button;
    }

    static Picker.Option<PlanNumber> option(Plan plan, PlanNumber number) {
        return new Picker.Option<>(number, NumberLabels.of(plan, number), number.path(), List.of());
    }
}
