package app.steelyard.ui;

import app.steelyard.pricing.ProfileProblem;
import app.steelyard.text.Texts;
import app.steelyard.ui.kit.Look;
import app.steelyard.ui.work.Dialogs;
import app.steelyard.ui.work.NewPlan;
import app.steelyard.ui.work.Settings;
import app.steelyard.ui.work.Workspace;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;

/** The desktop application; its one optional argument is the plan to open. */
public final class SteelyardApp extends Application {
    private static final Texts TEXTS = Texts.of(SteelyardApp.class);

    /** Made by the JavaFX launcher. */
    public SteelyardApp() {}

    @Override
    public void start(Stage stage) {
        MainWindow window = open(stage);
        List<String> arguments = getParameters().getUnnamed();
        if (!arguments.isEmpty()) {
            window.open(Path.of(arguments.get(0)));
        }
    }

    /** Shows the window as it is without a plan to open. */
    public static MainWindow open(Stage stage) {
        Dialogs dialogs = new FxDialogs(stage);
        Thread.setDefaultUncaughtExceptionHandler((thread, error) -> Platform.runLater(() -> report(dialogs, error)));
        Reading reading = new Reading();
        Clock clock = Clock.system(ZoneId.systemDefault());
        Settings settings = new Settings(Settings.standardFile());
        Workspace workspace = new Workspace(NewPlan.of(NewPlan.USUAL_MODEL, LocalDate.now(clock)), reading::book);
        MainWindow window = new MainWindow(workspace, dialogs, settings, new Look(settings), clock, reading.examples());
        Scene scene = new Scene(window, 1440, 900);
        Look.dress(scene);
        window.attach(stage, scene);
        stage.setMinWidth(980);
        stage.setMinHeight(640);
        stage.setScene(scene);
        onFirstPulse(scene, reading::begin);
        stage.show();
        // A failure comes out of join, and is told as every other.
        reading.examples()
                .whenComplete((examples, error) -> Platform.runLater(() -> {
                    reading.examples().join();
                    tell(reading.prices().problems(), dialogs);
                }));
        return window;
    }

    /** Until then, what runs beside the window takes the processor away from it. */
    private static void onFirstPulse(Scene scene, Runnable action) {
        Runnable[] once = new Runnable[1];
        once[0] = () -> {
            scene.removePostLayoutPulseListener(once[0]);
            action.run();
        };
        scene.addPostLayoutPulseListener(once[0]);
    }

    private static void tell(List<ProfileProblem> problems, Dialogs dialogs) {
        if (!problems.isEmpty()) {
            String list = problems.stream()
                    .map(p -> p.file() + " " + p.pointer() + ": " + p.reason())
                    .collect(Collectors.joining("\n"));
            dialogs.error(TEXTS.get("profiles.refused"), list, list);
        }
    }

    /** Nothing that goes wrong is swallowed: the person hears of it and can pass it on. */
    static void report(Dialogs dialogs, Throwable error) {
        StringWriter trace = new StringWriter();
        error.printStackTrace(new PrintWriter(trace));
        dialogs.error(
                TEXTS.get("error.title"),
                TEXTS.get("error.text", String.valueOf(error.getMessage())),
                trace.toString());
    }
}
