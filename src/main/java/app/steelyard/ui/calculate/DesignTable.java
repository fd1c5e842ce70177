package app.steelyard.ui.calculate;

import app.steelyard.chart.catalog.cost.DesignName;
import app.steelyard.cost.Comparison;
import app.steelyard.cost.result.Architecture;
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
final class DesignTable extends DenseTable<DesignTable.Row> {
    private static final Texts TEXTS = Texts.of(DesignTable.class);
    private static final int MOST_ROWS = 9;
    private static final String NONE = "–";

    /** A design as shown; worked out once, since a table asks for its cells again and again. */
    record Row(Architecture design, String name, String month, String total, String model, String own) {}

    DesignTable(Workspace workspace) {
        super(MOST_ROWS);
        setId("designs");
        setAccessibleText(TEXTS.get("designs.title"));
        column(TEXTS.get("designs.design"), 180, Row::name);
        // An amount is never cut; a long name may be.
        numbers(TEXTS.get("designs.month"), 98, Row::month).setMinWidth(98);
        numbers(TEXTS.get("designs.total"), 108, Row::total).setMinWidth(108);
        numbers(TEXTS.get("designs.model"), 112, Row::model).setMinWidth(112);
        numbers(TEXTS.get("designs.own"), 112, Row::own).setMinWidth(112);
        onOpen(() -> {
            Row row = getSelectionModel().getSelectedItem();
            if (row != null) {
                workspace.select(row.design());
            }
        });
    }

    void show(Comparison comparison) {
        RoundedMoney today =
                comparison.baseline() instanceof Evaluation.Priced priced ? new RoundedMoney(priced) : null;
        fill(comparison.priced().stream().map(e -> row(e, today)).toList());
    }

    private static Row row(Evaluation.Priced e, @Nullable RoundedMoney today) {
        RoundedMoney money = new RoundedMoney(e);
        return new Row(
                e.architecture(),
                DesignName.of(e),
                cell(money, e, Measure.AVERAGE_MONTH, today),
                cell(money, e, Measure.TCO, today),
                cell(money, e, Measure.SAVED_BY_MODEL, today),
                cell(money, e, Measure.SAVED_BY_DESIGN, today));
    }

    private static String cell(
            RoundedMoney rounded, Evaluation.Priced e, Measure measure, @Nullable RoundedMoney today) {
        if (measure.againstToday() && (today == null || e.architecture().today())) {
            return NONE;
        }
        Amount amount = rounded.of(measure, today);
        return amount instanceof Money money && Double.isFinite(money.value()) ? money.full() : NONE;
    }
}
