package app.steelyard.ui.calculate;

import app.steelyard.chart.catalog.cost.DesignName;
import app.steelyard.cost.Comparison;
import app.steelyard.cost.explain.Derivations;
import app.steelyard.cost.result.Evaluation;
import app.steelyard.cost.result.Line;
import app.steelyard.cost.result.LineUnit;
import app.steelyard.report.RoundedMoney;
import app.steelyard.text.Names;
import app.steelyard.text.Numbers;
import app.steelyard.text.Texts;
import app.steelyard.ui.kit.DenseTable;
import app.steelyard.ui.kit.Explanation;
import java.util.ArrayList;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableRow;
import org.jspecify.annotations.Nullable;

/** The statement of one architecture, a line a cost, and their total. A line opens its derivation. */
final class StatementTable extends DenseTable<StatementTable.Row> {
    private static final Texts TEXTS = Texts.of(StatementTable.class);
    private static final PseudoClass TOTAL = PseudoClass.getPseudoClass("total");

    /** Less cuts the name of most lines; what has no room then opens with the line. */
    private static final double LINE = 176;

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
        super(Integer.MAX_VALUE);
        this.title = title;
        title.setLabelFor(this);
        setId("statement");
        column(TEXTS.get("statement.line"), 196, Row::name).setMinWidth(LINE);
        var when = column(TEXTS.get("statement.when"), 82, Row::when);
        when.setMinWidth(66);
        var quantity = numbers(TEXTS.get("statement.quantity"), 166, Row::quantity);
        var price = numbers(TEXTS.get("statement.price"), 96, Row::price);
        numbers(TEXTS.get("statement.amount"), 96, Row::amount);
        numbers(TEXTS.get("statement.total"), 110, Row::total);
        giveWay(List.of(quantity, price, when));
        onOpen(this::explain);
    }

    @Override
    protected TableRow<Row> row() {
        TableRow<Row> row = new TableRow<>();
        MenuItem item = new MenuItem(TEXTS.get("explain"));
        item.setOnAction(e -> explain());
        row.setContextMenu(new ContextMenu(item));
        row.itemProperty().subscribe(r -> row.pseudoClassStateChanged(TOTAL, r != null && r.line() == null));
        return row;
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
        title.setText(TEXTS.get("statement.title", DesignName.of(priced)));
        setAccessibleText(title.getText());
        RoundedMoney money = new RoundedMoney(priced);
        List<Row> rows = new ArrayList<>();
        money.lines().forEach(entry -> rows.add(row(entry)));
        rows.add(new Row(
                null, TEXTS.get("statement.sum"), "", "", "", "", money.total().full()));
        fill(rows);
    }

    private static Row row(RoundedMoney.Entry entry) {
        Line line = entry.line();
        LineUnit unit = line.kind().unit();
        boolean lump = unit == LineUnit.LUMP_SUM;
        String name = Names.of(line.kind())
                + (line.way() == null ? "" : " " + TEXTS.get("statement.way", Names.of(line.way())))
                + (line.subject().isEmpty() ? "" : " · " + line.subject())
                + (line.longContext() ? " " + TEXTS.get("statement.long") : "");
        return new Row(
                line,
                name,
                TEXTS.name(line.timing()),
                lump ? "" : TEXTS.get("statement.count", Numbers.value(line.units()), Names.of(unit)),
                lump ? "" : entry.amount().with(line.price().value()).price(),
                entry.amount().full(),
                entry.total().full());
    }
}
