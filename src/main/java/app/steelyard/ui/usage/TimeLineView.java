package app.steelyard.ui.usage;

import app.steelyard.chart.ChartKey;
import app.steelyard.chart.catalog.usage.TimeLineChart;
import app.steelyard.chart.catalog.usage.UsageMeasure;
import app.steelyard.text.Days;
import app.steelyard.text.Texts;
import app.steelyard.ui.kit.Card;
import app.steelyard.ui.kit.ChartView;
import app.steelyard.ui.kit.Fx;
import app.steelyard.ui.kit.Segments;
import app.steelyard.ui.work.Surroundings;
import app.steelyard.usage.figures.UnusualDay;
import app.steelyard.usage.ledger.UsageFigures;
import java.time.LocalDate;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** What was used on each day, with the unusual days marked and explained. */
final class TimeLineView extends VBox {
    private static final Texts TEXTS = Texts.of(TimeLineView.class);
    private static final int MOST_REASONS = 3;

    private final UsageModel model;
    private final UsageWork work;
    private final ChartView days;
    private final VBox reasons = Fx.id("usage.anomalies", new VBox(4));
    /** What is listed, so that a list that someone unfolded stays so while it is the same. */
    private List<UnusualDay> shown = List.of();

    TimeLineView(UsageModel model, UsageWork work, Surroundings surroundings) {
        super(10);
        this.model = model;
        this.work = work;
        Segments<UsageMeasure> measure = new Segments<>(
                "usage.measure",
                TEXTS.get("measure"),
                List.of(UsageMeasure.values()),
                UsageMeasure::title,
                model.measure()::set);
        days = new ChartView(
                "usage.days", surroundings.dialogs(), surroundings.look().paletteProperty(), this::day);
        VBox unusual = Card.of(TEXTS.get("anomalies"), reasons);
        getChildren().addAll(measure, days, unusual);
        model.figures().subscribe(figures -> refresh());
        model.measure().subscribe(m -> refresh());
        reasons.visibleProperty().subscribe(visible -> Fx.show(unusual, visible));
    }

    private void refresh() {
        UsageFigures figures = model.figures().get();
        if (figures == null || figures.isEmpty()) {
            return;
        }
        days.show(TimeLineChart.of(figures, model.measure().get()));
        List<UnusualDay> found = figures.unusual();
        if (!found.equals(shown)) {
            shown = found;
            reasons.getChildren()
                    .setAll(new Folded(
                            "usage.anomalies.more",
                            MOST_REASONS,
                            found.stream().map(TimeLineView::line).toList()));
        }
        Fx.show(reasons, !found.isEmpty());
    }

    private static Label line(UnusualDay unusual) {
        return Fx.paragraph(TEXTS.get("anomaly", Days.full(unusual.day()), unusual.reason()));
    }

    /** A click on a day, or on a longer stretch, looks at that alone. */
    private void day(ChartKey key) {
        UsageFigures figures = model.figures().get();
        if (key.item() == null || figures == null || figures.chosen().period() == null) {
            return;
        }
        LocalDate first = LocalDate.parse(key.item());
        Days.Step step = Days.step(
                figures.chosen().period().firstDay(), figures.chosen().period().lastDay());
        work.look(model.scope().get().from(first).until(Days.end(step, first)));
    }
}
