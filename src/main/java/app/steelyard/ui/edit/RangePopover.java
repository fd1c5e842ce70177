package app.steelyard.ui.edit;

import app.steelyard.plan.Correlation;
import app.steelyard.plan.Distribution;
import app.steelyard.plan.NumberLabels;
import app.steelyard.plan.Plan;
import app.steelyard.plan.PlanNumber;
import app.steelyard.plan.Range;
import app.steelyard.plan.typed.RangeText;
import app.steelyard.plan.typed.RangeText.Ranged;
import app.steelyard.text.NumberReader;
import app.steelyard.text.Problem;
import app.steelyard.text.Texts;
import app.steelyard.text.Typing;
import app.steelyard.text.Unit;
import app.steelyard.ui.kit.Callout;
import app.steelyard.ui.kit.Choice;
import app.steelyard.ui.kit.Fx;
import app.steelyard.ui.work.Workspace;
import atlantafx.base.theme.Styles;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.controlsfx.control.PopOver.ArrowLocation;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** All about how sure one number is: its range, what moves with it, and where that comes from. */
final class RangePopover extends VBox {
    private static final Texts TEXTS = Texts.of(RangePopover.class);
    private static final double WIDTH = 380;
    private static final double FIRST_COEFFICIENT = 0.5;

    private final Workspace workspace;
    private final PlanNumber number;
    private final String name;
    private final List<Runnable> refreshes = new ArrayList<>();
    /** The fields of this popover, which refuse nothing once it is closed. */
    private final List<String> paths = new ArrayList<>();

    private final Label refusal = Fx.id("range.refusal", Fx.paragraph("", "refusal"));
    private List<String> partners = List.of();
    private boolean ranged;

    private RangePopover(Workspace workspace, PlanNumber number) {
        super(10);
        this.workspace = workspace;
        this.number = number;
        this.name = NumberLabels.of(workspace.plan(), number);
        setId("range");
        getStyleClass().add("explanation");
        setPrefWidth(WIDTH);
        UndoKeys.in(this, workspace);
        build();
    }

    static void show(Workspace workspace, PlanNumber number, Node owner) {
        RangePopover content = new RangePopover(workspace, number);
        Subscription subscription = workspace.planProperty().subscribe(p -> content.refresh());
        Callout.show(content, owner, ArrowLocation.LEFT_TOP).setOnHidden(e -> {
            subscription.unsubscribe();
            content.paths.forEach(workspace::withdraw);
        });
        content.focusFirst();
    }

    private Optional<Range> range(Plan plan) {
        return plan.whatIf().range(number.path());
    }

    private void refresh() {
        boolean isRanged = range(workspace.plan()).isPresent();
        if (isRanged != ranged || !partners(workspace.plan()).equals(partners)) {
            build();
            focusFirst();
        } else {
            refreshes.forEach(Runnable::run);
        }
    }

    private void focusFirst() {
        Fx.find(this, ranged ? "range.distribution" : "range.suggestion").ifPresent(Node::requestFocus);
    }

    private void build() {
        refreshes.clear();
        paths.clear();
        Fx.show(refusal, false);
        ranged = range(workspace.plan()).isPresent();
        partners = partners(workspace.plan());
        Label title = Fx.paragraph(TEXTS.get("range.of", name), Styles.TITLE_4);
        getChildren().setAll(title);
        if (ranged) {
            spread();
            correlations();
            words();
            Button point = Fx.id("range.point", Fx.button(TEXTS.get("range.point"), this::makePoint, Styles.SMALL));
            getChildren().addAll(refusal, new HBox(Fx.spacer(), point));
        } else {
            suggestions();
        }
        refreshes.forEach(Runnable::run);
    }

    private void makePoint() {
        workspace.edit(TEXTS.get("range.point.edit", name), null, p -> RangeText.point(p, number));
    }

    /** For a point: how a range is typed, and a few to begin with. */
    private void suggestions() {
        getChildren().add(Fx.paragraph(TEXTS.get("range.how", RangeText.sign(number)), Styles.TEXT_MUTED));
        HBox buttons = new HBox(6);
        List<String> texts =
                number.unit() == Unit.FRACTION ? List.of("±2 %", "±5 %", "±10 %") : List.of("±10 %", "±25 %", "±50 %");
        for (String text : texts) {
            RangeText.Reading reading = RangeText.parse(text, number, workspace.plan());
            if (reading instanceof Ranged) {
                Button button = Fx.id("range.suggestion", Fx.button(text, () -> apply(reading), Styles.SMALL));
                buttons.getChildren().add(button);
            }
        }
        getChildren().add(buttons);
    }

    private void apply(RangeText.Reading reading) {
        told(workspace.edit(name, null, p -> RangeText.apply(p, number, reading)));
    }

    private void told(List<Problem> problems) {
        refusal.setText(Problem.first(problems).orElse(""));
        Fx.show(refusal, !problems.isEmpty());
    }

    private void spread() {
        RangeShape shape = RangeShape.roomy(WIDTH - 12, 56);
        RangeEnds ends = new RangeEnds(workspace, number, name);
        Choice<Distribution> choice =
                new Choice<>(TEXTS.get("range.distribution"), List.of(Distribution.values()), this::distribute);
        choice.setId("range.distribution");
        Label meaning = Fx.id("range.meaning", Fx.paragraph("", Styles.TEXT_MUTED));
        CommittingField<TextField> low = end(
                "low",
                Range::low,
                (range, value) -> new Range(range.path(), value, range.high(), range.distribution(), range.note()));
        CommittingField<TextField> high = end(
                "high",
                Range::high,
                (range, value) -> new Range(range.path(), range.low(), value, range.distribution(), range.note()));
        CommittingField<TextField> value = entry(
                "value",
                p -> Typing.of(number.get(p), number.unit()),
                typed -> parsed(typed, v -> p -> number.with(p, v)));
        Label valueName = Fx.label("");
        HBox numbers = new HBox(
                8,
                named(Fx.label(TEXTS.get("range.low")), low),
                named(valueName, value),
                named(Fx.label(TEXTS.get("range.high")), high));
        refreshes.add(() -> {
            Range range = range(workspace.plan()).orElseThrow();
            double now = number.get(workspace.plan());
            shape.show(number, now, range);
            ends.show(range);
            choice.set(range.distribution());
            boolean peak = range.distribution() == Distribution.PERT || range.distribution() == Distribution.TRIANGULAR;
            valueName.setText(TEXTS.get(peak ? "range.likeliest" : "range.value"));
            meaning.setText(RangeMark.meaning(
                    range.distribution(),
                    Typing.of(range.low(), number.unit()),
                    Typing.of(range.high(), number.unit())));
        });
        getChildren()
                .addAll(
                        shape,
                        ends,
                        row(TEXTS.get("range.distribution"), choice),
                        numbers,
                        low.message(),
                        value.message(),
                        high.message(),
                        meaning);
    }

    private void distribute(Distribution distribution) {
        told(workspace.edit(
                TEXTS.get("range.edit", name),
                null,
                p -> range(p).map(r -> p.withWhatIf(
                                p.whatIf().with(new Range(r.path(), r.low(), r.high(), distribution, r.note()))))
                        .orElse(p)));
    }

    private interface With {
        Range value(Range range, double value);
    }

    private CommittingField<TextField> end(String key, ToDoubleFunction<Range> getter, With with) {
        return entry(
                key,
                p -> range(p).map(r -> Typing.of(getter.applyAsDouble(r), number.unit()))
                        .orElse(""),
                typed -> parsed(
                        typed,
                        v -> p -> range(p).map(r -> p.withWhatIf(p.whatIf().with(with.value(r, v))))
                                .orElse(p)));
    }

    /** Takes over a number if the range that it makes is one. */
    private Optional<String> parsed(String typed, Function<Double, UnaryOperator<Plan>> change) {
        NumberReader reader = NumberReader.chosen(workspace.plan().currency());
        return switch (reader.read(typed, number.unit())) {
            case NumberReader.Problem problem -> Optional.of(problem.sentence());
            case NumberReader.Value(double value) -> checked(change.apply(value));
        };
    }

    private Optional<String> checked(UnaryOperator<Plan> edit) {
        Plan next = edit.apply(workspace.plan());
        Optional<String> refused = range(next)
                .flatMap(r ->
                        RangeText.refusal(new Ranged(number.get(next), r.low(), r.high(), r.distribution()), number));
        return refused.or(() -> Problem.first(workspace.edit(TEXTS.get("range.edit", name), null, edit)));
    }

    private CommittingField<TextField> entry(
            String key, Function<Plan, String> getter, Function<String, Optional<String>> take) {
        String path = "range." + key;
        CommittingField<TextField> entry = new CommittingField<>(
                new TextField(),
                workspace,
                path,
                TEXTS.get(path.startsWith("range.move.") ? "range.coefficient" : path),
                () -> getter.apply(workspace.plan()),
                take);
        paths.add(path);
        refreshes.add(entry::refresh);
        entry.field().getStyleClass().add("number");
        return entry;
    }

    private static VBox named(Label label, CommittingField<TextField> entry) {
        label.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_MUTED);
        label.setLabelFor(entry.field());
        return new VBox(2, label, entry.field());
    }

    private static HBox row(String name, Node control) {
        return Fx.row(8, Fx.naming(control, Fx.label(name, "row-name")), control);
    }

    private List<Correlation> own(Plan plan) {
        return plan.whatIf().correlations().stream()
                .filter(c -> c.first().equals(number.path()) || c.second().equals(number.path()))
                .toList();
    }

    private String other(Correlation correlation) {
        return correlation.first().equals(number.path()) ? correlation.second() : correlation.first();
    }

    private List<String> partners(Plan plan) {
        return own(plan).stream().map(this::other).toList();
    }

    private String nameAt(String path) {
        Plan plan = workspace.plan();
        return PlanNumber.at(plan, path).map(n -> NumberLabels.of(plan, n)).orElse(path);
    }

    private void correlations() {
        getChildren().add(Fx.label(TEXTS.get("range.moves"), Styles.TEXT_BOLD));
        for (int i = 0; i < partners.size(); i++) {
            String partner = partners.get(i);
            CommittingField<TextField> coefficient = entry(
                    "move." + i,
                    p -> coefficient(p, partner)
                            .map(c -> Typing.of(c, Unit.COUNT))
                            .orElse(""),
                    typed -> correlated(partner, typed));
            coefficient.field().setAccessibleText(TEXTS.get("range.coefficient.of", nameAt(partner)));
            coefficient.field().getStyleClass().add("short");
            Label label = Fx.paragraph(nameAt(partner));
            Fx.grow(label);
            Button remove = Fx.iconButton(
                    Feather.X, TEXTS.get("range.moves.remove", nameAt(partner)), () -> correlate(partner, null));
            remove.setId("range.move." + i + ".remove");
            remove.getStyleClass().addAll(Styles.SMALL, "quiet");
            HBox line = Fx.row(6, label, coefficient.field(), remove);
            getChildren().addAll(line, coefficient.message());
        }
        MenuButton add = Fx.id("range.moves.add", new MenuButton(TEXTS.get("range.moves.add")), Styles.SMALL);
        List<String> others = workspace.plan().whatIf().ranges().stream()
                .map(Range::path)
                .filter(p -> !p.equals(number.path()) && !partners.contains(p))
                .toList();
        for (String path : others) {
            MenuItem item = new MenuItem(nameAt(path));
            item.setOnAction(e -> correlate(path, FIRST_COEFFICIENT));
            add.getItems().add(item);
        }
        if (!others.isEmpty()) {
            getChildren().add(add);
        }
        getChildren()
                .add(Fx.paragraph(
                        TEXTS.get(others.isEmpty() && partners.isEmpty() ? "range.moves.none" : "range.moves.help"),
                        Styles.TEXT_MUTED,
                        Styles.TEXT_SMALL));
    }

    private Optional<Double> coefficient(Plan plan, String partner) {
        return own(plan).stream()
                .filter(c -> other(c).equals(partner))
                .map(Correlation::coefficient)
                .findFirst();
    }

    private Optional<String> correlated(String partner, String typed) {
        return switch (NumberReader.chosen().read(typed, Unit.COUNT)) {
            case NumberReader.Problem problem -> Optional.of(problem.sentence());
            case NumberReader.Value(double value) ->
                Math.abs(value) <= 1 ? correlate(partner, value) : Optional.of(TEXTS.get("range.coefficient.outside"));
        };
    }

    /** @param coefficient null for none */
    private Optional<String> correlate(String partner, @Nullable Double coefficient) {
        return Problem.first(workspace.edit(TEXTS.get("range.moves.edit", name, nameAt(partner)), null, p -> {
            List<Correlation> changed = new ArrayList<>(p.whatIf().correlations());
            Correlation before = own(p).stream()
                    .filter(c -> other(c).equals(partner))
                    .findFirst()
                    .orElse(null);
            int at = before == null ? changed.size() : changed.indexOf(before);
            if (before != null) {
                changed.remove(at);
            }
            if (coefficient != null) {
                changed.add(
                        at,
                        before == null
                                ? new Correlation(number.path(), partner, coefficient)
                                : new Correlation(before.first(), before.second(), coefficient));
            }
            return p.withWhatIf(p.whatIf().withCorrelations(changed));
        }));
    }

    private void words() {
        text("source", p -> p.sources().getOrDefault(number.path(), ""), (p, s) -> p.withSource(number.path(), s));
        text(
                "note",
                p -> range(p).map(Range::note).orElse(""),
                (p, s) -> range(p).map(r -> p.withWhatIf(p.whatIf()
                                .with(new Range(
                                        r.path(), r.low(), r.high(), r.distribution(), s.isBlank() ? null : s))))
                        .orElse(p));
    }

    private void text(
            String key, Function<Plan, String> getter, java.util.function.BiFunction<Plan, String, Plan> setter) {
        TextEntry entry = new TextEntry(workspace, "range." + key, TEXTS.get("range." + key), getter, setter);
        paths.add("range." + key);
        refreshes.add(entry::refresh);
        entry.field().setPromptText(TEXTS.get("range." + key + ".prompt"));
        HBox.setHgrow(entry.field(), Priority.ALWAYS);
        getChildren().addAll(row(TEXTS.get("range." + key), entry.field()), entry.message());
    }
}
