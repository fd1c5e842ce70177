package app.steelyard.ui.calculate;

import app.steelyard.app.plan.TakenPreset;
import app.steelyard.document.Preset;
import app.steelyard.document.Presets;
import app.steelyard.text.Texts;
import app.steelyard.ui.kit.Chip;
import app.steelyard.ui.kit.Fx;
import app.steelyard.ui.work.Workspace;
import atlantafx.base.theme.Styles;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** Says of a plan in which nothing is stated yet that its numbers are an example, and offers the traffic of other systems. */
final class ExampleBar extends VBox {
    private static final Texts TEXTS = Texts.of(ExampleBar.class);

    ExampleBar(Workspace workspace) {
        super(8);
        Label text = Fx.paragraph(TEXTS.get("example.text"));
        Fx.fill(text);
        FlowPane presets = new FlowPane(6, 6);
        for (Preset preset : Presets.shipped()) {
            Button take = Fx.id("example." + preset.id(), new Button(preset.name()), Styles.SMALL, "architecture");
            take.setTooltip(Fx.tooltip(preset.what()));
            take.setOnAction(e -> workspace.edit(
                    TEXTS.get("preset.edit", preset.name()),
                    null,
                    plan -> TakenPreset.of(plan, preset, null).plan()));
            presets.getChildren().add(take);
        }
        setId("example");
        getStyleClass().add("example-bar");
        getChildren().addAll(new HBox(10, Chip.of(TEXTS.get("example.title"), "warning-chip"), text), presets);
    }
}
