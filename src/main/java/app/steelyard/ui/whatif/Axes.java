package app.steelyard.ui.whatif;

import app.steelyard.app.whatif.DoubtAnswer;
import app.steelyard.plan.NumberLabels;
import app.steelyard.plan.Plan;
import app.steelyard.plan.PlanNumber;
import app.steelyard.text.Texts;
import app.steelyard.ui.kit.Fx;
import app.steelyard.ui.kit.Picker;
import app.steelyard.ui.work.Workspace;
import atlantafx.base.theme.Styles;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** The two numbers that the map goes over. */
final class Axes extends HBox {
    private static final Texts TEXTS = Texts.of(Axes.class);

    private final Runnable changed;
    private final Picker<PlanNumber> acrossPicker;
    private final Picker<PlanNumber> upPicker;
    private @Nullable PlanNumber across;
    private @Nullable PlanNumber up;

    /** @param changed told when somebody chose another axis */
    Axes(Workspace workspace, Runnable changed) {
        super(6);
        this.changed = changed;
        acrossPicker = Picker.of("whatif.axis.x", TEXTS.get("axis.x"), () -> options(workspace.plan()), n -> {
            choose(n, n.equals(up) ? across : up);
        });
        upPicker = Picker.of("whatif.axis.y", TEXTS.get("axis.y"), () -> options(workspace.plan()), n -> {
            choose(n.equals(across) ? up : across, n);
        });
        for (Picker<PlanNumber> picker : List.of(acrossPicker, upPicker)) {
            picker.setPrefWidth(150);
            HBox.setHgrow(picker, Priority.ALWAYS);
            picker.getStyleClass().add(Styles.SMALL);
        }
        setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(name("axis.x"), acrossPicker, name("axis.y"), upPicker);
    }

    private static Label name(String key) {
        Label label = Fx.label(TEXTS.get(key), Styles.TEXT_MUTED, Styles.TEXT_SMALL);
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }

    private void choose(@Nullable PlanNumber x, @Nullable PlanNumber y) {
        across = x;
        up = y;
        changed.run();
    }

    /** Null for what moves the answer most. */
    @Nullable
    PlanNumber across() {
        return across;
    }

    /** Null for what moves the answer next. */
    @Nullable
    PlanNumber up() {
        return up;
    }

    /** Lets the plan decide again. */
    void forget() {
        across = null;
        up = null;
    }

    /** Shows which they are; they stay until others are chosen. */
    void show(Plan plan, PlanNumber x, PlanNumber y) {
        across = x;
        up = y;
        acrossPicker.set(option(plan, x));
        upPicker.set(option(plan, y));
    }

    private static List<Picker.Option<PlanNumber>> options(Plan plan) {
        return DoubtAnswer.axes(plan).stream().map(n -> option(plan, n)).toList();
    }

    private static Picker.Option<PlanNumber> option(Plan plan, PlanNumber number) {
        boolean ranged = plan.whatIf().range(number.path()).isPresent();
        return new Picker.Option<>(
                number, NumberLabels.of(plan, number), ranged ? TEXTS.get("axis.ranged") : "", List.of());
    }
}
