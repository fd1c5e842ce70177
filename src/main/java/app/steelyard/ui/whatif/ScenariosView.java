package app.steelyard.ui.whatif;

import app.steelyard.app.Dialogs;
import app.steelyard.app.whatif.ScenarioEdits;
import app.steelyard.chart.catalog.doubt.ScenarioChart;
import app.steelyard.cost.result.Architecture;
import app.steelyard.cost.result.Evaluation;
import app.steelyard.plan.Plan;
import app.steelyard.plan.PlanField;
import app.steelyard.plan.PlanNumber;
import app.steelyard.pricing.PriceBook;
import app.steelyard.text.Texts;
import app.steelyard.ui.kit.Card;
import app.steelyard.ui.kit.ChartView;
import app.steelyard.ui.kit.Fx;
import app.steelyard.ui.kit.Look;
import app.steelyard.ui.kit.Picker;
import app.steelyard.ui.work.Latest;
import app.steelyard.ui.work.Workspace;
import app.steelyard.whatif.story.ScenarioTable;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** The plan and its scenarios: side by side as numbers to edit, as a chart, and what makes two of them differ. */
final class ScenariosView extends VBox {
    private static final Texts TEXTS = Texts.of(ScenariosView.class);

    private final Workspace workspace;
    private final Latest<Task, ScenarioTable> latest;
    private final ScenarioGrid grid;
    private final Label sentence = Fx.id("whatif.scenario.sentence", Fx.paragraph(""));
    private final ChartView chart;
    private final DifferenceCard difference = new DifferenceCard();

    private record Task(Plan plan, PriceBook book) {}

    ScenariosView(Workspace workspace, Dialogs dialogs, Look look) {
        super(12);
        this.workspace = workspace;
        latest = new Latest<>(
                Latest.Threads.background("steelyard-scenarios"),
                List.of((t, cancelled) -> ScenarioTable.of(t.plan(), t.book())),
                this::show,
                e -> sentence.setText(String.valueOf(e.getMessage())));
        grid = new ScenarioGrid(workspace);
        Picker<PlanNumber> row = Picker.of("whatif.scenario.row", TEXTS.get("scenario.row"), this::rows, n -> {
            grid.want(n.path());
            refresh();
        });
        row.set(new Picker.Option<>(null, TEXTS.get("scenario.row"), "", List.of()));
        chart = new ChartView("whatif.scenarios.chart", dialogs, look.paletteProperty(), k -> {}).withSentence();
        getChildren()
                .addAll(
                        Card.explained(
                                TEXTS.get("scenario.title"),
                                TEXTS.get("scenario.text"),
                                sentence,
                                grid,
                                DoubtParts.form(
                                        DoubtParts.button(
                                                "whatif.scenario.add", TEXTS.get("scenario.add"), this::addScenario),
                                        row)),
                        chart,
                        difference);
        setId("whatif.scenarios");
        new WhileShown(this, workspace, this::refresh, latest::cancel);
    }

    private List<Picker.Option<PlanNumber>> rows() {
        Plan plan = workspace.plan();
        return PlanNumber.of(plan).stream().map(n -> DoubtParts.option(plan, n)).toList();
    }

    private void addScenario() {
        workspace.edit(TEXTS.get("scenario.add"), null, p -> ScenarioEdits.add(p, TEXTS.get("scenario.new")));
        if (workspace.plan().whatIf().scenarios().stream()
                .allMatch(c -> c.values().isEmpty())) {
            grid.wantFirst(PlanField.REQUESTS_PER_MONTH.path());
            refresh();
        }
    }

    private void refresh() {
        latest.request(new Task(workspace.plan(), workspace.book()));
    }

    private void show(ScenarioTable table) {
        grid.show(table);
        Fx.show(chart, table.columns().size() > 1);
        sentence.setText(sentence(table));
        chart.show(ScenarioChart.of(table));
        difference.show(table);
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
                .mapToObj(c -> TEXTS.get("scenario.other", table.title(c), cheapest(table, c)))
                .toList();
        return others.isEmpty()
                ? TEXTS.get("scenario.same", cheapest(table, 0))
                : TEXTS.get("scenario.changes", cheapest(table, 0), String.join(", ", others));
    }

    /** The cheapest design that can do the job. */
    static String cheapest(ScenarioTable table, int column) {
        return table.cheapest(column).map(e -> e.architecture().name()).orElse(TEXTS.get("scenario.infeasible"));
    }

    /** Why a design cannot do the job; empty where it can. */
    private static String obstacles(Evaluation evaluation) {
        return evaluation instanceof Evaluation.Priced priced ? String.join(" ", priced.obstacles()) : "";
    }

    /** Why none of the designs of a column can do the job; empty where one can. */
    static String whyNone(ScenarioTable table, int column) {
        return table.cheapest(column).isPresent()
                ? ""
                : table.columns().get(column).comparison().evaluations().stream()
                        .map(e -> TEXTS.get(
                                "scenario.unable.line",
                                e.architecture().name(),
                                e instanceof Evaluation.Unpriced u ? String.join(" ", u.reasons()) : obstacles(e)))
                        .collect(Collectors.joining("\n"));
    }
}
