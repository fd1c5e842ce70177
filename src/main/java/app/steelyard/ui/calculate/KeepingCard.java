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
import app.steelyard.ui.kit.steady.Repeated;
import atlantafx.base.theme.Styles;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** What the designs differ in beside money, a row for information and one for behaviour. */
final class KeepingCard extends VBox {
    private static final Texts TEXTS = Texts.of(KeepingCard.class);
    private static final int MOST_ROWS = 14;

    /** Narrower, it is a list of sentences. */
    private static final double TABLE = 700;

    private final DenseTable<Row> table = new DenseTable<>(MOST_ROWS);
    private final Repeated<Row, Label> list =
            new Repeated<>(4, () -> Fx.paragraph(""), (label, row) -> label.setText(words(row)));

    /** The first row of a design names it, and has its time. */
    record Row(String design, String token, Handling kept) {}

    KeepingCard() {
        super(8);
        setId("keeping-card");
        getStyleClass().add("card");
        table.setId("keeping");
        table.setAccessibleText(TEXTS.get("keeping.title"));
        getChildren().addAll(Fx.naming(table, Fx.paragraph(TEXTS.get("keeping.title"), Styles.TEXT_BOLD)), table, list);
        widthProperty().subscribe(width -> {
            boolean wide = width.doubleValue() == 0 || width.doubleValue() >= TABLE;
            Fx.show(table, wide);
            Fx.show(list, !wide);
        });
        table.column(TEXTS.get("designs.design"), 210, Row::design);
        table.numbers(TEXTS.get("designs.token"), 80, Row::token).setMinWidth(80);
        table.column(TEXTS.get("keeping.kind"), 88, r -> Names.of(r.kept().kind()))
                .setMinWidth(88);
        for (Handling.Aspect aspect : Handling.Aspect.values()) {
            table.column(aspect.label(), 118, r -> r.kept().words(aspect)).setMinWidth(108);
        }
    }

    private static String words(Row row) {
        String kept = Stream.of(Handling.Aspect.values())
                .map(a -> TEXTS.get(
                        "keeping.words",
                        a.label().toLowerCase(Texts.LOCALE),
                        row.kept().words(a)))
                .collect(Collectors.joining(", "));
        String kind = TEXTS.get("keeping.words", Names.of(row.kept().kind()), kept);
        return row.design().isEmpty() ? kind : TEXTS.get("keeping.design", row.design(), row.token()) + "\n" + kind;
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
        list.show(rows);
        Fx.show(this, !rows.isEmpty());
    }
}
