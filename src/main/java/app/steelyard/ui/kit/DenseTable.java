package app.steelyard.ui.kit;

import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;

/**
 * Rows to be read: one height, columns in the order in which they were made, as high as its rows up to a limit.
 *
 * @param <T> a row
 */
public class DenseTable<T> extends TableView<T> {
    private static final double ROW = 30;
    private static final double HEADER = 34;
    private static final double EDGE = 4;

    private final int most;

    /** @param most rows that are shown without scrolling */
    public DenseTable(int most) {
        this.most = most;
        getStyleClass().add("dense-table");
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        setFixedCellSize(ROW);
    }

    /** Adds a column of words. */
    public final TableColumn<T, String> column(String title, double width, Function<T, String> text) {
        TableColumn<T, String> column = new TableColumn<>(title);
        column.setCellValueFactory(row -> new ReadOnlyStringWrapper(text.apply(row.getValue())));
        column.setSortable(false);
        column.setReorderable(false);
        column.setPrefWidth(width);
        getColumns().add(column);
        return column;
    }

    /** Adds a column of numbers, which stand at its right edge. */
    public final TableColumn<T, String> numbers(String title, double width, Function<T, String> text) {
        TableColumn<T, String> column = column(title, width, text);
        column.getStyleClass().add("number-column");
        return column;
    }

    /** What a click on a row or Enter does. */
    public final void onOpen(Runnable action) {
        setRowFactory(table -> {
            TableRow<T> row = row();
            row.setOnMouseClicked(e -> action.run());
            return row;
        });
        setOnKeyPressed(e -> {
            if (e.getCode() == KeyCode.ENTER) {
                action.run();
            }
        });
    }

    /** Made when a row is to be shown. */
    protected TableRow<T> row() {
        return new TableRow<>();
    }

    /** Shows other rows. */
    public void fill(List<? extends T> rows) {
        Fx.replace(getItems(), rows);
        double height = HEADER + ROW * Math.min(most, rows.size()) + EDGE;
        setMinHeight(height);
        setPrefHeight(height);
    }
}
