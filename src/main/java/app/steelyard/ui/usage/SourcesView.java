package app.steelyard.ui.usage;

import app.steelyard.text.Texts;
import app.steelyard.ui.kit.Card;
import app.steelyard.ui.kit.Fx;
import app.steelyard.usage.UsageWords;
import app.steelyard.usage.figures.FileReport;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The files in the ledger, each with a way to leave it out of the figures and a way to take it out for good. */
final class SourcesView extends VBox {
    private static final Texts TEXTS = Texts.of(SourcesView.class);
    private static final double CHOICE = 66;
    private static final double BUTTON = 52;

    private final UsageWork work;
    private final RowTable<FileReport> table = new RowTable<>("usage.sources", TEXTS.get("sources"));

    SourcesView(UsageModel model, UsageWork work) {
        super(8);
        this.work = work;
        getStyleClass().add("card");
        table.getColumns().add(column(TEXTS.get("sources.included"), CHOICE, IncludeCell::new));
        table.words("file", 200, FileReport::file);
        table.words("format", 280, FileReport::format);
        table.words("tells", 110, f -> f.kind() == null ? UsageWords.NONE : TEXTS.name(f.kind()));
        table.number("accepted", f -> UsageParts.count(f.accepted()));
        table.number("rejected", f -> UsageParts.count(f.rejected()));
        table.getColumns().add(column("", BUTTON, RemoveCell::new));
        table.setRowFactory(t -> new SourceRow());
        table.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        getChildren()
                .addAll(
                        Card.heading(TEXTS.get("sources")),
                        Fx.paragraph(TEXTS.get("sources.help"), "text-muted", "text-small"),
                        table);
        model.figures().subscribe(figures -> {
            List<FileReport> files = figures == null ? List.of() : figures.all().files();
            Fx.show(this, !files.isEmpty());
            table.fill(files);
        });
    }

    /** Space on a row does what its box does, so that one need not go through every cell. */
    private void pressed(KeyEvent key) {
        FileReport file = table.getSelectionModel().getSelectedItem();
        if (key.getCode() == KeyCode.SPACE && key.getTarget() == table && file != null) {
            work.include(file, !file.included());
            key.consume();
        }
    }

    private static TableColumn<FileReport, FileReport> column(
            String title, double width, Supplier<TableCell<FileReport, FileReport>> cell) {
        TableColumn<FileReport, FileReport> column = new TableColumn<>(title);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        column.setSortable(false);
        column.setMinWidth(width);
        column.setMaxWidth(width);
        column.setCellFactory(c -> cell.get());
        return column;
    }

    /** What is left out looks so. */
    private static final class SourceRow extends TableRow<FileReport> {
        @Override
        protected void updateItem(@Nullable FileReport file, boolean empty) {
            super.updateItem(file, empty);
            Fx.style(this, "left-out", !empty && file != null && !file.included());
        }
    }

    private final class IncludeCell extends TableCell<FileReport, FileReport> {
        private final CheckBox box = new CheckBox();

        IncludeCell() {
            box.setOnAction(e -> work.include(Objects.requireNonNull(getItem()), box.isSelected()));
        }

        @Override
        protected void updateItem(@Nullable FileReport file, boolean empty) {
            super.updateItem(file, empty);
            if (empty || file == null) {
                setGraphic(null);
                return;
            }
            box.setId("usage.include." + file.source());
            box.setSelected(file.included());
            box.setAccessibleText(TEXTS.get("sources.include", file.file()));
            setGraphic(box);
        }
    }

    private final class RemoveCell extends TableCell<FileReport, FileReport> {
        @Override
        protected void updateItem(@Nullable FileReport file, boolean empty) {
            super.updateItem(file, empty);
            if (empty || file == null) {
                setGraphic(null);
                return;
            }
            Button remove =
                    Fx.iconButton(Feather.TRASH_2, TEXTS.get("sources.remove", file.file()), () -> work.remove(file));
            remove.setId("usage.remove." + file.source());
            remove.getStyleClass().add("quiet");
            setGraphic(remove);
        }
    }
}
