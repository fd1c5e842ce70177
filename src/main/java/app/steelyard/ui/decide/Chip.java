package app.steelyard.ui.decide;

import app.steelyard.cost.Notice.Severity;
import app.steelyard.plan.Kind;
import app.steelyard.text.Names;
import app.steelyard.text.Texts;
import app.steelyard.ui.kit.Fx;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/** A word or two in a coloured frame, never cut short. */
final class Chip {
    private static final Texts TEXTS = Texts.of(Chip.class);

    private Chip() {}

    static Label of(String text, String... styles) {
        Label chip = Fx.label(text, "chip");
        chip.getStyleClass().addAll(styles);
        chip.setMinWidth(Region.USE_PREF_SIZE);
        return chip;
    }

    static Label of(Kind kind) {
        return of(Names.of(kind), kind == Kind.BEHAVIOUR ? "warning-chip" : "info-chip");
    }

    static Label of(Severity severity) {
        String style = switch (severity) {
            case INFO -> "info-chip";
            case WARNING -> "warning-chip";
            case OBSTACLE -> "danger-chip";
        };
        return of(TEXTS.get("severity." + severity), style);
    }
}
