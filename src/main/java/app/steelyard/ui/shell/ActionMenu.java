package app.steelyard.ui.shell;

import app.steelyard.app.Dialogs;
import app.steelyard.document.Settings;
import app.steelyard.text.Texts;
import app.steelyard.ui.kit.Fx;
import app.steelyard.ui.work.Surroundings;
import app.steelyard.ui.work.Workspace;
import atlantafx.base.theme.Styles;
import atlantafx.base.theme.Tweaks;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyCombination;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** All that can be done from anywhere, with its keys. */
final class ActionMenu extends MenuButton {
    private static final Texts TEXTS = Texts.of(ActionMenu.class);

    ActionMenu(MainWindow window, Surroundings surroundings, Journalling keeping) {
        super(null, new FontIcon(Feather.MENU));
        Workspace workspace = surroundings.workspace();
        Dialogs dialogs = surroundings.dialogs();
        setId("menu");
        getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT, Tweaks.NO_ARROW);
        setAccessibleText(TEXTS.get("menu"));
        setTooltip(Fx.tooltip(TEXTS.get("menu")));
        getItems()
                .addAll(
                        item("new", "Shortcut+N", window::begin),
                        item("open", "Shortcut+O", window::choose),
                        item("save", "Shortcut+S", window::save),
                        item("saveAs", "Shortcut+Shift+S", window::saveAs),
                        new SeparatorMenuItem(),
                        item("undo", "Shortcut+Z", workspace::undo),
                        item("redo", "Shortcut+Shift+Z", workspace::redo),
                        new SeparatorMenuItem(),
                        item("samples", null, () -> window.show(Screen.GALLERY)),
                        item("decide", "Shortcut+D", () -> window.show(Screen.DECIDE)),
                        item("importUsage", null, () -> window.show(Screen.USAGE)),
                        item("export", "Shortcut+P", window::export),
                        new SeparatorMenuItem(),
                        item("theme", null, surroundings.look()::toggle),
                        keepUnsaved(surroundings.settings(), keeping),
                        item(
                                "shortcuts",
                                "F1",
                                () -> dialogs.tell(TEXTS.get("shortcuts"), TEXTS.get("shortcuts.text"))));
    }

    /** Who would rather leave nothing behind turns it off: what is kept goes at once. */
    private static CheckMenuItem keepUnsaved(Settings settings, Journalling keeping) {
        CheckMenuItem item = new CheckMenuItem(TEXTS.get("keepUnsaved"));
        item.setId("menu.keepUnsaved");
        item.setSelected(settings.keepsUnsaved());
        item.selectedProperty().subscribe((was, wanted) -> {
            settings.setKeepsUnsaved(wanted);
            keeping.keep();
        });
        return item;
    }

    private static MenuItem item(String key, @Nullable String keys, Runnable action) {
        MenuItem item = Fx.item("menu." + key, TEXTS.get(key), action);
        if (keys != null) {
            item.setAccelerator(KeyCombination.valueOf(keys));
        }
        return item;
    }
}
