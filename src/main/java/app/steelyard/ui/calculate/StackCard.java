package app.steelyard.ui.calculate;

import app.steelyard.app.plan.PromptStack;
import app.steelyard.chart.catalog.cost.DesignName;
import app.steelyard.cost.Improvement;
import app.steelyard.cost.result.Driver;
import app.steelyard.cost.result.Evaluation;
import app.steelyard.plan.bill.Media;
import app.steelyard.plan.check.Assumed;
import app.steelyard.plan.item.ContextItem;
import app.steelyard.plan.item.Placement;
import app.steelyard.text.Names;
import app.steelyard.text.Texts;
import app.steelyard.ui.calculate.input.ItemOrder;
import app.steelyard.ui.kit.Fx;
import app.steelyard.ui.kit.Segments;
import app.steelyard.ui.kit.steady.Remembering;
import app.steelyard.ui.work.Workspace;
import atlantafx.base.theme.Styles;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The prompt of today, or of the design that is looked at, layer by layer, with what each costs a month. */
final class StackCard extends Remembering {
    private static final Texts TEXTS = Texts.of(StackCard.class);
    /** Longer prompts are folded where layers are alike. */
    private static final int MOST_LAYERS = 24;

    private enum Which {
        TODAY,
        SHOWN
    }

    private final Workspace workspace;
    private final Consumer<String> edit;
    private final Segments<Which> which;
    private final Label misplaced = Fx.paragraph("");
    private final HBox ghost = Fx.id("stack.ghost", Fx.row(8, misplaced), "layer-ghost");
    private final VBox rows = Fx.id("stack.layers", new VBox());
    private final VBox totals = new VBox(2);
    private final Label note = Fx.paragraph("", Styles.TEXT_MUTED, Styles.TEXT_SMALL);
    private final Map<String, LayerRow> byItem = new HashMap<>();
    private final Map<String, Label> ends = new HashMap<>();
    private final Set<String> unfolded = new HashSet<>();
    private List<Improvement> improvements = List.of();
    private List<String> namedTotals = List.of();
    private boolean dragged;
    private boolean money = true;

    /** @param edit brings the fields of an item into view, by its id */
    StackCard(Workspace workspace, Consumer<String> edit) {
        super(6);
        this.workspace = workspace;
        this.edit = edit;
        which = new Segments<>(
                "stack.which",
                TEXTS.get("stack.which"),
                List.of(Which.TODAY, Which.SHOWN),
                w -> TEXTS.get("stack.which." + w),
                w -> show());
        which.set(Which.SHOWN);
        setId("stack");
        getStyleClass().add("card");
        Label title = Fx.naming(rows, Fx.label(TEXTS.get("stack.title"), Styles.TEXT_BOLD));
        HBox head =
                Fx.row(8, Fx.spacer(), heading(TEXTS.get("stack.tokens"), 74), heading(TEXTS.get("stack.month"), 112));
        head.setStyle("-fx-padding: 0 8 0 8;");
        getChildren().addAll(Fx.row(8, title, Fx.spacer(), which), ghost, head, rows, totals, note);
        rows.setAccessibleText(TEXTS.get("stack.title"));
    }

    private static Label heading(String text, double width) {
        Label label = Fx.label(text, Styles.TEXT_MUTED, Styles.TEXT_SMALL);
        label.setMinWidth(width);
        label.setAlignment(javafx.geometry.Pos.CENTER_RIGHT);
        return label;
    }

    /** @param found what could be done about the cache */
    void improvements(List<Improvement> found) {
        improvements = found;
        showGhost();
    }

    private Optional<Evaluation.Priced> design() {
        return which.get() == Which.SHOWN
                ? workspace.shown()
                : workspace.comparison().baseline() instanceof Evaluation.Priced today
                        ? Optional.of(today)
                        : Optional.empty();
    }

    /** Whether its order is that of the plan, however it was chosen. */
    private static boolean today(Evaluation.Priced design) {
        return design.architecture().today();
    }

    /** Shows the layers as the plan has them now; the row of an item stays the same one. */
    void show() {
        Optional<Evaluation.Priced> design = design();
        // What an example costs would be taken for an answer.
        money = !Assumed.throughout(workspace.plan());
        Fx.show(totals, money);
        Fx.show(this, !workspace.plan().items().isEmpty() && workspace.shown().isPresent());
        String said = design.map(
                        d -> TEXTS.get("stack.note." + (today(d) ? Which.TODAY : Which.SHOWN), DesignName.of(d)))
                .orElse(TEXTS.get("stack.unpriced"));
        if (!said.equals(note.getText())) {
            note.setText(said);
        }
        PromptStack stack = design.map(d -> PromptStack.of(workspace.plan(), d)).orElse(null);
        List<Node> now = new ArrayList<>();
        if (stack != null) {
            List<PromptStack.Run> runs = shownRuns(stack);
            double longest =
                    runs.stream().mapToDouble(PromptStack.Run::tokens).max().orElse(0);
            for (PromptStack.Run run : runs) {
                LayerRow row = byItem.computeIfAbsent(key(run), this::row);
                row.show(run, longest, stack.hosted(), money);
                row.setUserData(run);
                now.add(row);
                String end = run.layers().getLast().end();
                if (!end.isEmpty()) {
                    Label line = ends.computeIfAbsent(key(run), k -> end());
                    if (!end.equals(line.getText())) {
                        line.setText(end);
                    }
                    now.add(line);
                }
            }
        }
        if (!rows.getChildren().equals(now)) {
            rows.getChildren().setAll(now);
        }
        showTotals(stack);
        showGhost();
    }

    private List<PromptStack.Run> shownRuns(PromptStack stack) {
        List<PromptStack.Run> runs = new ArrayList<>();
        for (PromptStack.Run run : stack.runs(MOST_LAYERS)) {
            if (run.layers().size() > 1 && unfolded.contains(key(run))) {
                run.layers().forEach(l -> runs.add(new PromptStack.Run(List.of(l))));
            } else {
                runs.add(run);
            }
        }
        return runs;
    }

    /** Several are told apart from the first of them alone. */
    private static String key(PromptStack.Run run) {
        return run.first().item().id() + (run.layers().size() > 1 ? "+" : "");
    }

    private static Label end() {
        Label line = Fx.label("", "layer-end");
        line.setMaxWidth(Double.MAX_VALUE);
        return line;
    }

    /** Styling new nodes is what takes time: a line is made anew only where another is to be shown. */
    private void showTotals(@Nullable PromptStack stack) {
        List<Amounts> now = new ArrayList<>();
        if (stack != null) {
            stack.others()
                    .forEach(o ->
                            now.add(new Amounts(name(o.driver()), o.perMonth().full())));
            now.add(new Amounts(TEXTS.get("stack.running"), stack.running().full()));
        }
        if (!now.stream().map(Amounts::name).toList().equals(namedTotals)) {
            namedTotals = now.stream().map(Amounts::name).toList();
            totals.getChildren()
                    .setAll(IntStream.range(0, now.size())
                            .mapToObj(i -> total(now.get(i).name(), i + 1 == now.size()))
                            .toList());
        }
        for (int i = 0; i < now.size(); i++) {
            Label money =
                    (Label) ((HBox) totals.getChildren().get(i)).getChildren().getLast();
            if (!money.getText().equals(now.get(i).money())) {
                money.setText(now.get(i).money());
            }
        }
    }

    /** A line below the layers. */
    private record Amounts(String name, String money) {}

    private String name(Driver driver) {
        return switch (driver) {
            case INPUT ->
                TEXTS.get(
                        workspace.plan().traffic().media().equals(Media.NONE)
                                ? "stack.other.INPUT"
                                : "stack.other.INPUT.media");
            case OUTPUT -> TEXTS.get("stack.other.OUTPUT");
            default -> Names.of(driver);
        };
    }

    private static Node total(String name, boolean bold) {
        Label money = Fx.label("", "figures");
        HBox line = Fx.row(8, Fx.label(name), Fx.spacer(), money);
        line.setStyle("-fx-padding: 1 8 1 11;");
        if (bold) {
            line.getChildren().forEach(n -> n.getStyleClass().add(Styles.TEXT_BOLD));
        }
        return line;
    }

    /** What stands in the wrong place today, where the proposal is looked at. */
    private void showGhost() {
        Optional<Improvement> order = improvements.stream()
                .filter(i -> i.kind() == Improvement.Kind.ORDER)
                .findFirst();
        Fx.show(ghost, order.isPresent());
        order.filter(o -> !o.text().equals(misplaced.getText())).ifPresent(o -> misplaced.setText(o.text()));
    }

    private LayerRow row(String key) {
        LayerRow row = new LayerRow();
        row.setId("stack." + key);
        row.setOnKeyPressed(e -> pressed(e, row));
        row.setOnMouseClicked(e -> {
            row.requestFocus();
            if (e.getButton() == MouseButton.PRIMARY && e.getClickCount() == 2
                    || run(row).layers().size() > 1) {
                open(row);
            }
        });
        row.setOnMouseDragged(e -> dragged(e, row));
        row.setOnMouseReleased(e -> drag(false));
        return row;
    }

    private static PromptStack.Run run(LayerRow row) {
        return (PromptStack.Run) row.getUserData();
    }

    private void open(LayerRow row) {
        if (run(row).layers().size() > 1) {
            unfolded.add(key(run(row)));
            show();
        } else {
            edit.accept(run(row).first().item().id());
        }
    }

    private void pressed(KeyEvent e, LayerRow row) {
        KeyCode code = e.getCode();
        boolean handled = true;
        if (code == KeyCode.ENTER) {
            open(row);
        } else if (code == KeyCode.UP || code == KeyCode.DOWN) {
            int by = code == KeyCode.UP ? -1 : 1;
            if (e.isAltDown()) {
                neighbour(row, by).ifPresent(to -> move(row, to));
            } else {
                neighbour(row, by).ifPresent(Node::requestFocus);
            }
        } else if (e.isAltDown() && (code == KeyCode.LEFT || code == KeyCode.RIGHT)) {
            place(row, code == KeyCode.LEFT ? -1 : 1);
        } else {
            handled = false;
        }
        if (handled) {
            e.consume();
        }
    }

    private List<LayerRow> layers() {
        return rows.getChildren().stream()
                .filter(LayerRow.class::isInstance)
                .map(LayerRow.class::cast)
                .toList();
    }

    private Optional<LayerRow> neighbour(LayerRow row, int by) {
        List<LayerRow> shown = layers();
        int at = shown.indexOf(row) + by;
        return at < 0 || at >= shown.size() ? Optional.empty() : Optional.of(shown.get(at));
    }

    /** Moves a layer to where another stands; only today's order is the plan's to say. */
    private void move(LayerRow row, LayerRow to) {
        boolean sent = run(row).first().sent() && run(to).first().sent();
        if (row != to && sent && design().filter(StackCard::today).isEmpty()) {
            note.setText(TEXTS.get("stack.note.fixed"));
        } else if (row != to && sent && run(row).layers().size() == 1) {
            List<ContextItem> items = workspace.plan().items();
            ContextItem moved = run(row).first().item();
            List<PromptStack.Layer> there = run(to).layers();
            boolean up = items.indexOf(there.getFirst().item()) < items.indexOf(moved);
            ItemOrder.move(workspace, moved, items.indexOf((up ? there.getFirst() : there.getLast()).item()));
            row.requestFocus();
        }
    }

    /** Whether a hand drags a layer. */
    boolean dragged() {
        return dragged;
    }

    private void drag(boolean now) {
        if (now != dragged) {
            dragged = now;
            workspace.frames().dragging(now);
        }
    }

    private void dragged(MouseEvent e, LayerRow row) {
        drag(true);
        // A row moved by the event before has its place only after a layout.
        rows.layout();
        double y = rows.sceneToLocal(e.getSceneX(), e.getSceneY()).getY();
        layers().stream()
                .filter(other -> y >= other.getBoundsInParent().getMinY()
                        && y <= other.getBoundsInParent().getMaxY())
                .findFirst()
                .ifPresent(other -> move(row, other));
    }

    private void place(LayerRow row, int by) {
        if (run(row).layers().size() > 1) {
            return;
        }
        ContextItem item = run(row).first().item();
        Placement[] all = Placement.values();
        int to = item.placement().ordinal() + by;
        if (to >= 0 && to < all.length) {
            workspace.edit(
                    TEXTS.get("stack.placed", item.name(), Names.of(all[to])),
                    null,
                    p -> p.withItem(item.id(), i -> i.withPlacement(all[to])));
            row.requestFocus();
        }
    }
}
