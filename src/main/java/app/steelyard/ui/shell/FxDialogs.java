package app.steelyard.ui.shell;

import app.steelyard.app.Dialogs;
import app.steelyard.text.Texts;
import app.steelyard.ui.kit.Fx;
import app.steelyard.ui.kit.Look;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Alert;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.DialogPane;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/** The dialogs of the operating system and of JavaFX. */
final class FxDialogs implements Dialogs {
    private static final Texts TEXTS = Texts.of(FxDialogs.class);

    private final Stage stage;
    private @Nullable File folder;

    FxDialogs(Stage stage) {
        this.stage = stage;
    }

    @Override
    public Optional<Path> open(FileKind kind) {
        return remembered(chooser(kind).showOpenDialog(stage));
    }

    @Override
    public List<Path> openSeveral(FileKind kind) {
        List<File> files = chooser(kind).showOpenMultipleDialog(stage);
        if (files == null || files.isEmpty()) {
            return List.of();
        }
        folder = files.get(0).getParentFile();
        return files.stream().map(File::toPath).toList();
    }

    @Override
    public Optional<Path> openFolder() {
        DirectoryChooser chooser = new DirectoryChooser();
        if (folder != null && folder.isDirectory()) {
            chooser.setInitialDirectory(folder);
        }
        File chosen = chooser.showDialog(stage);
        folder = chosen == null ? folder : chosen;
        return Optional.ofNullable(chosen).map(File::toPath);
    }

    @Override
    public Optional<Path> save(FileKind kind, String name) {
        FileChooser chooser = chooser(kind);
        String ending = kind.patterns().get(0).substring(1);
        chooser.setInitialFileName(
                name.replaceAll("[\\\\/:*?\"<>|\\p{Cntrl}]", " ").strip() + ending);
        return remembered(chooser.showSaveDialog(stage));
    }

    private FileChooser chooser(FileKind kind) {
        FileChooser chooser = new FileChooser();
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter(TEXTS.name(kind), kind.patterns()));
        if (folder != null && folder.isDirectory()) {
            chooser.setInitialDirectory(folder);
        }
        return chooser;
    }

    private Optional<Path> remembered(@Nullable File file) {
        if (file == null) {
            return Optional.empty();
        }
        folder = file.getParentFile();
        return Optional.of(file.toPath());
    }

    @Override
    public Unsaved unsaved(String plan) {
        ButtonType save = new ButtonType(TEXTS.get("unsaved.save"), ButtonBar.ButtonData.YES);
        ButtonType discard = new ButtonType(TEXTS.get("unsaved.discard"), ButtonBar.ButtonData.NO);
        Alert alert = alert(
                Alert.AlertType.CONFIRMATION,
                TEXTS.get("unsaved.title", plan),
                TEXTS.get("unsaved.text"),
                save,
                discard,
                ButtonType.CANCEL);
        ButtonType answer = alert.showAndWait().orElse(ButtonType.CANCEL);
        return answer == save ? Unsaved.SAVE : answer == discard ? Unsaved.DISCARD : Unsaved.CANCEL;
    }

    @Override
    public void tell(String title, String text) {
        alert(Alert.AlertType.INFORMATION, title, text, ButtonType.OK).showAndWait();
    }

    @Override
    public void error(String title, String text, String details) {
        ButtonType copy = new ButtonType(TEXTS.get("error.copy"), ButtonBar.ButtonData.LEFT);
        Alert alert = alert(Alert.AlertType.ERROR, title, text, copy, ButtonType.OK);
        if (alert.showAndWait().filter(copy::equals).isPresent()) {
            Fx.copy(title + "\n" + text + "\n\n" + details);
        }
    }

    private Alert alert(Alert.AlertType type, String title, String text, ButtonType... buttons) {
        Alert alert = new Alert(type, "", buttons);
        alert.initOwner(stage);
        alert.setTitle(TEXTS.get("name"));
        alert.setHeaderText(title);
        dress(alert.getDialogPane(), text);
        return alert;
    }

    /** Gives a dialog its text and the look of the program. */
    static void dress(DialogPane pane, String text) {
        pane.setContent(content(text));
        pane.setPrefWidth(520);
        Look.dress(pane);
    }

    /** Paragraphs; lines with a tab stand in two columns. */
    private static GridPane content(String text) {
        GridPane grid = Fx.styled(new GridPane(20, 5), "dialog-text");
        String[] lines = text.split("\n", -1);
        for (int row = 0; row < lines.length; row++) {
            int tab = lines[row].indexOf('\t');
            if (tab < 0) {
                grid.add(Fx.paragraph(lines[row]), 0, row, 2, 1);
            } else {
                Label key = Fx.label(lines[row].substring(0, tab), "key");
                key.setMinWidth(Region.USE_PREF_SIZE);
                grid.addRow(row, key, Fx.paragraph(lines[row].substring(tab + 1)));
            }
        }
        return grid;
    }
}
