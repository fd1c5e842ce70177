package app.steelyard.ui.usage;

import app.steelyard.text.Texts;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/**
 * A table of what was read, as high as its rows up to a limit.
 *
 * @param <T> a row
 */
final class Rows<T> extends TableView<T> {
    private static final Texts TEXTS = Texts.of(Rows.class);
    private static final double ROW = 30;
    private static final double HEADER = 34;
    private static final int MOST_ROWS = 10;

    Rows(String id, String name) {
        setId(id);
        setAccessibleText(name);
        getStyleClass().add("dense-table");
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        setFixedCellSize(ROW);
    }

    void words(String key, double width, Function<T, String> text) {
        TableColumn<T, String> column = new TableColumn<>(TEXTS.get(key));
        column.setCellValueFactory(r -> new ReadOnlyStringWrapper(text.apply(r.getValue())));
        column.setSortable(false);
        column.setPrefWidth(width);
        getColumns().add(column);
    }

    void number(String key, Function<T, String> text) {
        words(key, 90, text);
        getColumns().get(getColumns().size() - 1).getStyleClass().add("number-column");
    }

    void fill(List<T> rows) {
        getItems().setAll(rows);
        double height = HEADER + ROW * Math.min(MOST_ROWS, rows.size()) + 4;
        setMinHeight(height);
        setPrefHeight(height);
    }

    /** Header and rows, with tabs between, as spreadsheets paste it. */
    String text() {
        String header = getColumns().stream().map(TableColumn::getText).collect(Collectors.joining("\t"));
        return header + "\n"
                + getItems().stream()
                        .map(row -> getColumns().stream()
                                .map(c -> String.valueOf(c.getCellData(row)))
                                .collect(Collectors.joining("\t")))
                        .collect(Collectors.joining("\n"));
    }
}
