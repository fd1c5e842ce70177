package app.steelyard.ui.kit;

import app.steelyard.text.Names;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ToggleGroup;
import org.jspecify.annotations.Nullable;

/**
 * One of a few constants, chosen from a menu. Lighter than a combo box, so that many fit into a list.
 *
 * @param <E> what is chosen
 */
public final class Choice<E extends Enum<E>> extends MenuButton {
    private final String name;
    private @Nullable E current;

    /** @param name of what is chosen, as read out */
    public Choice(String name, List<E> choices, Consumer<E> chosen) {
        this.name = name;
        getStyleClass().add("choice");
        setMinWidth(USE_PREF_SIZE);
        ToggleGroup group = new ToggleGroup();
        for (E choice : choices) {
            RadioMenuItem item = new RadioMenuItem(Names.of(choice));
            item.setUserData(choice);
            item.setToggleGroup(group);
            item.setOnAction(e -> chosen.accept(choice));
            getItems().add(item);
        }
    }

    /** Shows {@code value} as chosen, also after another choice that was refused. */
    public void set(E value) {
        if (value != current) {
            current = value;
            setText(Names.of(value));
            setAccessibleText(name + ": " + Names.of(value));
        }
        getItems().forEach(item -> ((RadioMenuItem) item).setSelected(item.getUserData() == value));
    }
}
