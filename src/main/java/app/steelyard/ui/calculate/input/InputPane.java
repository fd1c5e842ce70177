package app.steelyard.ui.calculate.input;

import app.steelyard.app.plan.PlanSentence;
import app.steelyard.document.Presets;
import app.steelyard.plan.Design;
import app.steelyard.plan.Plan;
import app.steelyard.plan.PlanField;
import app.steelyard.text.Numbers;
import app.steelyard.text.Texts;
import app.steelyard.ui.kit.Fx;
import app.steelyard.ui.kit.steady.InPlace;
import app.steelyard.ui.work.FrameShare;
import app.steelyard.ui.work.Surroundings;
import app.steelyard.ui.work.Workspace;
import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.VBox;

/** All that the plan states, to be edited: what matters most as sentences, the items, and everything by section and by search. */
public final class InputPane extends ScrollPane {
    private static final Texts TEXTS = Texts.of(InputPane.class);
    private static final KeyCombination FIND = new KeyCodeCombination(KeyCode.F, KeyCombination.SHORTCUT_DOWN);

    private final Workspace workspace;
    private final SentenceBox traffic;
    private final List<SentenceBox> sentences;
    private final Label sum = Fx.id("traffic.sum", Fx.paragraph("", Styles.TEXT_MUTED, Styles.TEXT_SMALL));
    private final InPlace sumLine = new InPlace(0, sum);
    private final PresetMenu presets;
    private final PresetMenu outcomes;
    private final ItemsEditor items;
    private final InputRows itemRows;
    private final InputForm form;
    private final FieldSearch search;
    private final FrameShare.Shared rest;

    public InputPane(Surroundings surroundings) {
        this.workspace = surroundings.workspace();
        ChoiceInputs choices = new ChoiceInputs(workspace, this::focus);
        traffic = new SentenceBox(workspace, "traffic.sentence", PlanSentence.TRAFFIC, choices);
        SentenceBox model = new SentenceBox(workspace, "model.sentence", PlanSentence.MODEL, choices);
        SentenceBox outcome = new SentenceBox(workspace, "outcome.sentence", PlanSentence.OUTCOME, choices);
        SentenceBox money = new SentenceBox(workspace, "money.sentence", PlanSentence.MONEY, choices);
        sentences = List.of(traffic, model, outcome, money);
        presets = new PresetMenu(
                workspace, "traffic.sessions.preset", "preset.take", Presets.shipped(), heading("sentence.traffic"));
        outcomes = new PresetMenu(
                workspace, "outcome.preset", "preset.outcome", Presets.outcomes(), heading("sentence.outcome"));
        items = new ItemsEditor(workspace);
        itemRows = new InputRows(workspace);
        Node today = itemRows.choice("today", Design.values(), Plan::today, Plan::withToday)
                .node()
                .get();
        form = new InputForm(surroundings, choices);
        search = new FieldSearch(form.sections(), this::focus);
        rest = workspace.frames().of(this::refreshAll);
        VBox content = new VBox(
                stated("lead", presets, traffic, sumLine),
                stated("side", heading("sentence.model"), model),
                stated("side", outcomes, outcome),
                stated("side", heading("sentence.money"), money),
                new Section("section.items", TEXTS.get("section.items"), true, () -> List.of(items, today)),
                stated("side", heading("sentence.all"), search));
        form.sections().forEach(s -> content.getChildren().add(s.pane()));
        content.getStyleClass().add("inputs");
        setContent(content);
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        getStyleClass().addAll("plain-scroll", "input-pane");
        setId("inputs");
        sceneProperty().subscribe((was, is) -> {
            if (was != null) {
                was.getAccelerators().remove(FIND);
            }
            if (is != null) {
                is.getAccelerators().put(FIND, () -> reveal(search.field()));
            }
        });
    }

    private static Label heading(String key) {
        return Fx.label(TEXTS.get(key), "stated-title");
    }

    private static VBox stated(String style, Node... parts) {
        return Fx.styled(new VBox(6, parts), "stated", style);
    }

    /** Goes back to the top, with nothing unfolded of what another plan needed. */
    public void planOpened() {
        sentences.forEach(SentenceBox::close);
        search.clear();
        presets.planOpened();
        outcomes.planOpened();
        setVvalue(0);
    }

    /** Shows what the plan says now; under a hand that drags, that which it drags at once and the rest in its turn. */
    public void refresh() {
        sentences.stream().filter(SentenceBox::dragged).forEach(SentenceBox::refresh);
        rest.request();
    }

    private void refreshAll() {
        sentences.forEach(SentenceBox::refresh);
        boolean turns = PlanField.TURNS.matters(workspace.plan());
        sum.setText(
                turns
                        ? TEXTS.get(
                                "traffic.sum",
                                Numbers.count(workspace.plan().traffic().requestsPerMonth()))
                        : "");
        Fx.show(sumLine, turns);
        items.refresh();
        itemRows.refresh();
        form.refresh();
    }

    /** Brings what is stated under an id into view and puts the cursor there: a word of a sentence, or a field of a section. */
    public void focus(String id) {
        if (search.hides(id)) {
            search.clear();
        }
        Optional<Node> seen = Fx.find(this, id);
        seen.or(() -> Stream.concat(
                                sentences.stream().map(s -> s.open(id)),
                                form.sections().stream().map(s -> s.unfold(id)))
                        .flatMap(Optional::stream)
                        .findFirst())
                .ifPresent(this::reveal);
    }

    /** Brings the fields of an item into view and puts the cursor into its name. */
    public void focusItem(String id) {
        focus("items." + id + ".name");
    }

    private void reveal(Node node) {
        for (Node around = node; around != null; around = around.getParent()) {
            if (around instanceof Section section) {
                section.setExpanded(true);
            }
        }
        applyCss();
        layout();
        double height = getContent().getBoundsInLocal().getHeight();
        double room = height - getViewportBounds().getHeight();
        double y = getContent().sceneToLocal(node.localToScene(0, 0)).getY();
        setVvalue(room <= 0 ? 0 : Math.clamp((y - getViewportBounds().getHeight() / 3) / room, 0.0, 1.0));
        node.requestFocus();
    }
}
