package app.steelyard.ui.kit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;

/**
 * One of a few, all of them in view.
 *
 * @param <T> what is chosen
 */
public final class Segments<T> extends HBox {
    private final Map<T, ToggleButton> buttons = new LinkedHashMap<>();
    private T chosen;

    /** @param id of the whole; a button's is that, a dot and the choice */
    public Segments(String id, String name, List<T> choices, Function<T, String> text, Consumer<T> told) {
        this.chosen = choices.getFirst();
        setId(id);
        setAccessibleText(name);
        setSpacing(4);
        setAlignment(Pos.CENTER_LEFT);
        ToggleGroup group = new ToggleGroup();
        for (T choice : choices) {
            ToggleButton button =
                    Fx.id(id + "." + choice, new ToggleButton(text.apply(choice)), "architecture", "segment");
            button.setAccessibleText(name + ": " + text.apply(choice));
            button.setToggleGroup(group);
            button.setMinWidth(USE_PREF_SIZE);
            buttons.put(choice, button);
            getChildren().add(button);
        }
        set(chosen);
        // Arrow keys select without pressing, and pressing what is chosen would leave nothing chosen.
        group.selectedToggleProperty().addListener((o, was, is) -> {
            if (is == null) {
                set(chosen);
                return;
            }
            T choice = choices.get(getChildren().indexOf(is));
            if (!choice.equals(chosen)) {
                chosen = choice;
                told.accept(choice);
            }
        });
    }

    public T get() {
        return chosen;
    }

    /** Shows {@code choice} as chosen. */
    public void set(T choice) {
        chosen = choice;
        Objects.requireNonNull(buttons.get(choice)).setSelected(true);
    }
}
