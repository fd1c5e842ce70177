package app.steelyard.ui.calculate;

import app.steelyard.chart.catalog.cost.DesignName;
import app.steelyard.cost.Comparison;
import app.steelyard.cost.explain.MeasureWords;
import app.steelyard.cost.result.Evaluation;
import app.steelyard.cost.result.Measure;
import app.steelyard.report.RoundedMoney;
import app.steelyard.text.Amount;
import app.steelyard.text.Money;
import app.steelyard.text.Texts;
import app.steelyard.ui.kit.DenseTable;
import app.steelyard.ui.work.Workspace;
import org.jspecify.annotations.Nullable;

/** All designs on their models, with what of each saving is the model's. A row shows the details of its design. */
final class DesignTable extends DenseTable<Evaluation.Priced> {
    private static final Texts TEXTS = Texts.of(DesignTable.class);
    private static final int MOST_ROWS = 9;
    private static final String NONE = "–";

    private @Nullable RoundedMoney today;

    DesignTable(Workspace workspace) {
        super(MOST_ROWS);
        setId("designs");
        setAccessibleText(TEXTS.get("designs.title"));
        column(TEXTS.get("designs.design"), 250, DesignName::of);
        numbers(TEXTS.get("designs.month"), 100, e -> cell(e, Measure.AVERAGE_MONTH));
        numbers(TEXTS.get("designs.total"), 110, e -> cell(e, Measure.TCO));
        numbers(TEXTS.get("designs.model"), 120, e -> cell(e, Measure.SAVED_BY_MODEL));
        numbers(TEXTS.get("designs.own"), 120, e -> cell(e, Measure.SAVED_BY_DESIGN));
        numbers(TEXTS.get("designs.token"), 96, e -> MeasureWords.of(e, Measure.FIRST_TOKEN));
        onOpen(() -> {
            Evaluation.Priced row = getSelectionModel().getSelectedItem();
            if (row != null) {
                workspace.select(row.architecture());
            }
        });
    }

    private String cell(Evaluation.Priced e, Measure measure) {
        if (measure.againstToday() && (today == null || e.architecture().today())) {
            return NONE;
        }
        Amount amount = new RoundedMoney(e).of(measure, today);
        return amount instanceof Money money && Double.isFinite(money.value()) ? money.full() : NONE;
    }

    void show(Comparison comparison) {
        today = comparison.baseline() instanceof Evaluation.Priced priced ? new RoundedMoney(priced) : null;
        fill(comparison.priced());
        refresh();
    }
}
