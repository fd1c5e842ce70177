package app.steelyard.ui.whatif;

import app.steelyard.app.whatif.ScenarioEdits;
import app.steelyard.plan.Plan;
import app.steelyard.plan.Scenario;
import app.steelyard.pricing.Model;
import app.steelyard.pricing.PriceBook;
import app.steelyard.report.ModelLine;
import app.steelyard.report.ModelLine.Column;
import app.steelyard.text.Texts;
import app.steelyard.ui.kit.Card;
import app.steelyard.ui.kit.DenseTable;
import app.steelyard.ui.work.Latest;
import app.steelyard.ui.work.Workspace;
import java.util.List;
import javafx.scene.layout.VBox;

/** The plan on every model that has a price; a row adds a scenario on its model. */
final class ModelsCard extends VBox {
    private static final Texts TEXTS = Texts.of(ModelsCard.class);
    private static final int MOST_ROWS = 9;

    private final Workspace workspace;
    private final Latest<Task, List<ModelLine>> latest;
    private final DenseTable<ModelLine> table = new DenseTable<>(MOST_ROWS);

    private record Task(Plan plan, PriceBook book) {}

    ModelsCard(Workspace workspace) {
        super(12);
        this.workspace = workspace;
        latest = new Latest<>(
                Latest.Threads.background("steelyard-models"),
                List.of((t, cancelled) -> ModelLine.all(t.plan(), t.book())),
                table::fill,
                e -> table.fill(List.of()));
        table.setId("whatif.models");
        table.setAccessibleText(TEXTS.get("models.title"));
        table.column(Column.MODEL.title(), 150, l -> l.cell(Column.MODEL));
        numbers(Column.WINDOW, 94);
        numbers(Column.PRICES, 190);
        numbers(Column.OBSERVED, 64);
        numbers(Column.TOKENS, 84);
        numbers(Column.SUCCESS, 70);
        numbers(Column.RETIRES, 96);
        numbers(Column.MONTH, 80);
        numbers(Column.CACHING, 92);
        table.onOpen(() -> {
            ModelLine line = table.getSelectionModel().getSelectedItem();
            if (line != null && !line.on().base()) {
                add(line.on().model());
            }
        });
        getChildren()
                .addAll(
                        Card.explained(TEXTS.get("models.title"), TEXTS.get("models.text", ModelLine.note()), table),
                        Card.explained(
                                TEXTS.get("stated.title"), TEXTS.get("stated.text"), new StatedModels(workspace)));
        new WhileShown(this, workspace, this::refresh, latest::cancel);
    }

    private void numbers(Column column, double width) {
        // The headings of reports are too long for a window; what they leave out stands above.
        table.numbers(TEXTS.get("models." + column), width, l -> l.cell(column));
    }

    private void add(Model model) {
        workspace.edit(TEXTS.get("scenario.add"), null, p -> {
            Plan more = ScenarioEdits.add(p, model.name());
            int last = more.whatIf().scenarios().size() - 1;
            return ScenarioEdits.on(more, last, Scenario.Models.Role.BASE, model.ref());
        });
    }

    private void refresh() {
        latest.request(new Task(workspace.plan(), workspace.book()));
    }
}
