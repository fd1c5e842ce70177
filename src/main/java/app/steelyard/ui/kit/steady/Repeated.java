package app.steelyard.ui.kit.steady;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import javafx.scene.Node;

/**
 * Nodes of one kind below each other, one a value. A node stays and shows another value, since what takes time is to make and
 * style nodes, and one whose value is the same is left alone.
 *
 * @param <T> a value
 * @param <N> a node that shows one
 */
public final class Repeated<T, N extends Node> extends Remembering {
    private final Supplier<N> maker;
    private final BiConsumer<N, T> shower;
    private final List<N> nodes = new ArrayList<>();
    private List<T> shown = List.of();

    public Repeated(double spacing, Supplier<N> maker, BiConsumer<N, T> shower) {
        super(spacing);
        this.maker = maker;
        this.shower = shower;
    }

    /** Shows other values. */
    public void show(List<? extends T> values) {
        while (nodes.size() > values.size()) {
            getChildren().remove(nodes.removeLast());
        }
        for (int i = 0; i < values.size(); i++) {
            T value = values.get(i);
            if (i == nodes.size()) {
                nodes.add(maker.get());
                shower.accept(nodes.get(i), value);
                getChildren().add(nodes.get(i));
            } else if (!value.equals(shown.get(i))) {
                shower.accept(nodes.get(i), value);
            }
        }
        shown = List.copyOf(values);
    }
}
