package app.steelyard;

import app.steelyard.cli.Cli;
import app.steelyard.cli.WithoutDisplay;
import app.steelyard.document.PlanFile;
import app.steelyard.text.Language;
import app.steelyard.ui.shell.SteelyardApp;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.application.Application;
import org.jspecify.annotations.Nullable;

/** Opens the window, or runs a command. */
public final class Main {
    private Main() {}

    public static void main(String[] args) throws IOException {
        // With an empty list of hosts no name is ever looked up; Java itself would ask for this machine's when it first
        // meets the system's fonts.
        System.setProperty("jdk.net.hosts.file", "");
        if (System.getProperty("steelyard.rehearsal") != null) {
            System.exit(Rehearsal.run(utf8(FileDescriptor.out), utf8(FileDescriptor.err), args));
        }
        Optional<Language> language = language(args);
        String[] rest = language.isPresent() ? Arrays.copyOfRange(args, 2, args.length) : args;
        boolean window = wantsWindow(rest);
        language.filter(l -> window).ifPresent(Language::choose);
        if (window && hasDisplay(System.getProperty("os.name", ""), System.getenv()) && openWindow(rest, language)) {
            return;
        }
        // Reports are drawn without a display, even where one is named that does not answer.
        System.setProperty("java.awt.headless", "true");
        PrintStream out = utf8(FileDescriptor.out);
        PrintStream err = utf8(FileDescriptor.err);
        int code = window ? WithoutDisplay.run(out, err, Path.of(""), rest) : Cli.run(out, err, args);
        out.flush();
        System.exit(code);
    }

    /** The only place from which JavaFX is touched; commands never come here. False where no display answers. */
    private static boolean openWindow(String[] plan, Optional<Language> language) {
        // JavaFX asks for a logger before the first picture, and Java looks for one in every JAR: done here, beside
        // the start of the screen, it holds up nothing.
        Thread.ofPlatform().daemon().start(() -> System.getLogger(Main.class.getName()));
        try {
            // JavaFX tells options from files by their form.
            Stream<String> said = language.map(l -> "--lang=" + l.tag()).stream();
            Application.launch(
                    SteelyardApp.class, Stream.concat(said, Stream.of(plan)).toArray(String[]::new));
            return true;
        } catch (UnsupportedOperationException e) {
            return false;
        }
    }

    /** The language that stands in front, as {@code --lang de}; of commands it may stand anywhere, and they read it. */
    static Optional<Language> language(String[] args) {
        return args.length >= 2 && args[0].equals("--lang") ? Language.of(args[1]) : Optional.empty();
    }

    /** Nothing, or one plan; a command of the same name as a file is still a command. */
    static boolean wantsWindow(String[] args) {
        if (args.length == 0) {
            return true;
        }
        return args.length == 1
                && !args[0].startsWith("-")
                && !Cli.isCommand(args[0])
                && (args[0].endsWith(PlanFile.ENDING) || isFile(args[0]));
    }

    private static boolean isFile(String argument) {
        try {
            return Files.isRegularFile(Path.of(argument));
        } catch (InvalidPathException e) {
            return false;
        }
    }

    /** Whether a window can be shown; other systems than Linux always have a display. */
    static boolean hasDisplay(String system, Map<String, String> environment) {
        return !system.toLowerCase(Locale.ROOT).contains("linux")
                || isSet(environment.get("DISPLAY"))
                || isSet(environment.get("WAYLAND_DISPLAY"))
                || "Headless".equalsIgnoreCase(System.getProperty("glass.platform"));
    }

    private static boolean isSet(@Nullable String value) {
        return value != null && !value.isBlank();
    }

    private static PrintStream utf8(FileDescriptor descriptor) {
        return new PrintStream(new Pipe(descriptor), true, StandardCharsets.UTF_8);
    }

    /** Whoever reads the output may have had enough of it, which is no failure; a full disk is one. */
    private static final class Pipe extends FileOutputStream {
        Pipe(FileDescriptor descriptor) {
            super(descriptor);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            try {
                super.write(bytes, offset, length);
            } catch (IOException e) {
                if (!String.valueOf(e.getMessage()).contains("Broken pipe")) {
                    throw e;
                }
            }
        }
    }
}
