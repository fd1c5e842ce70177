package app.steelyard.ui.whatif;

import app.steelyard.app.whatif.ScenarioEdits;
import app.steelyard.cost.result.Measure;
import app.steelyard.cost.result.MeasureTable;
import app.steelyard.plan.NumberLabels;
import app.steelyard.plan.Plan;
import app.steelyard.plan.PlanNumber;
import app.steelyard.plan.Scenario;
import app.steelyard.text.Names;
import app.steelyard.text.NumberReader;
import app.steelyard.text.Problem;
import app.steelyard.text.Texts;
import app.steelyard.ui.edit.CommittingField;
import app.steelyard.ui.kit.Fx;
import app.steelyard.ui.work.Workspace;
import app.steelyard.whatif.Result;
import app.steelyard.whatif.story.ScenarioTable;
import atlantafx.base.theme.Styles;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.css.PseudoClass;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import org.kordamp.ikonli.feather.Feather;

/**
 * A column for each scenario, with the numbers to edit and the results. What each row is and what the plan says stay in
 * sight when many scenarios are scrolled.
 */
final class ScenarioGrid extends ScrollPane {
    private static final Texts TEXTS = Texts.of(ScenarioGrid.class);
    private static final Insets BETWEEN = new Insets(2, 0, 2, 8);
    private static final double ROW_NAME = 190;
    private static final double PLANNED = 100;
    /** Around the two. */
    private static final double FRAME = 12;
    /** Beside a field: the button that takes it back. */
    private static final double RESET = 26;
    /** Inside a field, beside its number. */
    private static final double FIELD = 10;
    /** Columns of letters of a field for a number. */
    private static final int LEAST_LETTERS = 9;

    private static final double NARROWEST = 156;
    private static final double WIDEST = 236;

    private static final PseudoClass OVER = PseudoClass.getPseudoClass("over");

    private final Workspace workspace;
    private final GridPane grid = Fx.id("whatif.scenario.grid", new GridPane());
    /** Rows that were asked for and in which no scenario differs yet. */
    private final Set<String> wanted = new LinkedHashSet<>();

    ScenarioGrid(Workspace workspace) {
        this.workspace = workspace;
        // Room for the bar, which would hide the last row.
        grid.setPadding(new Insets(0, 0, 16, 0));
        setContent(grid);
        setVbarPolicy(ScrollBarPolicy.NEVER);
        getStyleClass().add("plain-scroll");
        hvalueProperty().subscribe(h -> freeze());
        viewportBoundsProperty().subscribe(b -> {
            fit();
            freeze();
        });
        grid.widthProperty().subscribe(w -> freeze());
        // Lines that break make the rows higher after the pane was measured, which then would cut the last one.
        grid.heightProperty().subscribe(h -> requestLayout());
        setMinHeight(USE_PREF_SIZE);
    }

    /** Shows the row of a number even if no scenario replaces it. */
    void want(String path) {
        wanted.add(path);
    }

    /** The same while there is no other row. */
    void wantFirst(String path) {
        if (wanted.isEmpty()) {
            want(path);
        }
    }

    void show(ScenarioTable table) {
        Node focused = getScene() == null ? null : getScene().getFocusOwner();
        String id = focused == null || !within(focused) ? null : focused.getId();
        fill(table);
        freeze();
        if (id != null) {
            Fx.find(grid, id).ifPresent(Node::requestFocus);
        }
    }

    private boolean within(Node node) {
        return Stream.<Node>iterate(node, Objects::nonNull, Node::getParent).anyMatch(grid::equals);
    }

    private double hidden() {
        return getHvalue() * Math.max(0, grid.getWidth() - getViewportBounds().getWidth());
    }

    /** Keeps the first column where it is seen, set apart from what is scrolled under it. */
    private void freeze() {
        boolean over = hidden() > 0;
        for (Node node : grid.getChildren()) {
            if (node.getStyleClass().contains("frozen")) {
                node.setTranslateX(hidden());
                node.pseudoClassStateChanged(OVER, over);
            }
        }
    }

    /** Columns share the room that there is; when even the narrowest do not fit, they are scrolled. */
    private void fit() {
        var columns = grid.getColumnConstraints();
        int scenarios = columns.size() - 1;
        double room = getViewportBounds().getWidth() - ROW_NAME - PLANNED - FRAME;
        if (scenarios < 1 || room <= 0) {
            return;
        }
        double wide = Math.clamp(Math.floor(room / scenarios), NARROWEST, WIDEST);
        columns.subList(1, columns.size()).forEach(c -> {
            c.setMinWidth(wide);
            c.setPrefWidth(wide);
            c.setMaxWidth(wide);
        });
    }

    private double frozenWidth() {
        return grid.getChildren().stream()
                .filter(n -> n.getStyleClass().contains("frozen"))
                .mapToDouble(n -> n.getLayoutBounds().getWidth())
                .max()
                .orElse(0);
    }

    /** Scrolls what has the focus out from under the first column. */
    private void reveal(Node cell) {
        double view = getViewportBounds().getWidth();
        double more = grid.getWidth() - view;
        if (more <= 0) {
            return;
        }
        double left = cell.getBoundsInParent().getMinX() - frozenWidth() - BETWEEN.getLeft();
        double right = cell.getBoundsInParent().getMaxX() - view;
        double at = Math.min(Math.max(hidden(), right), left);
        setHvalue(Math.clamp(at / more, 0, 1));
    }

    private void add(Node cell, int column, int line) {
        cell.focusWithinProperty().subscribe(is -> {
            if (is) {
                Platform.runLater(() -> reveal(cell));
            }
        });
        GridPane.setMargin(cell, BETWEEN);
        grid.add(cell, column, line);
    }

    private void addFrozen(String name, String planned, boolean bold, int line) {
        addFrozen(name, planned, bold, "", line);
    }

    private void addFrozen(String name, String planned, boolean bold, String why, int line) {
        Label row = Fx.paragraph(name);
        row.setPrefWidth(ROW_NAME);
        row.setMinWidth(ROW_NAME);
        Label value = Fx.label(planned, "figures");
        Fx.style(value, Styles.TEXT_BOLD, bold);
        warn(value, why);
        value.setMinWidth(PLANNED);
        value.setPrefWidth(PLANNED);
        value.setTextAlignment(TextAlignment.RIGHT);
        value.setWrapText(true);
        value.setId("whatif.scenario.planned." + line);
        HBox frozen = Fx.styled(Fx.row(0, row, value), "frozen");
        frozen.setViewOrder(-1);
        frozen.setMaxHeight(Double.MAX_VALUE);
        grid.add(frozen, 0, line);
    }

    private void addResult(String text, boolean bold, int column, int line) {
        addResult(text, bold, "", column, line);
    }

    /** @param why what is said of it on demand, and as a warning; empty for nothing */
    private void addResult(String text, boolean bold, String why, int column, int line) {
        Label value = Fx.paragraph(text, "figures");
        Fx.style(value, Styles.TEXT_BOLD, bold);
        warn(value, why);
        value.setMaxWidth(Double.MAX_VALUE);
        value.setTextAlignment(TextAlignment.RIGHT);
        value.setId("whatif.scenario.result." + (column - 1) + "." + line);
        value.setPadding(new Insets(0, RESET + FIELD, 0, 0));
        GridPane.setMargin(value, BETWEEN);
        grid.add(value, column, line);
    }

    private static void warn(Label label, String why) {
        if (!why.isEmpty()) {
            label.getStyleClass().add(Styles.DANGER);
            label.setTooltip(Fx.tooltip(why));
            label.setAccessibleText(label.getText() + ". " + why);
            label.setFocusTraversable(true);
        }
    }

    private void fill(ScenarioTable table) {
        grid.getChildren().clear();
        grid.getColumnConstraints()
                .setAll(Stream.generate(ColumnConstraints::new)
                        .limit(table.columns().size())
                        .toList());
        fit();
        Plan plan = table.columns().get(0).plan();
        int columns = table.columns().size();
        int line = 0;
        addFrozen("", table.title(0), true, line);
        for (int c = 1; c < columns; c++) {
            add(head(table, c), c, line);
        }
        for (ScenarioTable.OtherModel model : models(table)) {
            line++;
            addFrozen(Names.of(model.role()), model.names().get(0), false, line);
            for (int c = 1; c < columns; c++) {
                add(model(table, model.role(), c), c, line);
            }
        }
        for (PlanNumber number : numbers(table, plan)) {
            line++;
            addFrozen(NumberLabels.of(plan, number), ScenarioValue.planned(table, number), false, line);
            for (int c = 1; c < columns; c++) {
                add(cell(table, number, c), c, line);
            }
        }
        line++;
        addFrozen(
                TEXTS.get("scenario.cheapest"),
                ScenariosView.cheapest(table, 0),
                true,
                ScenariosView.whyNone(table, 0),
                line);
        for (int c = 1; c < columns; c++) {
            addResult(ScenariosView.cheapest(table, c), true, ScenariosView.whyNone(table, c), c, line);
        }
        for (Measure figure : MeasureTable.SCENARIO_EDITOR.measures()) {
            line++;
            Result result = Result.of(figure);
            addFrozen(Names.of(figure), result.show(table.amount(0, result)), false, line);
            for (int c = 1; c < columns; c++) {
                addResult(result.show(table.amount(c, result)), false, c, line);
            }
        }
    }

    /** Those that a scenario replaces, and those asked for. */
    private List<ScenarioTable.OtherModel> models(ScenarioTable table) {
        return Stream.of(Scenario.Models.Role.values())
                .flatMap(role -> table.models().stream()
                        .filter(m -> m.role() == role)
                        .findFirst()
                        .or(() -> wanted.contains(role.path())
                                ? Optional.of(table.model(role, workspace.book()))
                                : Optional.empty())
                        .stream())
                .toList();
    }

    /** The same of the numbers. */
    private List<PlanNumber> numbers(ScenarioTable table, Plan plan) {
        Set<PlanNumber> numbers = new LinkedHashSet<>();
        table.numbers().forEach(o -> numbers.add(o.number()));
        wanted.forEach(p -> PlanNumber.at(plan, p).ifPresent(numbers::add));
        return List.copyOf(numbers);
    }

    private Node model(ScenarioTable table, Scenario.Models.Role role, int column) {
        wanted.add(role.path());
        HBox cell = new HBox(new ScenarioModel(workspace, table.columns().get(0).plan(), role, column - 1).picker());
        cell.setPadding(new Insets(0, RESET, 0, 0));
        return cell;
    }

    private Node head(ScenarioTable table, int column) {
        int index = column - 1;
        String name = table.columns().get(column).name();
        CommittingField<TextField> typed = new CommittingField<>(
                new TextField(),
                "whatif.scenario.name." + index,
                TEXTS.get("scenario.name"),
                () -> scenario(index).map(Scenario::name).orElse(name),
                text -> Problem.first(
                        workspace.edit(TEXTS.get("scenario.rename"), null, p -> ScenarioEdits.rename(p, index, text))));
        typed.field().setTooltip(Fx.tooltip(name));
        VBox field = typed.withMessage();
        HBox.setHgrow(field, Priority.ALWAYS);
        HBox buttons = new HBox(
                quiet(Feather.COPY, "duplicate", name, index, p -> ScenarioEdits.duplicate(p, index)),
                quiet(Feather.TRASH_2, "delete", name, index, p -> ScenarioEdits.remove(p, index)));
        HBox head = new HBox(2, field, buttons);
        head.setAlignment(Pos.TOP_LEFT);
        head.setPadding(new Insets(0, 8, 0, 0));
        return head;
    }

    private Node quiet(Feather icon, String key, String name, int index, UnaryOperator<Plan> change) {
        String text = TEXTS.get("scenario." + key, name);
        var button = Fx.id(
                "whatif.scenario." + key + "." + index,
                Fx.iconButton(icon, text, () -> workspace.edit(text, null, change)),
                "quiet");
        return button;
    }

    private Optional<Scenario> scenario(int index) {
        return workspace.plan().whatIf().scenarios().stream().skip(index).findFirst();
    }

    /** A number of a scenario; nothing once either is gone. */
    private String shown(PlanNumber number, int index) {
        Plan plan = workspace.plan();
        return PlanNumber.at(plan, number.path())
                .flatMap(n -> scenario(index).map(s -> ScenarioValue.of(n, s.apply(plan))))
                .orElse("");
    }

    private Node cell(ScenarioTable table, PlanNumber number, int column) {
        int index = column - 1;
        Scenario scenario = table.columns().get(0).plan().whatIf().scenarios().get(index);
        boolean overridden = scenario.values().stream().anyMatch(v -> v.path().equals(number.path()));
        String name = NumberLabels.of(workspace.plan(), number);
        CommittingField<TextField> typed = new CommittingField<>(
                new TextField(),
                "whatif.cell." + index + "." + number.path(),
                TEXTS.get("scenario.cell", name, scenario.name()),
                () -> shown(number, index),
                typedText -> take(number, index, name, typedText));
        typed.field().getStyleClass().add("number");
        Fx.style(typed.field(), "overridden", overridden);
        String derived = ScenarioValue.derived(table, number, column);
        if (!derived.isEmpty()) {
            typed.field().setPromptText(derived);
            typed.field().setTooltip(Fx.tooltip(TEXTS.get("scenario.derived.help")));
            typed.field().setAccessibleText(typed.field().getAccessibleText() + ": " + derived);
        }
        typed.field().setPrefColumnCount(LEAST_LETTERS);
        VBox field = typed.withMessage();
        field.setAlignment(Pos.TOP_RIGHT);
        HBox.setHgrow(field, Priority.ALWAYS);
        HBox cell = new HBox(2, field);
        cell.setPadding(new Insets(0, overridden ? 0 : RESET, 0, 0));
        if (overridden) {
            var reset = Fx.iconButton(
                    Feather.ROTATE_CCW,
                    TEXTS.get("scenario.reset", name),
                    () -> workspace.edit(
                            TEXTS.get("scenario.reset", name),
                            null,
                            p -> ScenarioEdits.reset(p, index, number.path())));
            reset.setId("whatif.reset." + index + "." + number.path());
            reset.getStyleClass().add("quiet");
            reset.setMinWidth(RESET - 2);
            reset.setPrefWidth(RESET - 2);
            cell.getChildren().add(reset);
            wanted.add(number.path());
        }
        return cell;
    }

    private Optional<String> take(PlanNumber number, int index, String name, String typed) {
        NumberReader reader = NumberReader.chosen(workspace.plan().currency());
        return switch (reader.read(typed, number.unit())) {
            case NumberReader.Problem problem -> Optional.of(problem.sentence());
            case NumberReader.Value(double value) ->
                Problem.first(workspace.edit(
                        TEXTS.get("scenario.edit", name),
                        null,
                        p -> ScenarioEdits.set(p, index, number.path(), value)));
        };
    }
}
