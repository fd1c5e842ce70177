package app.steelyard.ui.calculate;

import app.steelyard.cost.Comparison;
import app.steelyard.cost.Derivations;
import app.steelyard.cost.Evaluation;
import app.steelyard.cost.Line;
import app.steelyard.cost.LineUnit;
import app.steelyard.report.chart.Charts;
import app.steelyard.text.Footing;
import app.steelyard.text.Names;
import app.steelyard.text.Numbers;
import app.steelyard.text.Texts;
import app.steelyard.ui.kit.Explanation;
import app.steelyard.ui.kit.Fx;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.jspecify.annotations.Nullable;

/** The statement of one architecture, a line a cost, and their total. A line opens its derivation. */
final class StatementTable extends TableView<StatementTable.Row> {
    private static final Texts TEXTS = Texts.of(StatementTable.class);
    private static final double ROW = 30;
    private static final double HEADER = 34;

    private final Label title;
    private @Nullable Comparison comparison;
    private Evaluation.@Nullable Priced evaluation;

    /** A line as shown; the total has none. */
    record Row(
            @Nullable Line line,
            String name,
            String when,
            String quantity,
            String price,
            String amount,
            String total) {}

    /** @param title told what is shown */
    StatementTable(Label title) {
        this.title = title;
        title.setLabelFor(this);
        setId("statement");
        getStyleClass().add("dense-table");
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        setFixedCellSize(ROW);
        column("statement.line", 240, Row::name, false);
        column("statement.when", 78, Row::when, false);
        column("statement.quantity", 150, Row::quantity, true);
        column("statement.price", 84, Row::price, true);
        column("statement.amount", 96, Row::amount, true);
        column("statement.total", 106, Row::total, true);
        setRowFactory(t -> {
            TableRow<Row> row = new TableRow<>();
            row.setOnMouseClicked(e -> explain());
            MenuItem item = new MenuItem(TEXTS.get("explain"));
            item.setOnAction(e -> explain());
            row.setContextMenu(new ContextMenu(item));
            row.itemProperty()
                    .subscribe(r -> row.pseudoClassStateChanged(
                            javafx.css.PseudoClass.getPseudoClass("total"), r != null && r.line() == null));
            return row;
        });
        setOnKeyPressed(e -> {
            if (e.getCode() == KeyCode.ENTER) {
                explain();
            }
        });
    }

    private void column(String key, double width, Function<Row, String> text, boolean number) {
        TableColumn<Row, String> column = new TableColumn<>(TEXTS.get(key));
        column.setCellValueFactory(r -> new ReadOnlyStringWrapper(text.apply(r.getValue())));
        column.setSortable(false);
        column.setReorderable(false);
        column.setPrefWidth(width);
        if (number) {
            column.getStyleClass().add("number-column");
        }
        getColumns().add(column);
    }

    private void explain() {
        Row row = getSelectionModel().getSelectedItem();
        if (row != null && row.line() != null && evaluation != null && comparison != null) {
            Explanation.show(Derivations.line(comparison, evaluation, row.line()), this);
        }
    }

    /** Shows another statement. */
    void show(Comparison weighed, Evaluation.Priced priced) {
        comparison = weighed;
        evaluation = priced;
        title.setText(TEXTS.get("statement.title", Charts.name(priced)));
        setAccessibleText(title.getText());
        String currency = weighed.plan().finance().currency();
        List<Line> lines = priced.statement();
        double[] totals = Footing.round(lines.stream().mapToDouble(Line::total).toArray(), Numbers.decimals(currency));
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            rows.add(row(lines.get(i), totals[i], currency));
        }
        rows.add(new Row(
                null,
                TEXTS.get("statement.sum"),
                "",
                "",
                "",
                "",
                Numbers.money(priced.measures().tco(), currency)));
        Fx.replace(getItems(), rows);
        double height = HEADER + ROW * rows.size() + 4;
        setMinHeight(height);
        setPrefHeight(height);
    }

    private static Row row(Line line, double total, String currency) {
        LineUnit unit = line.kind().unit();
        boolean lump = unit == LineUnit.LUMP_SUM;
        String name = Names.of(line.kind())
                + (line.subject().isEmpty() ? "" : " · " + line.subject())
                + (line.longContext() ? " " + TEXTS.get("statement.long") : "");
        return new Row(
                line,
                name,
                TEXTS.get("statement." + line.timing()),
                lump ? "" : TEXTS.get("statement.count", Numbers.value(line.units()), Names.of(unit)),
                lump ? "" : Numbers.unitPrice(line.price().value(), currency),
                Numbers.money(line.amount(), currency),
                Numbers.money(total, currency));
    }
}
