package app.steelyard.ui.usage;

import app.steelyard.text.Texts;
import app.steelyard.ui.kit.DenseTable;
import app.steelyard.ui.kit.Fx;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import org.jspecify.annotations.Nullable;

/**
 * A table of what was read.
 *
 * @param <T> a row
 */
final class RowTable<T> extends DenseTable<T> {
    private static final Texts TEXTS = Texts.of(RowTable.class);
    private static final int MOST_ROWS = 10;
    private static final double NUMBER = 90;
    private static final double WIDEST_NUMBER = 120;
    /** Letters that may not fit into a cell. */
    private static final int LONG = 24;

    RowTable(String id, String name) {
        super(MOST_ROWS);
        setId(id);
        setAccessibleText(name);
    }

    /** @param key of the column's title */
    void words(String key, double width, Function<T, String> text) {
        column(TEXTS.get(key), width, text).setCellFactory(c -> new WholeCell<>());
    }

    /** @param key of the column's title */
    void number(String key, Function<T, String> text) {
        TableColumn<T, String> column = numbers(TEXTS.get(key), NUMBER, text);
        column.setCellFactory(c -> new WholeCell<>());
        // Room that is left is for words: they are what gets cut short.
        column.setMaxWidth(WIDEST_NUMBER);
    }

    /** With the same place selected. */
    @Override
    public void fill(List<? extends T> rows) {
        int selected = getSelectionModel().getSelectedIndex();
        super.fill(rows);
        getSelectionModel().clearSelection();
        if (selected >= 0 && selected < rows.size()) {
            getSelectionModel().select(selected);
        }
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
