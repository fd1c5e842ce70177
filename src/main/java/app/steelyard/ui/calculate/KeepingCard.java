package app.steelyard.ui.calculate;

import app.steelyard.chart.catalog.cost.DesignName;
import app.steelyard.cost.Comparison;
import app.steelyard.cost.Handling;
import app.steelyard.cost.explain.MeasureWords;
import app.steelyard.cost.result.Evaluation;
import app.steelyard.cost.result.Measure;
import app.steelyard.text.Names;
import app.steelyard.text.Texts;
import app.steelyard.ui.kit.DenseTable;
import app.steelyard.ui.kit.Fx;
import atlantafx.base.theme.Styles;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.layout.VBox;

/** What the designs differ in beside money, a row for information and one for behaviour. */
final class KeepingCard extends VBox {
    private static final Texts TEXTS = Texts.of(KeepingCard.class);
    private static final int MOST_ROWS = 14;

    private final DenseTable<Row> table = new DenseTable<>(MOST_ROWS);

    /** The first row of a design names it, and has its time. */
    record Row(String design, String token, Handling kept) {}

    KeepingCard() {
        super(8);
        setId("keeping-card");
        getStyleClass().add("card");
        table.setId("keeping");
        table.setAccessibleText(TEXTS.get("keeping.title"));
        getChildren().addAll(Fx.naming(table, Fx.label(TEXTS.get("keeping.title"), Styles.TEXT_BOLD)), table);
        table.column(TEXTS.get("designs.design"), 210, Row::design);
        table.numbers(TEXTS.get("designs.token"), 80, Row::token).setMinWidth(80);
        table.column(TEXTS.get("keeping.kind"), 88, r -> Names.of(r.kept().kind()))
                .setMinWidth(88);
        for (Handling.Aspect aspect : Handling.Aspect.values()) {
            table.column(aspect.label(), 118, r -> r.kept().words(aspect)).setMinWidth(108);
        }
    }

    void show(Comparison comparison) {
        List<Row> rows = new ArrayList<>();
        for (Evaluation.Priced e : comparison.priced()) {
            String design = DesignName.of(e);
            String token = MeasureWords.of(e, Measure.FIRST_TOKEN);
            for (Handling kept : Handling.of(comparison.plan(), e)) {
                rows.add(new Row(design, token, kept));
                design = "";
                token = "";
            }
        }
        table.fill(rows);
        Fx.show(this, !rows.isEmpty());
    }
}
