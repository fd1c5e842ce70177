package app.steelyard.ui.edit;

import app.steelyard.plan.PlanField;
import app.steelyard.plan.Range;
import app.steelyard.text.Names;
import app.steelyard.text.Texts;
import app.steelyard.ui.kit.Fx;
import app.steelyard.ui.kit.steady.Remembering;
import app.steelyard.ui.kit.steady.Still;
import app.steelyard.ui.work.Workspace;
import atlantafx.base.controls.ProgressSliderSkin;
import atlantafx.base.theme.Styles;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;

/**
 * One number of the plan: its name, a slider where that helps, a text field with its unit, how sure it is, and where it
 * comes from. The slider moves the number and leaves its range, which is a band under it.
 */
public final class FieldRow extends Remembering {
    private static final Texts TEXTS = Texts.of(FieldRow.class);

    private final Workspace workspace;
    private final PlanField planField;
    private final NumberEntry entry;
    private final @Nullable SliderScale scale;
    private final Slider slider = Fx.styled(new Slider(0, 1, 0), Styles.SMALL);
    private final SourceNote source;
    private final @Nullable RangeMark range;
    private final RangeBand band = new RangeBand(slider);
    private final HBox line = Fx.row(6);
    private final Label name;
    private boolean following;

    public FieldRow(Workspace workspace, PlanField planField) {
        super(0);
        this.workspace = workspace;
        this.planField = planField;
        this.scale = SliderScale.of(planField).orElse(null);
        this.entry = NumberEntry.of(workspace, planField);
        this.source = new SourceNote(workspace, planField.path(), Names.of(planField));
        getStyleClass().add("field-row");
        if (planField.optional()) {
            entry.field().setPromptText(TEXTS.get("prompt." + planField));
        }
        name = Fx.naming(entry.field(), Fx.paragraph(Names.of(planField), "field-name"));
        Fx.fill(name);
        name.setTooltip(
                Fx.tooltip(TEXTS.has("help." + planField) ? TEXTS.get("help." + planField) : Names.of(planField)));
        line.setAlignment(Pos.CENTER_RIGHT);
        line.getChildren().add(name);
        if (scale != null) {
            line.getChildren().add(new Still(slider(scale), band));
        }
        line.getChildren().add(entry.field());
        range = planField == PlanField.HORIZON_MONTHS ? null : new RangeMark(workspace, planField, entry.field());
        if (range != null) {
            line.getChildren().add(range);
        }
        line.getChildren().add(source);
        getChildren().addAll(line, entry.message());
        refresh();
    }

    private Slider slider(SliderScale scaled) {
        slider.setSkin(new ProgressSliderSkin(slider));
        slider.setId(planField.path() + ".slider");
        slider.setAccessibleText(Names.of(planField));
        slider.setBlockIncrement(scaled.step() == 0 ? 0.05 : scaled.step() / (scaled.to() - scaled.from()));
        slider.setMinWidth(60);
        HBox.setHgrow(slider, Priority.NEVER);
        slider.valueProperty().addListener((o, was, is) -> {
            if (!following) {
                workspace.edit(
                        Names.of(planField), planField.path(), p -> planField.with(p, scaled.value(is.doubleValue())));
                if (slider.isValueChanging()) {
                    refresh();
                }
            }
        });
        slider.valueChangingProperty()
                .addListener((o, was, is) -> workspace.frames().dragging(is));
        return slider;
    }

    /** Whether a hand drags its slider. */
    public boolean dragged() {
        return slider.isValueChanging();
    }

    /** Shows what the plan says now. */
    public void refresh() {
        entry.refresh();
        source.refresh();
        if (range != null) {
            range.refresh();
        }
        makeRoom(stated().isPresent());
        if (scale != null) {
            follow(scale);
        }
    }

    private Optional<Range> stated() {
        return workspace.plan().whatIf().range(planField.path());
    }

    /** A range is a longer text than a number: the name then stands above, so that nothing of either is cut. */
    private void makeRoom(boolean ranged) {
        if (ranged == line.getChildren().contains(name)) {
            (ranged ? line : this).getChildren().remove(name);
            (ranged ? this : line).getChildren().addFirst(name);
            Fx.style(this, "ranged", ranged);
        }
    }

    private void follow(SliderScale scaled) {
        double value = planField.get(workspace.plan());
        Fx.style(slider, "unset", Double.isNaN(value));
        following = true;
        if (!slider.isValueChanging()) {
            slider.setValue(scaled.position(value));
        }
        following = false;
        stated().ifPresentOrElse(
                        r -> band.show(scaled.position(r.low()), scaled.position(r.high())), () -> band.show(0, 0));
    }
}
