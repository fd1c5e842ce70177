package app.steelyard.ui.kit;

import app.steelyard.chart.draw.Fonts;
import app.steelyard.chart.draw.Palette;
import app.steelyard.document.Settings;
import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.DialogPane;
import javafx.scene.text.Font;

/** Light or dark, and the font. */
public final class Look {
    private final Settings settings;
    private final ReadOnlyObjectWrapper<Palette> palette = new ReadOnlyObjectWrapper<>(Palette.LIGHT);

    public Look(Settings settings) {
        this.settings = settings;
        Platform.getPreferences().colorSchemeProperty().addListener((o, was, is) -> apply());
        apply();
    }

    /** The fonts, loaded at their first use: the window's first frame has no letters. */
    private static final class Bundled {
        private static final boolean LOADED = load();

        private static boolean load() {
            try (InputStream regular = Fonts.regular();
                    InputStream bold = Fonts.bold()) {
                return Font.loadFont(regular, 13) != null && Font.loadFont(bold, 13) != null;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** The colours of charts; changes with the theme. */
    public ReadOnlyObjectProperty<Palette> paletteProperty() {
        return palette.getReadOnlyProperty();
    }

    public boolean dark() {
        return palette.get() == Palette.DARK;
    }

    /** Dresses a scene in the style sheet of the program. */
    public static void dress(Scene scene) {
        scene.getStylesheets().add(sheet());
        font(scene.getRoot());
    }

    /** Dresses a dialog, whose window is its own. */
    public static void dress(DialogPane dialog) {
        dialog.getStylesheets().add(sheet());
        font(dialog);
    }

    private static String sheet() {
        return Objects.requireNonNull(Look.class.getResource("steelyard.css")).toExternalForm();
    }

    private static void font(Parent root) {
        if (Bundled.LOADED) {
            root.getStyleClass().add("bundled-font");
        }
    }

    /** From light to dark or back; from then on the operating system is no longer followed. */
    public void toggle() {
        settings.setTheme(dark() ? Settings.Theme.LIGHT : Settings.Theme.DARK);
        apply();
    }

    /** Whether a theme is dark now; the operating system's may change. */
    public static boolean isDark(Settings.Theme theme) {
        return switch (theme) {
            case SYSTEM -> Platform.getPreferences().getColorScheme() == ColorScheme.DARK;
            case LIGHT -> false;
            case DARK -> true;
        };
    }

    private void apply() {
        boolean dark = isDark(settings.theme());
        Application.setUserAgentStylesheet(
                dark ? new PrimerDark().getUserAgentStylesheet() : new PrimerLight().getUserAgentStylesheet());
        palette.set(dark ? Palette.DARK : Palette.LIGHT);
    }
}
