package app.steelyard.ui.usage;

import app.steelyard.chart.ChartKey;
import app.steelyard.chart.catalog.usage.BreakdownChart;
import app.steelyard.chart.catalog.usage.UsageSide;
import app.steelyard.text.Texts;
import app.steelyard.ui.kit.ChartView;
import app.steelyard.ui.kit.Segments;
import app.steelyard.ui.work.Surroundings;
import app.steelyard.usage.ledger.LookedAt;
import app.steelyard.usage.ledger.UsageFigures;
import java.util.List;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Which models or projects the usage comes from; a click looks at one of them alone. */
final class BreakdownView extends VBox {
    private static final Texts TEXTS = Texts.of(BreakdownView.class);

    private final UsageModel model;
    private final UsageWork work;
    private final Segments<UsageSide> side;
    private final ChartView chart;

    BreakdownView(UsageModel model, UsageWork work, Surroundings surroundings) {
        super(10);
        this.model = model;
        this.work = work;
        side = new Segments<>(
                "usage.side", TEXTS.get("side"), List.of(UsageSide.values()), UsageSide::title, s -> refresh());
        chart = new ChartView(
                "usage.parts", surroundings.dialogs(), surroundings.look().paletteProperty(), this::look);
        setVgrow(chart, Priority.ALWAYS);
        getChildren().addAll(side, chart);
        model.figures().subscribe(figures -> refresh());
        model.measure().subscribe(m -> refresh());
    }

    private void refresh() {
        UsageFigures figures = model.figures().get();
        if (figures != null && !figures.isEmpty()) {
            chart.show(BreakdownChart.of(figures, model.measure().get(), side.get()));
        }
    }

    /** A second click on the same looks at all again. */
    private void look(ChartKey key) {
        String item = key.item();
        if (item == null) {
            return;
        }
        LookedAt scope = model.scope().get();
        work.look(
                side.get() == UsageSide.MODEL
                        ? scope.ofModel(item.equals(scope.model()) ? null : item)
                        : scope.inProject(item.equals(scope.project()) ? null : item));
    }
}
