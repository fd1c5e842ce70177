package app.steelyard.ui.calculate;

import app.steelyard.app.plan.TakenPreset;
import app.steelyard.document.Preset;
import app.steelyard.document.Presets;
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

/** Takes the traffic and the conversation of a kind of system into the plan, as one step that undo takes back. */
final class PresetMenu extends VBox {
    private static final Texts TEXTS = Texts.of(PresetMenu.class);
    private static final String ID = "traffic.sessions.preset";

    private final Workspace workspace;
    private final Label taken = Fx.paragraph("", Styles.TEXT_MUTED, Styles.TEXT_SMALL);

    PresetMenu(Workspace workspace) {
        super(4);
        this.workspace = workspace;
        MenuButton menu = Fx.id(ID, new MenuButton(TEXTS.get("preset.take")), Styles.SMALL);
        menu.setTooltip(Fx.tooltip(TEXTS.get("preset.take.help")));
        for (Preset preset : Presets.shipped()) {
            MenuItem item = Fx.item(ID + "." + preset.id(), preset.name(), () -> take(preset));
            menu.getItems().add(item);
        }
        taken.setId(ID + ".taken");
        Fx.show(taken, false);
        getChildren().addAll(menu, taken);
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
