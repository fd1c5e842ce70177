package app.steelyard.ui.shell;

import app.steelyard.app.Dialogs;
import app.steelyard.app.plan.NewPlan;
import app.steelyard.document.Settings;
import app.steelyard.text.Language;
import app.steelyard.text.Problem;
import app.steelyard.text.Texts;
import app.steelyard.ui.kit.Look;
import app.steelyard.ui.work.Workspace;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import javafx.animation.PauseTransition;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;
import javafx.util.Duration;

/** The desktop application; its one optional argument is the plan to open. */
public final class SteelyardApp extends Application {
    /** What the window is called until its plan is there; texts are not read yet. */
    private static final String NAME = "Steelyard";

    /** From layout to the screen; what is done beside takes the processor away from the first picture. */
    private static final Duration PAINTED = Duration.millis(40);

    /** Made by the JavaFX launcher. */
    public SteelyardApp() {}

    @Override
    public void start(Stage stage) {
        List<String> arguments = getParameters().getUnnamed();
        if (!getParameters().getNamed().containsKey("lang")) {
            Language.choose(Settings.language(Settings.standardFile()));
        }
        // Only now: screens that are not seen yet would keep the examples waiting.
        CompletableFuture<Void> _ = open(
                        stage, arguments.isEmpty() ? Optional.empty() : Optional.of(Path.of(arguments.get(0))))
                .thenAccept(window -> window.prepare(stage));
    }

    /**
     * Shows the window at once, as an empty frame, and fills it as soon as that is painted. Who types or clicks meanwhile
     * is heard: JavaFX hands over what was done once the window is filled.
     *
     * @param plan the file to open, if any
     * @return the window when its examples are there, for the JavaFX thread; never, if it is closed before
     */
    public static CompletableFuture<MainWindow> open(Stage stage, Optional<Path> plan) {
        return open(stage, plan, Settings.standardFile());
    }

    static CompletableFuture<MainWindow> open(Stage stage, Optional<Path> plan, Path settings) {
        Thread.setDefaultUncaughtExceptionHandler(
                (thread, error) -> Platform.runLater(() -> report(new FxDialogs(stage), error)));
        Scene scene = new Scene(new FirstFrame(Look.isDark(Settings.glance(settings))), 1440, 900);
        stage.setTitle(NAME);
        stage.setMinWidth(980);
        stage.setMinHeight(640);
        stage.setScene(scene);
        CompletableFuture<MainWindow> made = new CompletableFuture<>();
        PauseTransition painted = new PauseTransition(PAINTED);
        // Out of the animation, in which a plan that cannot be opened could not show its dialog.
        painted.setOnFinished(e -> Platform.runLater(() -> {
            if (stage.isShowing()) {
                fill(stage, plan, new Settings(settings), made);
            }
        }));
        onFirstPulse(scene, painted::play);
        stage.show();
        return made;
    }

    private static void fill(Stage stage, Optional<Path> plan, Settings settings, CompletableFuture<MainWindow> made) {
        FirstReading reading = new FirstReading();
        reading.begin();
        Dialogs dialogs = new FxDialogs(stage);
        Clock clock = Clock.system(ZoneId.systemDefault());
        Workspace workspace = new Workspace(NewPlan.of(NewPlan.USUAL_MODEL, LocalDate.now(clock)), reading::book);
        MainWindow window = new MainWindow(workspace, dialogs, settings, new Look(settings), clock, reading.examples());
        Scene scene = stage.getScene();
        scene.setRoot(window);
        Look.dress(scene);
        window.attach(stage, scene);
        // A failure comes out of join, and is told as every other.
        CompletableFuture<?> _ = reading.examples()
                .whenComplete((examples, error) -> Platform.runLater(() -> {
                    made.complete(window);
                    reading.examples().join();
                    tell("settings.refused", settings.problems(), dialogs);
                    tell("profiles.refused", reading.prices().problems(), dialogs);
                    window.recover();
                }));
        plan.ifPresent(window::open);
    }

    /** When it is laid out and is about to be painted. */
    private static void onFirstPulse(Scene scene, Runnable action) {
        Runnable[] once = new Runnable[1];
        once[0] = () -> {
            scene.removePostLayoutPulseListener(once[0]);
            action.run();
        };
        scene.addPostLayoutPulseListener(once[0]);
    }

    private static void tell(String what, List<Problem> problems, Dialogs dialogs) {
        if (!problems.isEmpty()) {
            String list = problems.stream().map(Problem::toString).collect(Collectors.joining("\n"));
            dialogs.error(texts().get(what), list, list);
        }
    }

    /** Read when there is something to say. */
    private static Texts texts() {
        return Texts.of(SteelyardApp.class);
    }

    /** Nothing that goes wrong is swallowed: the person hears of it and can pass it on. */
    static void report(Dialogs dialogs, Throwable error) {
        StringWriter trace = new StringWriter();
        error.printStackTrace(new PrintWriter(trace));
        dialogs.error(
                texts().get("error.title"),
                texts().get("error.text", String.valueOf(error.getMessage())),
                trace.toString());
    }
}
