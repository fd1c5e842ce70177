package app.steelyard.ui.calculate;

import app.steelyard.chart.catalog.cost.DesignName;
import app.steelyard.cost.Comparison;
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
        column(TEXTS.get("designs.design"), 180, DesignName::of);
        // An amount is never cut; a long name may be.
        numbers(TEXTS.get("designs.month"), 98, e -> cell(e, Measure.AVERAGE_MONTH))
                .setMinWidth(98);
        numbers(TEXTS.get("designs.total"), 108, e -> cell(e, Measure.TCO)).setMinWidth(108);
        numbers(TEXTS.get("designs.model"), 112, e -> cell(e, Measure.SAVED_BY_MODEL))
                .setMinWidth(112);
        numbers(TEXTS.get("designs.own"), 112, e -> cell(e, Measure.SAVED_BY_DESIGN))
                .setMinWidth(112);
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
