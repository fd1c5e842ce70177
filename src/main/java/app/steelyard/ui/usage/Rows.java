package app.steelyard.ui.usage;

import app.steelyard.text.Texts;
import app.steelyard.ui.kit.Fx;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import org.jspecify.annotations.Nullable;

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
    private static final double WIDEST_NUMBER = 120;
    /** Letters that may not fit into a cell. */
    private static final int LONG = 24;

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
        column.setCellFactory(c -> new WholeCell<>());
        column.setPrefWidth(width);
        getColumns().add(column);
    }

    void number(String key, Function<T, String> text) {
        words(key, 90, text);
        TableColumn<T, ?> column = getColumns().get(getColumns().size() - 1);
        column.getStyleClass().add("number-column");
        // Room that is left is for words: they are what gets cut short.
        column.setMaxWidth(WIDEST_NUMBER);
    }

    void fill(List<T> rows) {
        int selected = getSelectionModel().getSelectedIndex();
        Fx.replace(getItems(), rows);
        getSelectionModel().clearSelection();
        if (selected >= 0 && selected < rows.size()) {
            getSelectionModel().select(selected);
        }
        double height = HEADER + ROW * Math.min(MOST_ROWS, rows.size()) + 4;
        setMinHeight(height);
        setPrefHeight(height);
    }

    /** What is cut short is told in full by a tooltip. */
    private static final class WholeCell<T> extends TableCell<T, String> {
        @Override
        protected void updateItem(@Nullable String text, boolean empty) {
            super.updateItem(text, empty);
            setText(empty ? null : text);
            setTooltip(empty || text == null || text.length() < LONG ? null : Fx.tooltip(text));
        }
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
