package app.steelyard.ui.calculate.input;

import app.steelyard.app.plan.PlanChoice;
import app.steelyard.app.plan.PlanSentence;
import app.steelyard.plan.ItemNumber;
import app.steelyard.plan.ModelNumber;
import app.steelyard.plan.PlanField;
import app.steelyard.plan.PlanNumber;
import app.steelyard.text.Names;
import app.steelyard.text.Texts;
import app.steelyard.ui.edit.FieldRow;
import app.steelyard.ui.edit.SliderScale;
import app.steelyard.ui.kit.Fx;
import app.steelyard.ui.kit.steady.InPlace;
import app.steelyard.ui.work.Workspace;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import javafx.collections.MapChangeListener;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/** What the plan states as a sentence: a word that is pressed opens its input beneath, a number's with slider, range and source. */
final class SentenceBox extends InPlace {
    private static final Texts TEXTS = Texts.of(SentenceBox.class);
    /** A press of an arrow key, as a share of what a slider covers; with Shift ten times as much. */
    private static final double STEP = 0.01;
    /** Before the id of a word's input in that of the word. */
    private static final String WORD = "sentence.";

    private final Workspace workspace;
    private final PlanSentence sentence;
    private final ChoiceInputs choices;
    private final TextFlow flow;
    private final StackPane opened = Fx.styled(new StackPane(), "sentence-line");
    private List<PlanSentence.Part> shown = List.of();
    /** The id of the word whose input is open; empty for none. */
    private String open = "";

    private Runnable refreshOpened = () -> {};
    private BooleanSupplier dragged = () -> false;

    /** @param id of the text */
    SentenceBox(Workspace workspace, String id, PlanSentence sentence, ChoiceInputs choices) {
        super(6);
        this.workspace = workspace;
        this.sentence = sentence;
        this.choices = choices;
        this.flow = Fx.id(id, new TextFlow(), "sentence");
        Fx.show(opened, false);
        opened.addEventHandler(KeyEvent.KEY_PRESSED, this::leave);
        opened.addEventFilter(KeyEvent.KEY_PRESSED, this::goOn);
        getChildren().addAll(flow, opened);
        workspace.loggedProperty().subscribe(says -> refreshOpened.run());
        workspace.refusals().addListener((MapChangeListener<String, Workspace.RefusedEdit>) c -> markRefused());
    }

    /** Escape, where there is nothing typed to take back, folds the input away. */
    private void leave(KeyEvent e) {
        if (e.getCode() == KeyCode.ESCAPE) {
            buttons().stream().filter(ToggleButton::isSelected).findFirst().ifPresent(Node::requestFocus);
            close();
            e.consume();
        }
    }

    /** What is typed first in the input lies between its word and the next; Alt and ↓ open what stands behind it. */
    private void goOn(KeyEvent e) {
        boolean first = e.getTarget() instanceof Node node && open.equals(node.getId());
        if (e.getCode() != KeyCode.TAB || e.isControlDown() || !first) {
            return;
        }
        List<ToggleButton> words = buttons();
        int at = words.stream().map(ToggleButton::isSelected).toList().indexOf(true) + (e.isShiftDown() ? 0 : 1);
        if (at < words.size()) {
            words.get(at).requestFocus();
            e.consume();
        }
    }

    /** A word whose input holds what is refused says so, as it stands for what was there before. */
    private void markRefused() {
        buttons()
                .forEach(b -> Fx.style(
                        b, "refused", workspace.refusals().containsKey(b.getId().substring(WORD.length()))));
    }

    private List<ToggleButton> buttons() {
        return flow.getChildren().stream()
                .filter(ToggleButton.class::isInstance)
                .map(ToggleButton.class::cast)
                .toList();
    }

    /** Shows what the plan says now; words stay the same nodes while the sentence has the same form. */
    void refresh() {
        List<PlanSentence.Part> now = sentence.of(workspace.plan(), workspace.book());
        if (!now.equals(shown)) {
            if (alike(shown, now)) {
                for (int i = 0; i < now.size(); i++) {
                    if (flow.getChildren().get(i) instanceof ToggleButton button
                            && now.get(i) instanceof PlanSentence.Word word) {
                        show(button, word);
                    }
                }
            } else {
                flow.getChildren().setAll(now.stream().map(this::node).toList());
                markRefused();
                if (word(now, open).isEmpty()) {
                    close();
                }
            }
            shown = now;
        }
        // Under a hand that drags it, the input has shown its number already.
        if (!dragged()) {
            refreshOpened.run();
        }
    }

    /** Whether a hand drags the number that is open. */
    boolean dragged() {
        return dragged.getAsBoolean();
    }

    private static boolean alike(List<PlanSentence.Part> was, List<PlanSentence.Part> now) {
        if (was.size() != now.size()) {
            return false;
        }
        for (int i = 0; i < now.size(); i++) {
            boolean same = was.get(i) instanceof PlanSentence.Word a && now.get(i) instanceof PlanSentence.Word b
                    ? a.id().equals(b.id())
                    : was.get(i).equals(now.get(i));
            if (!same) {
                return false;
            }
        }
        return true;
    }

    private static Optional<PlanSentence.Word> word(List<PlanSentence.Part> parts, String id) {
        return parts.stream()
                .filter(PlanSentence.Word.class::isInstance)
                .map(PlanSentence.Word.class::cast)
                .filter(w -> w.id().equals(id))
                .findFirst();
    }

    private Node node(PlanSentence.Part part) {
        return switch (part) {
            case PlanSentence.Plain plain -> Fx.styled(new Text(plain.text()), "sentence-text");
            case PlanSentence.Word word -> button(word);
        };
    }

    private Node button(PlanSentence.Word word) {
        ToggleButton button = Fx.id(WORD + word.id(), new ToggleButton(), "sentence-word");
        button.setMinWidth(USE_PREF_SIZE);
        button.setSelected(word.id().equals(open));
        button.setOnAction(e -> {
            if (word.id().equals(open)) {
                close();
            } else {
                open(word);
            }
        });
        button.addEventFilter(KeyEvent.KEY_PRESSED, e -> step(e, word));
        show(button, word);
        return button;
    }

    private static void show(ToggleButton button, PlanSentence.Word word) {
        boolean assumed = word instanceof PlanSentence.NumberWord number && number.assumed();
        String said = name(word) + ": " + word.text() + (assumed ? ", " + TEXTS.get("word.assumed") : "");
        if (!said.equals(button.getAccessibleText())) {
            Fx.style(button, "assumed", assumed);
            button.setText(word.text());
            button.setAccessibleText(said);
            button.setTooltip(Fx.tooltip(assumed ? name(word) + ": " + TEXTS.get("word.assumed") : name(word)));
        }
    }

    private static String name(PlanSentence.Word word) {
        return switch (word) {
            case PlanSentence.NumberWord number ->
                number.number() instanceof PlanField field ? Names.of(field) : TEXTS.get("items.growth.perTurn");
            case PlanSentence.ChoiceWord choice -> TEXTS.get(choice.id());
            case PlanSentence.AgreedWord agreed -> TEXTS.get(agreed.id());
        };
    }

    /** Opens the word of this id, if there is one, and returns what is edited there. */
    Optional<Node> open(String id) {
        return word(shown, id).flatMap(w -> {
            if (!id.equals(open)) {
                open(w);
            }
            return Fx.find(opened, id);
        });
    }

    private void open(PlanSentence.Word word) {
        dragged = () -> false;
        open = word.id();
        opened.getChildren().setAll(input(word));
        refreshOpened.run();
        Fx.show(opened, true);
        select();
        Fx.find(opened, word.id()).ifPresent(Node::requestFocus);
    }

    private Node input(PlanSentence.Word word) {
        return switch (word) {
            case PlanSentence.NumberWord number ->
                switch (number.number()) {
                    case PlanField field -> {
                        FieldRow row = new FieldRow(workspace, field);
                        LogLine log = new LogLine(workspace, field, name(word));
                        refreshOpened = () -> {
                            row.refresh();
                            log.refresh();
                        };
                        dragged = row::dragged;
                        yield new VBox(4, row, log);
                    }
                    case ItemNumber ofItem -> {
                        GrowthLine line = new GrowthLine(workspace, ofItem);
                        LogLine log = new LogLine(workspace, ofItem, name(word));
                        refreshOpened = () -> {
                            line.refresh();
                            log.refresh();
                        };
                        yield new VBox(4, line, log);
                    }
                    case PlanNumber.PriceNumber none -> throw new IllegalArgumentException(none.path());
                    case ModelNumber none -> throw new IllegalArgumentException(none.path());
                };
            case PlanSentence.AgreedWord agreed -> {
                InputRows rows = new InputRows(workspace);
                refreshOpened = rows::refresh;
                yield new ContractInputs(workspace).of(agreed.number(), rows);
            }
            case PlanSentence.ChoiceWord choice -> {
                InputRows rows = new InputRows(workspace);
                Node input = choices.of(choice.choice(), rows).node().get();
                if (choice.choice() != PlanChoice.GAPS) {
                    refreshOpened = rows::refresh;
                    yield input;
                }
                LogLine log = new LogLine(workspace, choice.id(), name(word), says -> says.gaps(workspace.plan()));
                refreshOpened = () -> {
                    rows.refresh();
                    log.refresh();
                };
                yield new VBox(4, input, log);
            }
        };
    }

    /** Folds away what is open. */
    void close() {
        boolean typing = opened.isFocusWithin();
        open = "";
        refreshOpened = () -> {};
        dragged = () -> false;
        opened.getChildren().clear();
        if (typing) {
            // Else the next key would go to whatever comes first in the window.
            buttons().stream().findFirst().ifPresent(Node::requestFocus);
        }
        Fx.show(opened, false);
        select();
    }

    private void select() {
        String id = WORD + open;
        buttons().forEach(b -> b.setSelected(id.equals(b.getId())));
    }

    /** Up and down change the number by a step of its slider. */
    private void step(KeyEvent e, PlanSentence.Word word) {
        int by = e.getCode() == KeyCode.UP ? 1 : e.getCode() == KeyCode.DOWN ? -1 : 0;
        if (by != 0
                && !e.isAltDown()
                && word instanceof PlanSentence.NumberWord number
                && number.number() instanceof PlanField field) {
            SliderScale.of(field).ifPresent(scale -> {
                double now = scale.position(field.get(workspace.plan()));
                double to = Math.clamp(now + by * STEP * (e.isShiftDown() ? 10 : 1), 0.0, 1.0);
                workspace.edit(Names.of(field), field.path(), p -> field.with(p, scale.value(to)));
                e.consume();
            });
        }
    }
}
