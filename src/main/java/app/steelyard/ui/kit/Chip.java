package app.steelyard.ui.kit;

import app.steelyard.cost.result.Notice.Severity;
import app.steelyard.plan.item.Kind;
import app.steelyard.text.Names;
import app.steelyard.text.Texts;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/** A word or two in a coloured frame, never cut short. */
public final class Chip {
    private static final Texts TEXTS = Texts.of(Chip.class);

    private Chip() {}

    public static Label of(String text, String... styles) {
        Label chip = Fx.styled(Fx.label(text, "chip"), styles);
        chip.setMinWidth(Region.USE_PREF_SIZE);
        return chip;
    }

    public static Label of(Kind kind) {
        return of(Names.of(kind), kind == Kind.BEHAVIOUR ? "warning-chip" : "info-chip");
    }

    public static Label of(Severity severity) {
        String style = switch (severity) {
            case INFO -> "info-chip";
            case WARNING -> "warning-chip";
            case OBSTACLE -> "danger-chip";
        };
        return of(TEXTS.name(severity), style);
    }
}
