package app.steelyard.ui.usage;

import app.steelyard.text.Texts;
import app.steelyard.ui.kit.Fx;
import app.steelyard.usage.FileReport;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The files in the ledger, each with a way to take it out. */
final class SourcesView extends VBox {
    private static final Texts TEXTS = Texts.of(SourcesView.class);
    private static final double BUTTON = 52;

    private final UsageWork work;
    private final Rows<FileReport> table = new Rows<>("usage.sources", TEXTS.get("sources"));

    SourcesView(UsageModel model, UsageWork work) {
        super(8);
        this.work = work;
        getStyleClass().add("card");
        table.words("file", 200, FileReport::file);
        table.words("format", 280, FileReport::format);
        table.words("tells", 110, f -> f.kind() == null ? Parts.NONE : TEXTS.name(f.kind()));
        table.number("accepted", f -> Parts.count(f.accepted()));
        table.number("rejected", f -> Parts.count(f.rejected()));
        table.getColumns().add(removal());
        getChildren().addAll(Parts.heading(TEXTS.get("sources")), table);
        model.figures().subscribe(figures -> {
            List<FileReport> files = figures == null ? List.of() : figures.all().files();
            Fx.show(this, !files.isEmpty());
            table.fill(files);
        });
    }

    private TableColumn<FileReport, FileReport> removal() {
        TableColumn<FileReport, FileReport> column = new TableColumn<>("");
        column.setSortable(false);
        column.setMinWidth(BUTTON);
        column.setMaxWidth(BUTTON);
        column.setCellFactory(c -> new RemoveCell());
        return column;
    }

    private final class RemoveCell extends TableCell<FileReport, FileReport> {
        @Override
        protected void updateItem(@Nullable FileReport none, boolean empty) {
            super.updateItem(none, empty);
            FileReport file = getTableRow() == null ? null : getTableRow().getItem();
            setText(null);
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
