package app.steelyard.ui.kit;

import java.util.function.Function;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/**
 * What is chosen, as a list of choices shows it.
 *
 * @param <T> what is chosen
 */
public final class NameOf<T> extends StringConverter<T> {
    private final Function<T, String> name;

    public NameOf(Function<T, String> name) {
        this.name = name;
    }

    @Override
    public String toString(@Nullable T choice) {
        return choice == null ? "" : name.apply(choice);
    }

    /** @throws UnsupportedOperationException always: choices are not typed */
    @Override
    public T fromString(String text) {
        throw new UnsupportedOperationException(text);
    }
}
