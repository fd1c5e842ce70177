package app.steelyard.ui.shell;

import app.steelyard.ui.kit.Fx;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** The screens to choose from, on the left edge. */
final class Rail extends VBox {
    private final Map<Screen, ToggleButton> buttons = new EnumMap<>(Screen.class);

    /** @param choose told which screen was pressed */
    Rail(Consumer<Screen> choose) {
        getStyleClass().add("rail");
        setId("rail");
        ToggleGroup group = new ToggleGroup();
        for (Screen screen : Screen.values()) {
            ToggleButton button = new ToggleButton(screen.title(), new FontIcon(screen.icon()));
            button.setId("rail." + screen);
            button.setToggleGroup(group);
            button.setMaxWidth(Double.MAX_VALUE);
            button.setAccessibleText(screen.title());
            button.setTooltip(Fx.tooltip(screen.help()));
            button.setOnAction(e -> choose.accept(screen));
            buttons.put(screen, button);
            getChildren().add(button);
        }
    }

    private ToggleButton button(Screen screen) {
        return Objects.requireNonNull(buttons.get(screen));
    }

    void select(Screen screen) {
        button(screen).setSelected(true);
    }

    void focus(Screen screen) {
        button(screen).requestFocus();
    }

    /** Without words, where there is no room for them. */
    void narrow(boolean narrow) {
        buttons.forEach((screen, button) -> button.setText(narrow ? "" : screen.title()));
        setPrefWidth(narrow ? FirstFrame.NARROW_RAIL : FirstFrame.RAIL);
    }
}
