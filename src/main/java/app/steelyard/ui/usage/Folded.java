package app.steelyard.ui.usage;

import app.steelyard.text.Texts;
import app.steelyard.ui.kit.Fx;
import atlantafx.base.theme.Styles;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;

/** The first of many lines, with the others shown when they are asked for. */
final class Folded extends VBox {
    private static final Texts TEXTS = Texts.of(Folded.class);

    private final List<? extends Node> lines;
    private final int most;
    private final Button more;
    private boolean unfolded;

    /**
     * @param id of the button that shows the others
     * @param most lines shown at first; 0 for none. One line more is shown too, as the button takes no less room
     */
    Folded(String id, int most, List<? extends Node> lines) {
        super(6);
        this.lines = lines;
        this.most = most;
        more = Fx.id(id, Fx.button("", this::toggle, Styles.FLAT, Styles.SMALL, "unfold"));
        show();
    }

    private void toggle() {
        unfolded = !unfolded;
        show();
    }

    private void show() {
        boolean fits = lines.size() <= (most == 0 ? 0 : most + 1);
        getChildren().setAll(fits || unfolded ? lines : lines.subList(0, most));
        if (!fits) {
            more.setText(unfolded ? TEXTS.get("fewer") : TEXTS.get(most == 0 ? "unfold" : "more", lines.size() - most));
            getChildren().add(more);
        }
    }
}
