package app.steelyard.ui.kit;

import app.steelyard.chart.DataTable;
import java.util.List;

/** The numbers of a chart as rows. */
public final class DataTableView extends DenseTable<List<DataTable.Cell>> {
    private static final int MOST_ROWS = 12;
    private static final double WIDTH = 80;

    private List<String> header = List.of();

    public DataTableView() {
        super(MOST_ROWS);
        getSelectionModel().setCellSelectionEnabled(true);
    }

    /** Shows other numbers; columns are kept where their names are the same. */
    public void show(DataTable data) {
        if (!data.header().equals(header)) {
            header = data.header();
            getColumns().clear();
            column(header.getFirst(), WIDTH, row -> row.getFirst().shown());
            for (int i = 1; i < header.size(); i++) {
                int index = i;
                numbers(header.get(i), WIDTH, row -> row.get(index).shown());
            }
        }
        fill(data.rows());
    }
}
