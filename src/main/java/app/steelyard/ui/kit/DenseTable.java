package app.steelyard.ui.kit;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.ModifiableObservableListBase;
import javafx.scene.control.ConstrainedColumnResizeBase;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableColumnBase;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * Rows to be read: one height, columns in the order in which they were made, as high as its rows up to a limit.
 *
 * @param <T> a row
 */
public class DenseTable<T> extends TableView<T> {
    private static final double ROW = 30;
    private static final double HEADER = 34;
    private static final double EDGE = 4;

    private static final double DIGIT = 7.4;
    private static final double PADDING = 16;

    private final int most;
    private final Rows<T> rows = new Rows<>();
    private List<TableColumn<T, String>> yielding = List.of();

    /** @param most rows that are shown without scrolling */
    public DenseTable(int most) {
        this.most = most;
        setItems(rows);
        getStyleClass().add("dense-table");
        setColumnResizePolicy(new Proportional());
        setFixedCellSize(ROW);
    }

    /** Adds a column of words. */
    public final TableColumn<T, String> column(String title, double width, Function<T, String> text) {
        TableColumn<T, String> column = new TableColumn<>(title);
        column.setCellValueFactory(row -> new ReadOnlyStringWrapper(text.apply(row.getValue())));
        column.setCellFactory(c -> new TextCell<>());
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

    /**
     * Numbers are never cut: where there is no room for all, these columns go, the first of them first. What they say must be
     * told elsewhere too.
     */
    protected final void giveWay(List<TableColumn<T, String>> columns) {
        yielding = List.copyOf(columns);
        widthProperty().subscribe(width -> fit());
    }

    private void fit() {
        if (yielding.isEmpty() || getWidth() <= 0) {
            return;
        }
        for (TableColumn<T, ?> column : getColumns()) {
            if (column.getStyleClass().contains("number-column")) {
                int longest = column.getText().length();
                for (T row : rows) {
                    longest = Math.max(
                            longest,
                            String.valueOf(column.getCellObservableValue(row).getValue())
                                    .length());
                }
                column.setMinWidth(Math.ceil(longest * DIGIT) + PADDING);
            }
        }
        double need =
                getColumns().stream().mapToDouble(TableColumn::getMinWidth).sum() + EDGE;
        for (TableColumn<T, String> column : yielding) {
            boolean room = need <= getWidth();
            if (column.isVisible() != room) {
                column.setVisible(room);
            }
            need -= room ? 0 : column.getMinWidth();
        }
    }

    /** A text that is read in full under the mouse where it is cut. */
    private static final class TextCell<T> extends TableCell<T, String> {
        TextCell() {
            setOnMouseEntered(e -> {
                boolean cut = getText() != null && prefWidth(-1) > getWidth();
                setTooltip(cut ? Fx.tooltip(getText()) : null);
            });
        }

        @Override
        protected void updateItem(@Nullable String text, boolean empty) {
            super.updateItem(text, empty);
            setText(empty ? null : text);
        }
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

    /** Shows other rows; where there are as many, in the cells that are there. */
    public void fill(List<? extends T> others) {
        if (others.size() != rows.size()) {
            rows.setAll(others);
            double height = HEADER + ROW * Math.min(most, others.size()) + EDGE;
            setMinHeight(height);
            setPrefHeight(height);
            fit();
            return;
        }
        int selected = getSelectionModel().getSelectedIndex();
        if (rows.exchange(others) && selected >= 0) {
            // Else what is selected would be the row of before.
            getSelectionModel().clearAndSelect(selected);
        }
        fit();
    }

    /** Its height follows from its rows alone, and its width from the page: other texts leave all around it where it is. */
    @Override
    public final void requestLayout() {
        if (getHeight() > 0) {
            setNeedsLayout(true);
        } else {
            super.requestLayout();
        }
    }

    /** Rows that may become others without their cells being made and styled anew, as JavaFX does for a row that is set. */
    private static final class Rows<T> extends ModifiableObservableListBase<T> {
        private final List<T> rows = new ArrayList<>();

        /** Returns whether any was another. */
        boolean exchange(List<? extends T> others) {
            boolean any = false;
            beginChange();
            for (int i = 0; i < rows.size(); i++) {
                if (!rows.get(i).equals(others.get(i))) {
                    rows.set(i, others.get(i));
                    nextUpdate(i);
                    any = true;
                }
            }
            endChange();
            return any;
        }

        @Override
        public T get(int index) {
            return rows.get(index);
        }

        @Override
        public int size() {
            return rows.size();
        }

        @Override
        protected void doAdd(int index, T row) {
            rows.add(index, row);
        }

        @Override
        protected T doSet(int index, T row) {
            return rows.set(index, row);
        }

        @Override
        protected T doRemove(int index) {
            return rows.remove(index);
        }
    }

    /**
     * Gives the table's width to its columns in proportion to the widths they prefer, within their limits. The policies
     * of JavaFX go on from the widths they find, so that a table that once had no width keeps columns nobody can read.
     */
    @SuppressWarnings({"rawtypes", "unchecked"}) // As JavaFX has these policies.
    private static final class Proportional extends ConstrainedColumnResizeBase
            implements Callback<ResizeFeatures, Boolean> {
        @Override
        public Boolean call(ResizeFeatures asked) {
            if (asked.getColumn() != null) {
                return CONSTRAINED_RESIZE_POLICY_NEXT_COLUMN.call(asked);
            }
            List<? extends TableColumnBase<?, ?>> columns = asked.getTable().getVisibleLeafColumns();
            double[] widths =
                    columns.stream().mapToDouble(TableColumnBase::getPrefWidth).toArray();
            double rest = asked.getContentWidth() - DoubleStream.of(widths).sum();
            for (boolean moved = true; moved; ) {
                double weight = 0;
                for (int i = 0; i < widths.length; i++) {
                    weight += bounded(columns.get(i), widths[i] + rest) == widths[i] ? 0 : widths[i];
                }
                double share = weight == 0 ? 0 : rest / weight;
                moved = false;
                for (int i = 0; i < widths.length; i++) {
                    double width = bounded(columns.get(i), widths[i] + (long) (share * widths[i]));
                    moved |= width != widths[i];
                    rest -= width - widths[i];
                    widths[i] = width;
                }
            }
            // What is left are pixels that could not be divided, or room that no column may take.
            for (int i = 0; i < widths.length; i++) {
                double width = bounded(columns.get(i), widths[i] + rest);
                rest -= width - widths[i];
                asked.setColumnWidth(columns.get(i), width);
            }
            return true;
        }

        private static double bounded(TableColumnBase<?, ?> column, double width) {
            return Math.clamp(width, column.getMinWidth(), column.getMaxWidth());
        }
    }
}
