package app.steelyard.ui.calculate.input;

import app.steelyard.app.plan.TakenPreset;
import app.steelyard.document.Preset;
import app.steelyard.text.Problem;
import app.steelyard.text.Texts;
import app.steelyard.ui.kit.Fx;
import app.steelyard.ui.work.Workspace;
import atlantafx.base.theme.Styles;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.VBox;

/** Takes a preset into the plan, as one step that undo takes back. */
final class PresetMenu extends VBox {
    private static final Texts TEXTS = Texts.of(PresetMenu.class);

    private final Workspace workspace;
    private final Label taken = Fx.paragraph("", Styles.TEXT_MUTED, Styles.TEXT_SMALL);

    /**
     * @param id of the button; those of its entries and of what is told begin with it
     * @param key of what it says
     * @param heading stands before it
     */
    PresetMenu(Workspace workspace, String id, String key, List<Preset> presets, Label heading) {
        super(4);
        this.workspace = workspace;
        MenuButton menu = Fx.id(id, new MenuButton(TEXTS.get(key)), Styles.SMALL);
        menu.setTooltip(Fx.tooltip(TEXTS.get(key + ".help")));
        for (Preset preset : presets) {
            MenuItem item = Fx.item(id + "." + preset.id(), preset.name(), () -> take(preset));
            menu.getItems().add(item);
        }
        taken.setId(id + ".taken");
        Fx.show(taken, false);
        getChildren().addAll(Fx.row(6, heading, Fx.spacer(), menu), taken);
    }

    private void take(Preset preset) {
        int changes = TakenPreset.of(workspace.plan(), preset, null).changes().size();
        List<Problem> problems = workspace.edit(
                TEXTS.get("preset.edit", preset.name()),
                null,
                plan -> TakenPreset.of(plan, preset, null).plan());
        taken.setText(
                problems.isEmpty()
                        ? TEXTS.get("preset.taken", preset.name(), changes, preset.what(), preset.basis())
                        : problems.get(0).reason());
        Fx.show(taken, true);
    }

    /** Another plan has taken nothing yet. */
    void planOpened() {
        Fx.show(taken, false);
    }
}
