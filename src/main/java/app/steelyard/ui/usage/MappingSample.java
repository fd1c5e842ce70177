package app.steelyard.ui.usage;

import app.steelyard.text.Texts;
import app.steelyard.ui.kit.Fx;
import app.steelyard.usage.log.LogSample;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.Control;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/**
 * What stands in a log's first rows, so that it is seen what each column holds. A record in JSON has many paths with long
 * names, so there they stand below each other.
 */
final class MappingSample {
    private static final Texts TEXTS = Texts.of(MappingSample.class);
    private static final double ROW = 28;
    private static final double HEADER = 34;
    private static final double BAR = 18;
    private static final double CELL = 130;
    private static final double PATH = 300;
    private static final double VALUE = 190;
    private static final int RECORDS = 4;
    private static final int PATHS_IN_SIGHT = 9;

    private MappingSample() {}

    static Control of(LogSample sample) {
        if (!sample.isJson()) {
            return table(
                    sample.columns(), sample.columns().stream().map(c -> CELL).toList(), sample.rows(), false);
        }
        List<String> titles = new ArrayList<>(List.of(TEXTS.get("mapping.path")));
        List<Double> widths = new ArrayList<>(List.of(PATH));
        int records = Math.min(RECORDS, sample.rows().size());
        for (int i = 1; i <= records; i++) {
            titles.add(TEXTS.get("mapping.record", i));
            widths.add(VALUE);
        }
        List<List<String>> rows = IntStream.range(0, sample.columns().size())
                .mapToObj(place -> {
                    List<String> row = new ArrayList<>(List.of(sample.columns().get(place)));
                    // Those that have it say more than the first ones.
                    sample.rows().stream()
                            .map(r -> r.get(place))
                            .filter(v -> !v.isBlank())
                            .limit(records)
                            .forEach(row::add);
                    return row;
                })
                .toList();
        return table(titles, widths, rows, true);
    }

    private static Control table(List<String> titles, List<Double> widths, List<List<String>> rows, boolean paths) {
        TableView<List<String>> table = Fx.id("usage.mapping.sample", new TableView<List<String>>(), "dense-table");
        table.setAccessibleText(TEXTS.get(paths ? "mapping.sample.paths" : "mapping.sample"));
        table.setFixedCellSize(ROW);
        for (int i = 0; i < titles.size(); i++) {
            int place = i;
            TableColumn<List<String>, String> column = new TableColumn<>(titles.get(i));
            column.setCellValueFactory(r -> new ReadOnlyStringWrapper(
                    place < r.getValue().size() ? r.getValue().get(place) : ""));
            column.setSortable(false);
            column.setReorderable(false);
            column.setPrefWidth(widths.get(i));
            table.getColumns().add(column);
        }
        table.getItems().setAll(rows);
        double height = HEADER + ROW * Math.min(rows.size(), PATHS_IN_SIGHT) + BAR;
        table.setMinHeight(height);
        table.setPrefHeight(height);
        return table;
    }
}
