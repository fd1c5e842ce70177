package app.steelyard.ui.usage;

import app.steelyard.app.usage.ReadingState;
import app.steelyard.text.Numbers;
import app.steelyard.text.Texts;
import app.steelyard.ui.kit.Fx;
import atlantafx.base.theme.Styles;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** How far an import is, with a way to stop it. */
final class ProgressView extends VBox {
    private static final Texts TEXTS = Texts.of(ProgressView.class);
    private static final double MEGABYTE = 1e6;

    private final Label file = Fx.label("", Styles.TEXT_BOLD);
    private final Label amount = Fx.id("usage.progress.amount", Fx.label("", Styles.TEXT_MUTED));
    private final ProgressBar bar = new ProgressBar(-1);

    ProgressView(UsageModel model, UsageWork work) {
        super(8);
        setId("usage.progress");
        getStyleClass().add("card");
        file.setMinWidth(0);
        amount.setMinWidth(USE_PREF_SIZE);
        Fx.grow(file);
        Button cancel = Fx.id("usage.cancel", Fx.button(TEXTS.get("cancel"), work::cancel, Styles.SMALL));
        cancel.setMinWidth(USE_PREF_SIZE);
        HBox line = Fx.row(12, file, amount, cancel);
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.setAccessibleText(TEXTS.get("reading"));
        getChildren().addAll(line, bar);
        model.reading().subscribe(state -> {
            Fx.show(this, state != null);
            if (state != null) {
                show(state);
            }
        });
    }

    private void show(ReadingState state) {
        file.setText(state.file().isEmpty() ? TEXTS.get("reading") : TEXTS.get("reading.file", state.file()));
        bar.setProgress(state.share());
        Double left = state.secondsLeft();
        amount.setText(
                state.rows() == 0 && state.bytes() == 0
                        ? ""
                        : TEXTS.get(
                                left == null ? "reading.amount" : "reading.left",
                                UsageParts.count(state.rows()),
                                Numbers.count(Math.rint(state.bytes() / MEGABYTE)),
                                Numbers.count(Math.max(1, Math.rint(state.ofBytes() / MEGABYTE))),
                                left == null ? 0 : Math.ceil(left)));
    }
}
