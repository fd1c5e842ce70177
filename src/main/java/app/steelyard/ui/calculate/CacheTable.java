package app.steelyard.ui.calculate;

import app.steelyard.cost.CachedPart;
import app.steelyard.cost.Comparison;
import app.steelyard.cost.Derivations;
import app.steelyard.cost.Evaluation;
import app.steelyard.report.chart.Scale;
import app.steelyard.text.Numbers;
import app.steelyard.text.Texts;
import app.steelyard.ui.kit.Explanation;
import app.steelyard.ui.kit.Fx;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.jspecify.annotations.Nullable;

/** What the hit rate of each cached item is made of. A row opens its derivation. */
final class CacheTable extends TableView<CachedPart> {
    private static final Texts TEXTS = Texts.of(CacheTable.class);
    private static final double ROW = 30;
    private static final double HEADER = 34;
    private static final int MOST_ROWS = 12;

    private @Nullable Comparison comparison;
    private Evaluation.@Nullable Priced evaluation;

    CacheTable() {
        setId("cached-items");
        setAccessibleText(TEXTS.get("caching.title"));
        getStyleClass().add("dense-table");
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        setFixedCellSize(ROW);
        column("caching.item", 170, p -> p.item().name(), false);
        column("caching.tokens", 80, p -> Numbers.count(p.cachedTokens()), true);
        column("caching.arrivals", 118, p -> Numbers.rate(p.arrivals()), true);
        column("caching.quiet", 118, p -> Numbers.rate(p.quietArrivals()), true);
        column("caching.changes", 112, p -> Numbers.rate(p.changesPerMonth()), true);
        column("caching.keys", 60, p -> Numbers.count(Math.ceil(p.keys())), true);
        column("caching.hitRate", 80, p -> Scale.SHARE.exact(p.hitRate()), true);
        setRowFactory(t -> {
            TableRow<CachedPart> row = new TableRow<>();
            row.setOnMouseClicked(e -> explain());
            return row;
        });
        setOnKeyPressed(e -> {
            if (e.getCode() == KeyCode.ENTER) {
                explain();
            }
        });
    }

    private void column(String key, double width, Function<CachedPart, String> text, boolean number) {
        TableColumn<CachedPart, String> column = new TableColumn<>(TEXTS.get(key));
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
        CachedPart part = getSelectionModel().getSelectedItem();
        if (part != null && evaluation != null && comparison != null) {
            Explanation.show(Derivations.hitRate(comparison, evaluation, part), this);
        }
    }

    void show(Comparison weighed, Evaluation.Priced priced) {
        comparison = weighed;
        evaluation = priced;
        Fx.replace(getItems(), priced.caches().parts());
        double height =
                HEADER + ROW * Math.min(MOST_ROWS, priced.caches().parts().size()) + 4;
        setMinHeight(height);
        setPrefHeight(height);
    }
}
