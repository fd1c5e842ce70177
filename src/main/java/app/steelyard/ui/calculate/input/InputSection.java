package app.steelyard.ui.calculate.input;

import app.steelyard.text.Texts;
import app.steelyard.ui.kit.Fx;
import app.steelyard.ui.work.Workspace;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javafx.scene.Node;

/** Inputs under a heading: they are made when they are first unfolded, and follow the plan while they are. */
final class InputSection {
    private static final Texts TEXTS = Texts.of(InputSection.class);

    private final String title;
    private final InputRows rows;
    private final List<Input> inputs;
    private final Map<Input, Node> made = new HashMap<>();
    private final Section pane;
    /** All, or those that are looked for. */
    private List<Input> shown;
    /** Whether it was unfolded before something was looked for. */
    private boolean unfolded;

    private boolean looking;

    InputSection(Workspace workspace, String id, Function<InputRows, List<Input>> inputs) {
        this.title = TEXTS.get("section." + id);
        this.rows = new InputRows(workspace);
        this.inputs = inputs.apply(rows);
        this.shown = this.inputs;
        this.pane = new Section("section." + id, title, false, this::nodes);
    }

    Section pane() {
        return pane;
    }

    private List<Node> nodes() {
        List<Node> nodes = shown.stream()
                .map(input -> made.computeIfAbsent(input, i -> i.node().get()))
                .toList();
        rows.refresh();
        return nodes;
    }

    /** Shows what the plan says now, unless it is folded away. */
    void refresh() {
        if (pane.isExpanded()) {
            rows.refresh();
        }
    }

    /** The control with this id, unfolded; empty where it is another section's. */
    Optional<Node> unfold(String id) {
        if (inputs.stream().noneMatch(i -> i.ids().contains(id))) {
            return Optional.empty();
        }
        pane.setExpanded(true);
        return Fx.find(pane, id);
    }

    /**
     * Shows only what has all of the words in it, or in its heading, and is not there where nothing has; with no words, all is
     * as it was before.
     *
     * @return what is shown of it
     */
    List<Input> look(List<String> words) {
        if (!looking && !words.isEmpty()) {
            unfolded = pane.isExpanded();
        }
        boolean was = looking;
        looking = !words.isEmpty();
        shown = looking
                ? inputs.stream()
                        .filter(i -> new Input(i.ids(), title + " " + i.words(), i.node()).matches(words))
                        .toList()
                : inputs;
        Fx.show(pane, !shown.isEmpty());
        if (looking || was) {
            pane.setExpanded(looking ? !shown.isEmpty() : unfolded);
            pane.fill();
        }
        return shown;
    }
}
