package app.steelyard.ui.calculate;

import app.steelyard.app.plan.TrafficWords;
import app.steelyard.plan.ItemNumber;
import app.steelyard.plan.ModelNumber;
import app.steelyard.plan.PlanField;
import app.steelyard.plan.PlanNumber;
import app.steelyard.text.Names;
import app.steelyard.text.Numbers;
import app.steelyard.text.Texts;
import app.steelyard.ui.edit.FieldRow;
import app.steelyard.ui.edit.SliderScale;
import app.steelyard.ui.kit.Fx;
import app.steelyard.ui.work.Workspace;
import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.jspecify.annotations.Nullable;

/** The traffic as a sentence: a word that is pressed opens its number beneath, with slider, range and source. */
final class TrafficSentence extends VBox {
    private static final Texts TEXTS = Texts.of(TrafficSentence.class);
    /** A press of an arrow key, as a share of what a slider covers; with Shift ten times as much. */
    private static final double STEP = 0.01;

    private final Workspace workspace;
    private final TextFlow flow = Fx.id("traffic.sentence", new TextFlow(), "sentence");
    private final StackPane opened = Fx.styled(new StackPane(), "sentence-line");
    private final Label sum = Fx.paragraph("", Styles.TEXT_MUTED, Styles.TEXT_SMALL);
    private List<TrafficWords.Part> shown = List.of();
    private @Nullable PlanNumber open;
    private Runnable refreshOpened = () -> {};

    TrafficSentence(Workspace workspace) {
        super(6);
        this.workspace = workspace;
        sum.setId("traffic.sum");
        Fx.show(opened, false);
        getChildren().addAll(flow, opened, sum);
    }

    /** Shows what the plan says now; words stay the same nodes while the sentence has the same form. */
    void refresh() {
        List<TrafficWords.Part> now = TrafficWords.of(workspace.plan());
        if (!now.equals(shown)) {
            if (alike(shown, now)) {
                for (int i = 0; i < now.size(); i++) {
                    if (flow.getChildren().get(i) instanceof ToggleButton word) {
                        word.setText(now.get(i).text());
                    }
                }
            } else {
                flow.getChildren().setAll(now.stream().map(this::node).toList());
                if (open != null && now.stream().noneMatch(p -> p instanceof TrafficWords.Word w && isOpen(w))) {
                    close();
                }
            }
            shown = now;
        }
        sum.setText(TEXTS.get(
                "traffic.sum", Numbers.count(workspace.plan().traffic().requestsPerMonth())));
        Fx.show(sum, PlanField.TURNS.matters(workspace.plan()));
        refreshOpened.run();
    }

    private boolean isOpen(TrafficWords.Word word) {
        return word.number().equals(open);
    }

    private static boolean alike(List<TrafficWords.Part> was, List<TrafficWords.Part> now) {
        if (was.size() != now.size()) {
            return false;
        }
        for (int i = 0; i < now.size(); i++) {
            boolean same = was.get(i) instanceof TrafficWords.Word a && now.get(i) instanceof TrafficWords.Word b
                    ? a.number().equals(b.number())
                    : was.get(i).equals(now.get(i));
            if (!same) {
                return false;
            }
        }
        return true;
    }

    private Node node(TrafficWords.Part part) {
        return switch (part) {
            case TrafficWords.Plain plain -> Fx.styled(new Text(plain.text()), "sentence-text");
            case TrafficWords.Word word -> word(word);
        };
    }

    private Node word(TrafficWords.Word word) {
        PlanNumber number = word.number();
        ToggleButton button = Fx.id("sentence." + number.path(), new ToggleButton(word.text()), "sentence-word");
        button.setAccessibleText(name(number) + ": " + word.text());
        button.setTooltip(Fx.tooltip(name(number)));
        button.setMinWidth(USE_PREF_SIZE);
        button.setSelected(isOpen(word));
        button.setOnAction(e -> {
            if (isOpen(word)) {
                close();
            } else {
                open(number);
            }
        });
        button.addEventFilter(KeyEvent.KEY_PRESSED, e -> step(e, number));
        return button;
    }

    private static String name(PlanNumber number) {
        return number instanceof PlanField field ? Names.of(field) : TEXTS.get("items.growth.perTurn");
    }

    private void open(PlanNumber number) {
        open = number;
        switch (number) {
            case PlanField field -> {
                FieldRow row = new FieldRow(workspace, field);
                opened.getChildren().setAll(row);
                refreshOpened = row::refresh;
            }
            case ItemNumber ofItem -> {
                GrowthLine line = new GrowthLine(workspace, ofItem);
                opened.getChildren().setAll(line);
                refreshOpened = line::refresh;
            }
            case ModelNumber none -> throw new IllegalArgumentException(none.path());
        }
        Fx.show(opened, true);
        select();
        Fx.find(opened, number.path()).ifPresent(Node::requestFocus);
    }

    private void close() {
        open = null;
        refreshOpened = () -> {};
        opened.getChildren().clear();
        Fx.show(opened, false);
        select();
    }

    private void select() {
        String id = open == null ? "" : "sentence." + open.path();
        flow.getChildren().stream()
                .filter(ToggleButton.class::isInstance)
                .map(ToggleButton.class::cast)
                .forEach(b -> b.setSelected(Objects.equals(b.getId(), id)));
    }

    /** Up and down change the number by a step of its slider. */
    private void step(KeyEvent e, PlanNumber number) {
        int by = e.getCode() == KeyCode.UP ? 1 : e.getCode() == KeyCode.DOWN ? -1 : 0;
        if (by != 0 && !e.isAltDown() && number instanceof PlanField field) {
            SliderScale.of(field).ifPresent(scale -> {
                double now = scale.position(field.get(workspace.plan()));
                double to = Math.clamp(now + by * STEP * (e.isShiftDown() ? 10 : 1), 0.0, 1.0);
                workspace.edit(Names.of(field), field.path(), p -> field.with(p, scale.value(to)));
                e.consume();
            });
        }
    }
}
