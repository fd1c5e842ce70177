package app.steelyard.ui.gallery;

import app.steelyard.app.plan.FirstAnswers;
import app.steelyard.app.plan.ItemTable;
import app.steelyard.app.plan.NewPlan;
import app.steelyard.app.plan.PriceChoices;
import app.steelyard.app.plan.SystemKind;
import app.steelyard.plan.Inference;
import app.steelyard.plan.PlanField;
import app.steelyard.plan.PriceRef;
import app.steelyard.plan.ServiceTier;
import app.steelyard.plan.check.PlanValidator;
import app.steelyard.plan.item.Scope;
import app.steelyard.text.Currency;
import app.steelyard.text.Names;
import app.steelyard.text.NumberReader;
import app.steelyard.text.Numbers;
import app.steelyard.text.Problem;
import app.steelyard.text.Refusal;
import app.steelyard.text.Texts;
import app.steelyard.text.Typing;
import app.steelyard.text.Unit;
import app.steelyard.ui.edit.CommittingField;
import app.steelyard.ui.kit.Fx;
import app.steelyard.ui.kit.Picker;
import app.steelyard.ui.kit.Segments;
import app.steelyard.ui.work.Page;
import app.steelyard.ui.work.Surroundings;
import atlantafx.base.theme.Styles;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Five questions to begin a plan with; what is not answered stands in grey, and is marked as assumed in the plan. */
public final class NewPlanPage extends ScrollPane implements Page {
    private static final Texts TEXTS = Texts.of(NewPlanPage.class);
    private static final double WIDEST = 860;
    private static final double NUMBER = 110;
    /** As many as have room below what is typed. */
    private static final int MOST_UNREAD = 2;

    private static final double ONE_LINE = 18;
    private static final double TWO_LINES = 34;

    private final Surroundings surroundings;
    private final Runnable back;
    private final Map<SystemKind, ToggleButton> kinds = new EnumMap<>(SystemKind.class);
    private final Map<PlanField, Asked> numbers = new EnumMap<>(PlanField.class);
    private final Label what = Fx.id("new.what", Fx.paragraph("", Styles.TEXT_MUTED, Styles.TEXT_SMALL));
    private final Segments<Scope> shared;
    private final TextArea items = Fx.id("new.items", Fx.area("new.items", TEXTS.get("new.items"), 4));
    private final Label read = Fx.id("new.items.read", Fx.paragraph("", Styles.TEXT_SMALL));
    private final Label also = Fx.id("new.also", Fx.paragraph("", Styles.TEXT_MUTED, Styles.TEXT_SMALL));
    private final Picker<PriceRef> model;
    private final Label refused = Fx.id("new.refused", Fx.paragraph("", "refusal"));
    private FirstAnswers answers = FirstAnswers.NONE;

    /** A number within a sentence, and what of the sentence stands behind it. */
    private record Asked(CommittingField<TextField> entry, Label behind) {}

    /** @param back to where one came from, with nothing begun */
    public NewPlanPage(Surroundings surroundings, Runnable back) {
        this.surroundings = surroundings;
        this.back = back;
        shared = new Segments<>(
                "new.shared",
                TEXTS.get("new.shared"),
                List.of(Scope.SHARED, Scope.TENANT, Scope.USER),
                s -> TEXTS.get("new.shared." + s),
                s -> answer(answers.withShared(s)));
        model = Picker.of("new.model", TEXTS.get("new.model"), this::models, m -> answer(answers.withModel(m)));
        FirstAnswers.ASKED.forEach(f -> {
            CommittingField<TextField> field = number(f);
            numbers.put(f, new Asked(field, Fx.naming(field.field(), Fx.label(TEXTS.get("new.behind." + f)))));
        });
        items.textProperty().addListener((o, was, is) -> answer(answers.withItems(is)));
        Button begin = Fx.id("new.begin", new Button(TEXTS.get("new.begin")), Styles.ACCENT);
        begin.setTooltip(Fx.tooltip(TEXTS.get("new.begin.help")));
        begin.setOnAction(e -> begin());
        Button skip = Fx.id("new.skip", new Button(TEXTS.get("new.skip")));
        skip.setTooltip(Fx.tooltip(TEXTS.get("new.skip.help")));
        skip.setOnAction(e -> begin(FirstAnswers.NONE.withKind(answers.kind())));
        Button leave = Fx.id("new.back", new Button(TEXTS.get("new.back")), Styles.FLAT);
        leave.setOnAction(e -> back.run());
        Fx.show(refused, false);
        // Begin stays where it is, whatever is typed above.
        read.setMinHeight(TWO_LINES);
        read.setAlignment(Pos.TOP_LEFT);
        VBox content = new VBox(
                18,
                new VBox(
                        6,
                        Fx.label(TEXTS.get("new.title"), Styles.TITLE_2),
                        Fx.paragraph(TEXTS.get("new.intro"), Styles.TEXT_MUTED)),
                question("new.kind", kinds(), what),
                question("new.shared", line(shared, PlanField.TENANTS, PlanField.USERS)),
                question(
                        "new.often",
                        line(
                                null,
                                PlanField.REQUESTS_PER_MONTH,
                                PlanField.SESSIONS_PER_MONTH,
                                PlanField.TURNS,
                                PlanField.GAP_MEDIAN),
                        messages()),
                question("new.items", items, read, also),
                question("new.model", model),
                new FlowPane(8, 8, begin, skip, leave),
                refused);
        model.setMaxWidth(420);
        model.setPrefWidth(420);
        content.getStyleClass().addAll("gallery", "new-plan");
        content.setMaxWidth(WIDEST);
        setContent(content);
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        getStyleClass().add("plain-scroll");
        setId("new-plan");
        addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        addEventHandler(KeyEvent.KEY_PRESSED, this::left);
    }

    private void pressed(KeyEvent e) {
        if (e.getCode() == KeyCode.ENTER && e.isShortcutDown()) {
            begin();
            e.consume();
        }
    }

    private void left(KeyEvent e) {
        if (e.getCode() == KeyCode.ESCAPE) {
            back.run();
            e.consume();
        }
    }

    private static VBox question(String key, Node... parts) {
        VBox question = new VBox(6, Fx.naming(parts[0], Fx.label(TEXTS.get(key + ".ask"), Styles.TEXT_BOLD)));
        question.getChildren().addAll(parts);
        return question;
    }

    private FlowPane kinds() {
        ToggleGroup group = new ToggleGroup();
        FlowPane flow = new FlowPane(6, 6);
        for (SystemKind kind : SystemKind.values()) {
            ToggleButton button =
                    Fx.id("new.kind." + Names.word(kind), new ToggleButton(Names.of(kind)), "architecture", "segment");
            button.setAccessibleText(TEXTS.get("new.kind") + ": " + Names.of(kind));
            button.setToggleGroup(group);
            kinds.put(kind, button);
            flow.getChildren().add(button);
        }
        group.selectedToggleProperty().addListener((o, was, is) -> {
            if (is == null) {
                Objects.requireNonNull(kinds.get(answers.kind())).setSelected(true);
                return;
            }
            SystemKind chosen = SystemKind.values()[flow.getChildren().indexOf(is)];
            if (chosen != answers.kind()) {
                answer(answers.withKind(chosen));
            }
        });
        return flow;
    }

    private CommittingField<TextField> number(PlanField number) {
        TextField field = new TextField();
        field.setPrefWidth(NUMBER);
        field.setMaxWidth(NUMBER);
        return new CommittingField<>(
                field,
                "new." + number.path(),
                Names.of(number),
                () -> Optional.ofNullable(answers.numbers().get(number))
                        .map(v -> shown(number, v))
                        .orElse(""),
                typed -> take(number, typed));
    }

    /** What it counts stands behind the field; a time has its unit. */
    private static String shown(PlanField number, double value) {
        return number.unit() == Unit.SECONDS
                ? Typing.withUnit(Currency.USD.of(value, number.unit()))
                : Typing.of(value, number.unit());
    }

    private Optional<String> take(PlanField number, String typed) {
        if (typed.isEmpty()) {
            answer(answers.with(number, Double.NaN));
            return Optional.empty();
        }
        return switch (NumberReader.chosen().read(typed, number.unit())) {
            case NumberReader.Problem(NumberReader.Fault fault, String sentence) -> Optional.of(sentence);
            case NumberReader.Value(double value) -> {
                Optional<String> outside = PlanValidator.check(number, value).map(Problem::reason);
                if (outside.isEmpty()) {
                    answer(answers.with(number, value));
                }
                yield outside;
            }
        };
    }

    private FlowPane line(@Nullable Node first, PlanField... asked) {
        FlowPane line = new FlowPane(8, 6);
        line.setRowValignment(VPos.CENTER);
        line.setAlignment(Pos.CENTER_LEFT);
        if (first != null) {
            line.getChildren().add(first);
        }
        for (PlanField number : asked) {
            Asked one = Objects.requireNonNull(numbers.get(number));
            line.getChildren().addAll(one.entry().field(), one.behind());
        }
        return line;
    }

    private VBox messages() {
        VBox messages = new VBox();
        messages.setMinHeight(ONE_LINE);
        numbers.values().forEach(n -> messages.getChildren().add(n.entry().message()));
        return messages;
    }

    private List<Picker.Option<PriceRef>> models() {
        return choices().models().stream().map(NewPlanPage::option).toList();
    }

    private static Picker.Option<PriceRef> option(PriceChoices.Offer offer) {
        return new Picker.Option<>(offer.price(), offer.title(), offer.detail(), offer.marks());
    }

    private PriceRef chosen() {
        PriceRef own = answers.model();
        return own == null ? NewPlan.model(surroundings.workspace().book()) : own;
    }

    private PriceChoices choices() {
        return new PriceChoices(
                surroundings.workspace().book(), new Inference(chosen(), ServiceTier.STANDARD, today()));
    }

    private LocalDate today() {
        return LocalDate.now(surroundings.clock());
    }

    private void answer(FirstAnswers now) {
        answers = now;
        refresh();
    }

    private void refresh() {
        what.setText(answers.kind().what());
        List<PlanField> asked = answers.asked();
        numbers.forEach((number, one) -> {
            TextField field = one.entry().field();
            boolean wanted = asked.contains(number);
            Fx.show(field, wanted);
            Fx.show(one.behind(), wanted);
            if (wanted) {
                field.setPromptText(shown(number, answers.instead(number)));
            }
            one.entry().refresh();
        });
        items.setPromptText(answers.kind().prompt());
        ItemTable table = answers.table();
        List<String> unread = table.unread();
        double tokens = table.rows().stream().mapToDouble(ItemTable.Row::tokens).sum();
        read.setText(
                !unread.isEmpty()
                        ? few(unread)
                        : TEXTS.get(
                                table.rows().isEmpty() ? "new.items.none" : "new.items.some",
                                table.rows().size(),
                                Numbers.count(tokens)));
        Fx.style(read, "refusal", !unread.isEmpty());
        Fx.style(read, Styles.TEXT_MUTED, unread.isEmpty());
        also.setText(answers.also());
        model.set(option(choices().model(chosen())));
        Fx.show(refused, false);
    }

    /** As many as there is room for, and how many there are more. */
    private static String few(List<String> lines) {
        String first = String.join("\n", lines.subList(0, Math.min(MOST_UNREAD, lines.size())));
        int more = lines.size() - MOST_UNREAD;
        return more > 0 ? first + " " + TEXTS.get("new.items.more", more) : first;
    }

    /** With what was answered, unless a number that was typed is refused: nothing typed is passed over. */
    private void begin() {
        // What is being typed counts.
        requestFocus();
        Optional<CommittingField<TextField>> wrong = answers.asked().stream()
                .map(f -> Objects.requireNonNull(numbers.get(f)).entry())
                .filter(CommittingField::refused)
                .findFirst();
        if (wrong.isEmpty()) {
            begin(answers);
            return;
        }
        refused.setText(TEXTS.get("new.refused", wrong.get().message().getText()));
        Fx.show(refused, true);
        wrong.get().field().requestFocus();
    }

    private void begin(FirstAnswers with) {
        try {
            if (surroundings.actions().begin(with, today())) {
                surroundings.navigation().toOpenedPlan();
            }
        } catch (Refusal e) {
            refused.setText(String.valueOf(e.getMessage()));
            Fx.show(refused, true);
        }
    }

    @Override
    public Node node() {
        return this;
    }

    @Override
    public Answer answer() {
        return Answer.NOWHERE;
    }

    /** Asks anew. */
    @Override
    public void shown() {
        answers = FirstAnswers.NONE;
        items.clear();
        shared.set(Scope.SHARED);
        Objects.requireNonNull(kinds.get(answers.kind())).setSelected(true);
        setVvalue(0);
        refresh();
    }

    @Override
    public void focus() {
        // What scrolls is part of the window only once it is styled.
        applyCss();
        Objects.requireNonNull(kinds.get(answers.kind())).requestFocus();
    }
}
