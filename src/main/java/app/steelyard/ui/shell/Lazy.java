package app.steelyard.ui.shell;

import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Something made when it is first asked for, since what is not seen yet need not hold up what is. For the JavaFX thread.
 *
 * @param <T> what is made
 */
final class Lazy<T> {
    private final Supplier<T> maker;
    private @Nullable T made;

    /** @param maker called at most once, unless it fails */
    Lazy(Supplier<T> maker) {
        this.maker = maker;
    }

    /** What is made, made now if it was not yet. */
    T get() {
        T result = made;
        if (result == null) {
            result = maker.get();
            made = result;
        }
        return result;
    }

    /** Does something with what is made, and nothing while it is not. */
    void ifMade(Consumer<? super T> action) {
        T result = made;
        if (result != null) {
            action.accept(result);
        }
    }
}
