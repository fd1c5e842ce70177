package app.steelyard.ui.kit;

import app.steelyard.report.chart.DataTable;
import java.util.List;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/** The numbers of a chart as rows. */
public final class DataTableView extends TableView<List<DataTable.Cell>> {
    private static final double ROW = 30;
    private static final double HEADER = 34;
    private static final int MOST_ROWS = 12;

    private List<String> header = List.of();

    public DataTableView() {
        getStyleClass().addAll("dense-table");
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        setFixedCellSize(ROW);
        getSelectionModel().setCellSelectionEnabled(true);
    }

    /** Shows other numbers; columns are kept where their names are the same. */
    public void show(DataTable data) {
        if (!data.header().equals(header)) {
            header = data.header();
            getColumns().setAll(header.stream().map(this::column).toList());
        }
        Fx.replace(getItems(), data.rows());
        double height = HEADER + ROW * Math.min(MOST_ROWS, data.rows().size()) + 4;
        setMinHeight(height);
        setPrefHeight(height);
    }

    private TableColumn<List<DataTable.Cell>, String> column(String name) {
        int index = header.indexOf(name);
        TableColumn<List<DataTable.Cell>, String> column = new TableColumn<>(name);
        column.setCellValueFactory(
                row -> new ReadOnlyStringWrapper(row.getValue().get(index).shown()));
        column.setSortable(false);
        column.setReorderable(false);
        if (index > 0) {
            column.getStyleClass().add("number-column");
        }
        return column;
    }
}
