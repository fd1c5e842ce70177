package app.steelyard.ui.decide;

import app.steelyard.decision.advice.Interview;
import app.steelyard.decision.advice.SuccessQuestions;
import app.steelyard.decision.answers.Answer;
import app.steelyard.decision.rules.AnswerKey;
import app.steelyard.decision.rules.Answering;
import app.steelyard.decision.rules.Question;
import app.steelyard.plan.ItemNumber;
import app.steelyard.plan.PlanField;
import app.steelyard.plan.item.ContextItem;
import app.steelyard.plan.item.Scope;
import app.steelyard.text.NumberReader;
import app.steelyard.text.Texts;
import app.steelyard.text.Typing;
import app.steelyard.ui.edit.CommittingField;
import app.steelyard.ui.edit.NumberEntry;
import app.steelyard.ui.kit.Choice;
import app.steelyard.ui.kit.Fx;
import app.steelyard.ui.work.Workspace;
import atlantafx.base.theme.Styles;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** One question, why it is asked, and a way to answer it, to say that one does not know, and to take either back. */
final class QuestionView extends VBox {
    private static final Texts TEXTS = Texts.of(QuestionView.class);

    private final Session session;
    private final View page;
    private final AnswerKey key;
    private final Question question;
    private final Workspace workspace;
    private final String id;
    private final Button takeBack;
    private final Runnable show;
    private @Nullable Node first;
    /** Controls are being set to what was answered, or made; nobody has answered anything. */
    private boolean following = true;

    QuestionView(Workspace workspace, Session session, View page, Interview.Step step) {
        this.workspace = workspace;
        this.session = session;
        this.page = page;
        key = step.key();
        question = step.question();
        id = "ask." + (key.aboutSystem() ? "" : key.item() + ".") + key.question();
        setId(id);
        getStyleClass().addAll("card", "question");
        takeBack = Fx.id(id + ".back", Fx.button(TEXTS.get("ask.back"), this::takeBack, Styles.SMALL, Styles.FLAT));
        takeBack.setAccessibleText(TEXTS.get("ask.back.of", question.text()));
        takeBack.setMinWidth(USE_PREF_SIZE);
        Label text = Fx.paragraph(question.text(), "decide-name");
        HBox head = new HBox(8, text, Fx.spacer(), takeBack);
        head.setAlignment(Pos.TOP_LEFT);
        getChildren().addAll(head, Fx.paragraph(question.help(), Styles.TEXT_MUTED, Styles.TEXT_SMALL));
        show = switch (question.answering()) {
            case Answering.Choice choice -> choice(choice);
            case Answering.Amount amount -> amount(amount);
            case Answering.Vendors vendors -> vendors();
            case Answering.FromPlan plan -> fromPlan(plan);
        };
        refresh();
    }

    /** Shows the answer as it is now. */
    void refresh() {
        following = true;
        show.run();
        following = false;
        boolean given = given().isPresent();
        takeBack.setVisible(given);
        Fx.style(this, "answered", given);
    }

    AnswerKey key() {
        return key;
    }

    /** Where answering begins. */
    void begin() {
        if (first != null) {
            first.requestFocus();
        }
    }

    private Optional<Answer> given() {
        return session.answers().get(key);
    }

    private boolean unknown() {
        return given().filter(Answer.DontKnow.class::isInstance).isPresent();
    }

    /** The button goes with the answer, so the focus goes where another can be given. */
    private void takeBack() {
        begin();
        session.skip(key);
    }

    private FlowPane flow() {
        FlowPane flow = new FlowPane(18, 8);
        getChildren().add(flow);
        return flow;
    }

    private String spoken(String answer) {
        return TEXTS.get("ask.spoken", question.text(), answer);
    }

    // Words

    private Runnable choice(Answering.Choice choice) {
        FlowPane flow = flow();
        ToggleGroup group = new ToggleGroup();
        Map<Answer, RadioButton> buttons = new LinkedHashMap<>();
        choice.words().forEach(w -> buttons.put(Answer.of(w), radio(group, w, question.choice(w))));
        buttons.put(Answer.DONT_KNOW, radio(group, "dont-know", TEXTS.get("ask.dontKnow")));
        flow.getChildren().addAll(buttons.values());
        buttons.forEach((answer, button) -> button.selectedProperty().subscribe(selected -> {
            if (selected && !following) {
                session.answer(key, answer);
            }
        }));
        return () -> {
            Optional<RadioButton> chosen = given().map(buttons::get);
            group.selectToggle(chosen.orElse(null));
            first = chosen.orElse(buttons.values().iterator().next());
        };
    }

    private RadioButton radio(ToggleGroup group, String word, String shown) {
        RadioButton button = Fx.id(id + "." + word, new RadioButton(shown));
        button.setToggleGroup(group);
        button.setAccessibleText(spoken(shown));
        return button;
    }

    // Numbers

    private Runnable amount(Answering.Amount amount) {
        CommittingField<TextField> typed = new CommittingField<>(
                new TextField(),
                id + ".number",
                question.text(),
                () -> given().orElse(null) instanceof Answer.Amount said ? Typing.of(said.value(), amount.unit()) : "",
                text -> take(amount, text));
        typed.field().getStyleClass().add("number");
        first = typed.field();
        CheckBox dontKnow = dontKnow();
        HBox line = Fx.row(12, typed.field());
        Label unit = Fx.label("", Styles.TEXT_MUTED);
        Label stated = Fx.id(id + ".stated", Fx.label("", Styles.TEXT_MUTED));
        line.getChildren().addAll(unit, dontKnow, stated);
        getChildren().addAll(line, typed.message());
        return () -> {
            typed.refresh();
            dontKnow.setSelected(unknown());
            unit.setText(
                    switch (amount.unit()) {
                        case FRACTION -> "";
                        case MONEY -> workspace.plan().currency().code();
                        default -> TEXTS.name(amount.unit());
                    });
            Fx.show(unit, !unit.getText().isEmpty());
            double own = SuccessQuestions.stated(key, workspace.plan());
            boolean told = !Double.isNaN(own)
                    && !given().filter(Answer.of(own)::equals).isPresent();
            stated.setText(
                    told
                            ? TEXTS.get(
                                    "ask.stated",
                                    Typing.withUnit(workspace.plan().currency().of(own, amount.unit())))
                            : "");
            Fx.show(stated, told);
        };
    }

    /** Takes a number over, or says why not. */
    private Optional<String> take(Answering.Amount amount, String typed) {
        if (typed.isEmpty()) {
            session.skip(key);
            return Optional.empty();
        }
        return switch (NumberReader.chosen(workspace.plan().currency()).read(typed, amount.unit())) {
            case NumberReader.Problem problem -> Optional.of(problem.sentence());
            case NumberReader.Value(double value)
            when value < amount.min() || value > amount.max() ->
                Optional.of(TEXTS.get(
                        "ask.range", Typing.of(amount.min(), amount.unit()), Typing.of(amount.max(), amount.unit())));
            case NumberReader.Value(double value) -> {
                Answer answer = Answer.of(value);
                if (given().filter(answer::equals).isEmpty()) {
                    session.answer(key, answer);
                }
                yield Optional.empty();
            }
        };
    }

    private CheckBox dontKnow() {
        CheckBox box = Fx.id(id + ".dont-know", new CheckBox(TEXTS.get("ask.dontKnow")));
        box.setAccessibleText(spoken(TEXTS.get("ask.dontKnow")));
        box.selectedProperty().subscribe(selected -> {
            if (!following) {
                if (selected) {
                    session.answer(key, Answer.DONT_KNOW);
                } else {
                    session.skip(key);
                }
            }
        });
        return box;
    }

    // Vendors

    private Runnable vendors() {
        FlowPane flow = flow();
        Map<String, CheckBox> boxes = new LinkedHashMap<>();
        workspace.book().models().stream()
                .map(m -> m.ref().vendor())
                .distinct()
                .sorted()
                .forEach(vendor -> {
                    CheckBox box = Fx.id(id + "." + vendor, new CheckBox(vendor));
                    box.setAccessibleText(spoken(vendor));
                    boxes.put(vendor, box);
                });
        boxes.values()
                .forEach(b -> b.selectedProperty().subscribe(selected -> {
                    if (!following) {
                        List<String> names = boxes.entrySet().stream()
                                .filter(e -> e.getValue().isSelected())
                                .map(Map.Entry::getKey)
                                .collect(Collectors.toList());
                        if (names.isEmpty()) {
                            session.skip(key);
                        } else {
                            session.answer(key, new Answer.Names(names));
                        }
                    }
                }));
        CheckBox dontKnow = dontKnow();
        flow.getChildren().addAll(boxes.values());
        flow.getChildren().add(dontKnow);
        first = flow.getChildren().get(0);
        return () -> {
            List<String> names = given().orElse(null) instanceof Answer.Names said ? said.names() : List.of();
            boxes.forEach((vendor, box) -> box.setSelected(names.contains(vendor)));
            dontKnow.setSelected(unknown());
        };
    }

    // What the plan states

    private Runnable fromPlan(Answering.FromPlan from) {
        CheckBox dontKnow = dontKnow();
        HBox line = Fx.row(12);
        getChildren().add(line);
        Runnable plan = () -> {};
        if (from.path().equals("scope")) {
            Choice<Scope> scope = new Choice<>(
                    question.text(),
                    Arrays.asList(Scope.values()),
                    value -> workspace.edit(
                            question.text(), null, p -> p.withItem(key.item(), i -> i.withScope(value))));
            scope.setId(id + ".scope");
            scope.getStyleClass().add("wide-choice");
            first = scope;
            line.getChildren().addAll(scope, dontKnow);
            plan = () ->
                    workspace.plan().item(key.item()).map(ContextItem::scope).ifPresent(scope::set);
        } else {
            NumberEntry entry = page.keep(
                    key.aboutSystem()
                            ? NumberEntry.of(
                                    workspace, PlanField.at(from.path()).orElseThrow())
                            : from.path().equals("growth.perTurn")
                                    ? NumberEntry.of(
                                            workspace,
                                            new ItemNumber(key.item(), ItemNumber.Kind.PER_TURN),
                                            question.text())
                                    : ItemsView.number(
                                            workspace, key.item(), !from.path().equals("tokens")));
            entry.field().setAccessibleText(question.text());
            first = entry.field();
            line.getChildren().addAll(entry.field(), dontKnow);
            String unit = "unit." + from.path();
            if (TEXTS.has(unit)) {
                line.getChildren().add(1, Fx.label(TEXTS.get(unit), Styles.TEXT_MUTED));
            }
            getChildren().add(entry.message());
        }
        Runnable shown = plan;
        return () -> {
            shown.run();
            dontKnow.setSelected(unknown());
        };
    }
}
