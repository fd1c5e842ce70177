package app.steelyard;

import app.steelyard.cli.Cli;
import app.steelyard.ui.shell.SteelyardApp;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import javafx.animation.PauseTransition;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.stage.Stage;
import javafx.util.Duration;

/**
 * Runs what people run, in one Java, which then knows the classes that starts load and keeps them ready (JEP 514). Only
 * the build does this: apart for commands and for the window, since a start takes all that is kept ready into use.
 */
final class Rehearsal {
    /** Long enough for some frames after the last change. */
    private static final Duration SHOWN = Duration.millis(500);

    private Rehearsal() {}

    /**
     * Opens the window and closes it again, or runs commands.
     *
     * @param arguments nothing for the window; a file with the words of one command on each line
     * @return the highest exit code
     */
    static int run(PrintStream out, PrintStream err, String... arguments) throws IOException {
        return arguments.length == 0 ? window() : commands(Path.of(arguments[0]), out, err);
    }

    /** Without running anything of it; another system than the one it is for does not have it. */
    private static void load(String name) {
        try {
            Class.forName(name, false, Platform.class.getClassLoader());
        } catch (ClassNotFoundException | LinkageError e) {
            return;
        }
    }

    private static int commands(Path commands, PrintStream out, PrintStream err) throws IOException {
        int worst = 0;
        for (String command : Files.readAllLines(commands)) {
            out.println("$ steelyard " + command);
            worst = Math.max(worst, Cli.run(out, err, command.split(" ")));
        }
        return worst;
    }

    private static int window() throws IOException {
        // Those of a real screen, which one in memory does without.
        String classes = System.getProperty("steelyard.rehearsal.classes", "");
        if (!classes.isEmpty()) {
            Files.readAllLines(Path.of(classes)).forEach(Rehearsal::load);
        }
        // A build has no screen but one in memory.
        System.setProperty("glass.platform", "Headless");
        System.setProperty("prism.order", "sw");
        // As people start it, for what JavaFX does then is part of it.
        Application.launch(Window.class);
        return 0;
    }

    /**
     * The window until its examples are there. Its other screens are made later and unseen, and all that is kept ready is
     * taken into use before the first picture.
     */
    public static final class Window extends Application {
        /** Made by the JavaFX launcher. */
        public Window() {}

        @Override
        public void start(Stage stage) {
            CompletableFuture<?> _ = SteelyardApp.open(stage, Optional.empty()).thenRun(() -> {
                PauseTransition pause = new PauseTransition(SHOWN);
                pause.setOnFinished(e -> Platform.exit());
                pause.play();
            });
        }
    }
}
