package app.steelyard.ui.usage;

import app.steelyard.chart.catalog.usage.UsageHitRateChart;
import app.steelyard.plan.item.HitRateTarget;
import app.steelyard.text.Names;
import app.steelyard.text.Numbers;
import app.steelyard.text.Texts;
import app.steelyard.ui.kit.ChartView;
import app.steelyard.ui.kit.Fx;
import app.steelyard.ui.kit.Segments;
import app.steelyard.ui.work.Surroundings;
import app.steelyard.usage.UsageWords;
import app.steelyard.usage.ledger.RequestGaps;
import app.steelyard.usage.ledger.UsageFigures;
import atlantafx.base.theme.Styles;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The measured hit rate beside those that lifetimes would give, against a target of the guide. */
final class HitRateView extends VBox {
    private static final Texts TEXTS = Texts.of(HitRateView.class);

    private final UsageModel model;
    private final ChartView chart;
    private final Segments<HitRateTarget> target;
    private final Label arrivals = Fx.id("usage.arrivals", Fx.paragraph("", Styles.TEXT_MUTED));

    HitRateView(UsageModel model, Surroundings surroundings) {
        super(10);
        this.model = model;
        target = new Segments<>(
                "usage.target", TEXTS.get("hit.targets"), List.of(HitRateTarget.values()), Names::of, t -> refresh());
        chart = new ChartView(
                "usage.hitRates", surroundings.dialogs(), surroundings.look().paletteProperty(), key -> {});
        setVgrow(chart, Priority.ALWAYS);
        getChildren().addAll(target, chart, arrivals);
        model.figures().subscribe(figures -> refresh());
    }

    private void refresh() {
        UsageFigures figures = model.figures().get();
        if (figures != null && !figures.isEmpty()) {
            chart.show(UsageHitRateChart.of(figures, target.get()));
            arrivals.setText(sentence(figures));
        }
    }

    private static String sentence(UsageFigures figures) {
        RequestGaps a = figures.arrivals();
        if (a.requests() == 0) {
            return TEXTS.get("hit.noTimes");
        }
        String text = TEXTS.get(
                "hit.arrivals",
                UsageParts.count(a.requests()),
                UsageParts.count(a.prefixes()),
                Double.isNaN(a.requestsPerHour()) ? UsageWords.NONE : Numbers.rate(a.requestsPerHour()));
        String dates = figures.scope().always() ? "" : " " + TEXTS.get("hit.allDays");
        return a.standIn() ? text + " " + TEXTS.get("hit.standIn") + dates : text + dates;
    }
}
