package app.steelyard.ui.whatif;

import app.steelyard.cost.Architecture;
import app.steelyard.cost.Evaluation;
import app.steelyard.plan.NumberText;
import app.steelyard.plan.Plan;
import app.steelyard.plan.PlanField;
import app.steelyard.plan.PlanNumber;
import app.steelyard.plan.PlanProblem;
import app.steelyard.plan.Scenario;
import app.steelyard.pricing.PriceBook;
import app.steelyard.report.chart.ChartSpec;
import app.steelyard.report.chart.ColorRole;
import app.steelyard.report.chart.Key;
import app.steelyard.report.chart.Scale;
import app.steelyard.report.chart.WhatIfCharts;
import app.steelyard.text.Names;
import app.steelyard.text.Numbers;
import app.steelyard.text.Texts;
import app.steelyard.ui.kit.ChartView;
import app.steelyard.ui.kit.Fx;
import app.steelyard.ui.kit.Look;
import app.steelyard.ui.kit.Picker;
import app.steelyard.ui.work.Dialogs;
import app.steelyard.ui.work.Latest;
import app.steelyard.ui.work.Workspace;
import app.steelyard.whatif.Figure;
import app.steelyard.whatif.NumberNames;
import app.steelyard.whatif.Result;
import app.steelyard.whatif.ScenarioTable;
import app.steelyard.whatif.ScenarioTable.Difference;
import atlantafx.base.theme.Styles;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.geometry.HPos;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The plan and its scenarios side by side: numbers to edit, results, and what makes two of them differ. */
final class ScenariosView extends VBox {
    private static final Texts TEXTS = Texts.of(ScenariosView.class);
    private static final List<Figure> FIGURES =
            List.of(Figure.TCO, Figure.AVERAGE_MONTH, Figure.SAVING, Figure.NPV, Figure.FIRST_TOKEN);

    private final Workspace workspace;
    private final Latest<Task, ScenarioTable> latest;
    private final GridPane grid = new GridPane(8, 4);
    private final GridPane lines = new GridPane(16, 2);
    private final Label sentence = Fx.paragraph("");
    private final ChartView chart;
    private final VBox differenceCard;
    private final Picker<Integer> from;
    private final Picker<Integer> to;
    /** Rows that were asked for and in which no scenario differs yet. */
    private final Set<String> wanted = new LinkedHashSet<>();

    private int first;
    private int second = 1;
    private @Nullable ScenarioTable shown;

    private record Task(Plan plan, PriceBook book) {}

    ScenariosView(Workspace workspace, Dialogs dialogs, Look look) {
        super(12);
        this.workspace = workspace;
        latest = new Latest<>(
                Latest.Threads.background("steelyard-scenarios"),
                List.of((t, cancelled) -> ScenarioTable.of(t.plan(), t.book())),
                this::show,
                e -> sentence.setText(String.valueOf(e.getMessage())));
        Picker<PlanNumber> row = new Picker<>("whatif.scenario.row", TEXTS.get("scenario.row"), this::rows, n -> {
            if (n != null) {
                wanted.add(n.path());
                refresh();
            }
        });
        row.set(new Picker.Option<>(null, TEXTS.get("scenario.row"), "", List.of()));
        grid.setId("whatif.scenario.grid");
        sentence.setId("whatif.scenario.sentence");
        ScrollPane scroll = new ScrollPane(grid);
        // Room for the bar, which would hide the last row.
        grid.setPadding(new Insets(0, 0, 16, 0));
        scroll.setVbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("plain-scroll");
        from = column("from", i -> first = i);
        to = column("to", i -> second = i);
        lines.setId("whatif.difference");
        differenceCard = Parts.card(
                TEXTS.get("difference.title"),
                TEXTS.get("difference.text"),
                Parts.form(Parts.name(TEXTS.get("difference.from")), from, Parts.name(TEXTS.get("difference.to")), to),
                lines);
        chart = new ChartView("whatif.scenarios.chart", dialogs, look.paletteProperty(), k -> {}).withSentence();
        getChildren()
                .addAll(
                        Parts.card(
                                TEXTS.get("scenario.title"),
                                TEXTS.get("scenario.text"),
                                sentence,
                                scroll,
                                Parts.form(
                                        Parts.button(
                                                "whatif.scenario.add", TEXTS.get("scenario.add"), this::addScenario),
                                        row)),
                        chart,
                        differenceCard);
        setId("whatif.scenarios");
        new WhileShown(this, workspace, this::refresh, latest::cancel);
    }

    private interface Taking {
        void take(int index);
    }

    private Picker<Integer> column(String key, Taking taking) {
        return new Picker<>(
                "whatif.difference." + key,
                TEXTS.get("difference." + key),
                () -> shown == null
                        ? List.of()
                        : IntStream.range(0, shown.columns().size())
                                .mapToObj(this::option)
                                .toList(),
                i -> {
                    if (i != null) {
                        taking.take(i);
                        showDifference();
                    }
                });
    }

    private Picker.Option<Integer> option(int index) {
        return new Picker.Option<>(index, shown == null ? "" : title(shown, index), "", List.of());
    }

    private static String title(ScenarioTable table, int column) {
        return column == 0
                ? TEXTS.get("scenario.plan")
                : table.columns().get(column).name();
    }

    private List<Picker.Option<PlanNumber>> rows() {
        Plan plan = workspace.plan();
        return PlanNumber.of(plan).stream().map(n -> Parts.option(plan, n)).toList();
    }

    private void addScenario() {
        workspace.edit(TEXTS.get("scenario.add"), null, p -> ScenarioEdits.add(p, TEXTS.get("scenario.new")));
        if (wanted.isEmpty()
                && workspace.plan().whatIf().scenarios().stream()
                        .allMatch(s -> s.values().isEmpty())) {
            wanted.add(PlanField.REQUESTS_PER_MONTH.path());
            refresh();
        }
    }

    private void refresh() {
        latest.request(new Task(workspace.plan(), workspace.book()));
    }

    private void show(ScenarioTable table) {
        shown = table;
        Node focused = getScene() == null ? null : getScene().getFocusOwner();
        String id = focused == null || !grid.equals(focused.getParent()) && !within(focused) ? null : focused.getId();
        fill(table);
        if (id != null) {
            Fx.find(grid, id).ifPresent(Node::requestFocus);
        }
        boolean several = table.columns().size() > 1;
        Fx.show(chart, several);
        Fx.show(differenceCard, several);
        sentence.setText(sentence(table));
        chart.show(chart(table));
        first = Math.min(first, table.columns().size() - 1);
        second = Math.min(Math.max(second, several ? 1 : 0), table.columns().size() - 1);
        showDifference();
    }

    private boolean within(Node node) {
        for (Node n = node; n != null; n = n.getParent()) {
            if (n.equals(grid)) {
                return true;
            }
        }
        return false;
    }

    /** Where the scenarios change the answer. */
    private static String sentence(ScenarioTable table) {
        if (table.columns().size() == 1) {
            return TEXTS.get("scenario.none");
        }
        Optional<Architecture> own = table.cheapest(0).map(Evaluation.Priced::architecture);
        List<String> others = IntStream.range(1, table.columns().size())
                .filter(c ->
                        !table.cheapest(c).map(Evaluation.Priced::architecture).equals(own))
                .mapToObj(c -> TEXTS.get("scenario.other", title(table, c), cheapest(table, c)))
                .toList();
        return others.isEmpty()
                ? TEXTS.get("scenario.same", cheapest(table, 0))
                : TEXTS.get("scenario.changes", cheapest(table, 0), String.join(", ", others));
    }

    private static String cheapest(ScenarioTable table, int column) {
        return table.cheapest(column)
                .map(e -> Names.of(e.architecture().design()))
                .orElse(TEXTS.get("scenario.infeasible"));
    }

    private void fill(ScenarioTable table) {
        grid.getChildren().clear();
        Plan plan = table.columns().get(0).plan();
        int line = 0;
        for (int c = 0; c < table.columns().size(); c++) {
            grid.add(c == 0 ? Fx.label(TEXTS.get("scenario.plan"), Styles.TEXT_BOLD) : head(table, c), c + 1, line);
        }
        line++;
        for (PlanNumber number : numbers(table, plan)) {
            grid.add(rowName(NumberNames.of(plan, number)), 0, line);
            for (int c = 0; c < table.columns().size(); c++) {
                grid.add(cell(table, number, c), c + 1, line);
            }
            line++;
        }
        grid.add(rowName(TEXTS.get("scenario.cheapest")), 0, line);
        for (int c = 0; c < table.columns().size(); c++) {
            Label best = Fx.label(cheapest(table, c), Styles.TEXT_BOLD);
            GridPane.setHalignment(best, HPos.RIGHT);
            grid.add(best, c + 1, line);
        }
        line++;
        for (Figure figure : FIGURES) {
            grid.add(rowName(figure.label()), 0, line);
            for (int c = 0; c < table.columns().size(); c++) {
                Result result = Result.of(figure);
                Label value = Fx.label(
                        result.show(table.value(c, result), plan.finance().currency()), "figures");
                GridPane.setHalignment(value, HPos.RIGHT);
                grid.add(value, c + 1, line);
            }
            line++;
        }
    }

    private static Label rowName(String text) {
        Label label = Fx.label(text);
        label.setMinWidth(200);
        label.setPrefWidth(240);
        label.setTooltip(Fx.tooltip(text));
        return label;
    }

    /** Those that a scenario replaces, and those asked for. */
    private List<PlanNumber> numbers(ScenarioTable table, Plan plan) {
        Set<PlanNumber> numbers = new LinkedHashSet<>();
        table.numbers().forEach(o -> numbers.add(o.number()));
        wanted.forEach(p -> PlanNumber.at(plan, p).ifPresent(numbers::add));
        return List.copyOf(numbers);
    }

    private Node head(ScenarioTable table, int column) {
        int index = column - 1;
        String name = table.columns().get(column).name();
        Typed typed = new Typed(
                "whatif.scenario.name." + index,
                TEXTS.get("scenario.name"),
                text -> refusal(
                        workspace.edit(TEXTS.get("scenario.rename"), null, p -> ScenarioEdits.rename(p, index, text))));
        typed.set(name);
        typed.field().setPrefColumnCount(12);
        HBox buttons = new HBox(
                quiet(Feather.COPY, "duplicate", name, index, p -> ScenarioEdits.duplicate(p, index)),
                quiet(Feather.TRASH_2, "delete", name, index, p -> ScenarioEdits.remove(p, index)));
        HBox head = new HBox(2, typed, buttons);
        head.setAlignment(Pos.TOP_LEFT);
        return head;
    }

    private Node quiet(
            Feather icon, String key, String name, int index, java.util.function.UnaryOperator<Plan> change) {
        String text = TEXTS.get("scenario." + key, name);
        var button = Fx.iconButton(icon, text, () -> workspace.edit(text, null, change));
        button.setId("whatif.scenario." + key + "." + index);
        button.getStyleClass().add("quiet");
        return button;
    }

    private static Optional<String> refusal(List<PlanProblem> problems) {
        return problems.stream().findFirst().map(PlanProblem::reason);
    }

    private Node cell(ScenarioTable table, PlanNumber number, int column) {
        double value = number.get(table.columns().get(column).plan());
        String text = Double.isNaN(value) ? "" : NumberText.format(value, number.unit());
        String shownText = number.unit() == app.steelyard.plan.Unit.FRACTION && !text.isEmpty() ? text + " %" : text;
        if (column == 0) {
            Label label = Fx.label(shownText, "figures");
            GridPane.setHalignment(label, HPos.RIGHT);
            return label;
        }
        int index = column - 1;
        Scenario scenario = table.columns().get(0).plan().whatIf().scenarios().get(index);
        boolean overridden = scenario.values().stream().anyMatch(v -> v.path().equals(number.path()));
        String name = NumberNames.of(workspace.plan(), number);
        Typed typed = new Typed(
                "whatif.cell." + index + "." + number.path(),
                TEXTS.get("scenario.cell", name, scenario.name()),
                typedText -> take(number, index, name, typedText));
        typed.set(shownText);
        typed.field().getStyleClass().add("number");
        Fx.style(typed.field(), "overridden", overridden);
        HBox cell = new HBox(2, typed);
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
            cell.getChildren().add(reset);
            wanted.add(number.path());
        }
        return cell;
    }

    private Optional<String> take(PlanNumber number, int index, String name, String typed) {
        OptionalDouble value = NumberText.parse(typed, number.unit());
        if (value.isEmpty()) {
            return Optional.of(TEXTS.get("scenario.notNumber", typed));
        }
        return refusal(workspace.edit(
                TEXTS.get("scenario.edit", name),
                null,
                p -> ScenarioEdits.set(p, index, number.path(), value.getAsDouble())));
    }

    private static ChartSpec chart(ScenarioTable table) {
        List<Architecture> architectures = table.architectures();
        List<ChartSpec.Group> groups = new ArrayList<>();
        for (int c = 0; c < table.columns().size(); c++) {
            ScenarioTable.Column column = table.columns().get(c);
            List<Double> values = column.comparison().evaluations().stream()
                    .map(e -> e instanceof Evaluation.Priced p ? p.measures().tco() : Double.NaN)
                    .toList();
            int best = table.cheapest(c)
                    .map(e -> column.comparison().evaluations().indexOf(e))
                    .orElse(-1);
            groups.add(new ChartSpec.Group(title(table, c), values, best, Key.NONE));
        }
        return WhatIfCharts.groups(
                new WhatIfCharts.Head(
                        TEXTS.get("scenario.chart"),
                        Scale.money(table.columns().get(0).plan().finance().currency()),
                        TEXTS.get("scenario.chart.text")),
                TEXTS.get("scenario"),
                architectures.stream()
                        .map(a -> new ChartSpec.Legend(Names.of(a.design()), ColorRole.of(a.design())))
                        .toList(),
                groups);
    }

    private void showDifference() {
        ScenarioTable table = shown;
        lines.getChildren().clear();
        if (table == null || table.columns().size() < 2) {
            return;
        }
        from.set(option(first));
        to.set(option(second));
        String currency = table.columns().get(0).plan().finance().currency();
        Optional<Difference> difference =
                table.difference(first, second).map(d -> d.rounded(Numbers.decimals(currency)));
        if (difference.isEmpty()) {
            lines.add(Fx.paragraph(TEXTS.get("difference.none")), 0, 0);
            return;
        }
        Difference d = difference.get();
        line(
                0,
                Styles.TEXT_BOLD,
                TEXTS.get("difference.line"),
                title(table, first) + ": " + Names.of(d.from().design()),
                title(table, second) + ": " + Names.of(d.to().design()),
                TEXTS.get("difference.difference"));
        int at = 1;
        for (Difference.Row row : d.rows()) {
            String name = Names.of(row.kind()) + (row.subject().isEmpty() ? "" : ": " + row.subject());
            line(
                    at++,
                    "figures",
                    name,
                    Numbers.money(row.from(), currency),
                    Numbers.money(row.to(), currency),
                    Numbers.money(row.difference(), currency));
        }
        line(
                at,
                Styles.TEXT_BOLD,
                TEXTS.get("difference.total"),
                Numbers.money(d.totalFrom(), currency),
                Numbers.money(d.totalTo(), currency),
                Numbers.money(d.difference(), currency));
    }

    private void line(int at, String style, String... texts) {
        List<Label> labels = Stream.of(texts).map(t -> Fx.label(t, style)).toList();
        for (int i = 0; i < labels.size(); i++) {
            GridPane.setHalignment(labels.get(i), i == 0 ? HPos.LEFT : HPos.RIGHT);
            lines.add(labels.get(i), i, at);
        }
    }
}
