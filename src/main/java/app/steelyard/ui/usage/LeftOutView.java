package app.steelyard.ui.usage;

import app.steelyard.text.Several;
import app.steelyard.text.Texts;
import app.steelyard.ui.kit.Chip;
import app.steelyard.ui.kit.Fx;
import app.steelyard.usage.figures.FileReport;
import atlantafx.base.theme.Styles;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** Says above the figures that they are not of everything, and takes everything in again. */
final class LeftOutView extends HBox {
    private static final Texts TEXTS = Texts.of(LeftOutView.class);
    private static final int MOST_NAMES = 3;

    private final Label text = Fx.id("usage.leftOut.text", Fx.paragraph(""));

    LeftOutView(UsageModel model, UsageWork work) {
        super(8);
        setId("usage.leftOut");
        setAlignment(Pos.CENTER_LEFT);
        text.setMaxWidth(Double.MAX_VALUE);
        setHgrow(text, Priority.ALWAYS);
        Button all = Fx.id("usage.includeAll", Fx.button(TEXTS.get("excluded.all"), work::includeAll, Styles.SMALL));
        all.setMinWidth(USE_PREF_SIZE);
        getChildren().addAll(Chip.of(TEXTS.get("excluded.chip"), "warning-chip"), text, all);
        model.figures().subscribe(figures -> {
            List<FileReport> out = figures == null ? List.of() : figures.all().excluded();
            Fx.show(this, !out.isEmpty());
            if (figures != null && !out.isEmpty()) {
                text.setText(sentence(out, figures.all().files().size()));
            }
        });
    }

    private static String sentence(List<FileReport> out, int all) {
        String which = Several.joined(out.stream().map(FileReport::file).toList(), MOST_NAMES);
        return TEXTS.get(out.size() == all ? "excluded.everything" : "excluded.some", out.size(), all, which);
    }
}
