package app.steelyard.ui.shell;

import app.steelyard.app.Settings;
import app.steelyard.plan.Plan;
import app.steelyard.pricing.PriceBook;
import app.steelyard.pricing.profile.PriceBookLoader;
import app.steelyard.ui.FakeDialogs;
import app.steelyard.ui.kit.Look;
import app.steelyard.ui.work.Workspace;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import javafx.scene.Scene;
import javafx.stage.Stage;

/** The program's window, as tests of it begin: a fixed day, the packaged prices, light, and as large as a small screen. */
record OpenWindow(Workspace workspace, MainWindow window, Look look, Scene scene) {
    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC);
    private static final double WIDTH = 980;
    private static final double HEIGHT = 760;

    /** The prices that come with the program. */
    static PriceBook packagedPrices(Path folder) {
        return PriceBookLoader.load(folder.resolve("none")).book();
    }

    /** @param folder for the settings */
    static OpenWindow on(Stage stage, Plan plan, PriceBook book, Path folder, FakeDialogs dialogs) {
        OpenWindow open = in(stage, plan, book, folder, dialogs);
        stage.setX(0);
        stage.setY(0);
        stage.setWidth(WIDTH);
        stage.setHeight(HEIGHT);
        stage.show();
        return open;
    }

    /** As {@link #on}, with the stage left as it is. */
    static OpenWindow in(Stage stage, Plan plan, PriceBook book, Path folder, FakeDialogs dialogs) {
        Settings settings = new Settings(folder.resolve("settings.json"));
        settings.setTheme(Settings.Theme.LIGHT);
        Look look = new Look(settings);
        Workspace workspace = new Workspace(plan, book);
        MainWindow window = new MainWindow(workspace, dialogs, settings, look, CLOCK);
        Scene scene = new Scene(window, WIDTH, HEIGHT);
        Look.dress(scene);
        window.attach(stage, scene);
        stage.setScene(scene);
        return new OpenWindow(workspace, window, look, scene);
    }
}
