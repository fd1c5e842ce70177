package app.steelyard.ui.whatif;

import app.steelyard.app.Dialogs;
import app.steelyard.app.whatif.ScenarioEdits;
import app.steelyard.chart.catalog.doubt.ScenarioChart;
import app.steelyard.cost.result.Evaluation;
import app.steelyard.plan.Plan;
import app.steelyard.plan.PlanField;
import app.steelyard.plan.PlanNumber;
import app.steelyard.plan.Scenario;
import app.steelyard.pricing.PriceBook;
import app.steelyard.text.Names;
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
import java.util.stream.Stream;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

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
        Picker<String> row = Picker.of("whatif.scenario.row", TEXTS.get("scenario.row"), this::rows, path -> {
            grid.want(path);
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
                        difference,
                        new ModelsCard(workspace));
        setId("whatif.scenarios");
        new WhileShown(this, workspace, this::refresh, latest::cancel);
    }

    /** The models and numbers of the plan, by their paths. */
    private List<Picker.Option<String>> rows() {
        Plan plan = workspace.plan();
        Stream<Picker.Option<String>> models = Stream.of(Scenario.Models.Role.values())
                .map(r -> new Picker.Option<>(r.path(), Names.of(r), "", List.of()));
        Stream<Picker.Option<String>> numbers = PlanNumber.offered(plan).stream()
                .map(n -> DoubtParts.option(plan, n))
                .map(o -> new Picker.Option<>(path(o.value()), o.title(), o.detail(), o.marks()));
        return Stream.concat(models, numbers).toList();
    }

    private static @Nullable String path(@Nullable PlanNumber number) {
        return number == null ? null : number.path();
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
        Optional<String> own = table.cheapestName(0);
        List<String> others = IntStream.range(1, table.columns().size())
                .filter(c -> !table.cheapestName(c).equals(own))
                .mapToObj(c -> TEXTS.get("scenario.other", table.title(c), cheapest(table, c)))
                .toList();
        return others.isEmpty()
                ? TEXTS.get("scenario.same", cheapest(table, 0))
                : TEXTS.get("scenario.changes", cheapest(table, 0), String.join(", ", others));
    }

    /** The cheapest design that can do the job. */
    static String cheapest(ScenarioTable table, int column) {
        return table.cheapestName(column).orElse(TEXTS.get("scenario.infeasible"));
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
                                table.name(column, e.architecture()),
                                e instanceof Evaluation.Unpriced u ? String.join(" ", u.reasons()) : obstacles(e)))
                        .collect(Collectors.joining("\n"));
    }
}
