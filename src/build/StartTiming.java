import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.DoubleStream;
import javax.tools.ToolProvider;

/**
 * Measures the start of the packaged window beside that of an empty one on the same Java, with and without classes kept
 * ready: from the start of the process to the first picture, and to the last one, after which nothing moves any more.
 * Whole processes, in turns, on a real display (such as Xvfb), with settings of a user who was here before. What JavaFX
 * itself logs tells when a picture was painted; the launcher and that log are counted in. Arguments: how often (10), and the
 * folder of an installed program instead of the packaged one, whose own Java then runs both; an empty window on the JDK
 * stands beside them.
 */
final class StartTiming {
    private static final Path FOLDER = Path.of("target", "start-timing").toAbsolutePath();
    private static final Path PROGRAM = Path.of("target", "steelyard").toAbsolutePath();
    private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");
    private static final long LIMIT = TimeUnit.SECONDS.toNanos(30);
    private static final String EMPTY = """
        import javafx.animation.PauseTransition;
        import javafx.application.Application;
        import javafx.application.Platform;
        import javafx.scene.Scene;
        import javafx.scene.layout.BorderPane;
        import javafx.stage.Stage;
        import javafx.util.Duration;

        public final class EmptyWindow extends Application {
            @Override
            public void start(Stage stage) {
                stage.setTitle("Empty");
                stage.setScene(new Scene(new BorderPane(), 1440, 900));
                stage.show();
                if (Boolean.getBoolean("close")) {
                    PauseTransition pause = new PauseTransition(Duration.seconds(1));
                    pause.setOnFinished(e -> Platform.exit());
                    pause.play();
                }
            }

            public static void main(String[] arguments) {
                launch(arguments);
            }
        }
        """;

    /** Elapsed and processor time of one picture, in seconds since the process began. */
    private record Picture(double elapsed, double processor) {}

    /**
     * @param quiet how long nothing may be painted until the last picture is taken to be the last, in seconds
     * @param first of each run
     * @param last of each run
     */
    private record Start(List<String> command, String options, double quiet, List<Picture> first, List<Picture> last) {
        Start(List<String> command, String options, double quiet) {
            this(command, options, quiet, new ArrayList<>(), new ArrayList<>());
        }
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        int runs = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 10;
        Path measured = arguments.length > 1 ? Path.of(arguments[1]) : PROGRAM;
        List<String> program = List.of(measured.resolve("bin/steelyard").toString());
        Files.createDirectories(FOLDER);
        // Of somebody who was here before: reading them is part of the start.
        Path settings = Files.createDirectories(FOLDER.resolve("steelyard")).resolve("settings.json");
        Files.writeString(settings, "{\"theme\":\"DARK\",\"recent\":[]}");
        Path jar = emptyWindow();

        Map<String, Start> starts = new LinkedHashMap<>();
        starts.put("empty, with ready classes", new Start(emptyReady(measured, jar, "empty.aot"), "", 0.3));
        starts.put("Steelyard, with ready classes", new Start(program, "", 6));
        starts.put("empty, without", new Start(empty(measured, jar), "", 0.3));
        starts.put("Steelyard, without", new Start(program, "-XX:AOTMode=off", 6));
        if (!measured.equals(PROGRAM)) {
            // What the program's own Java does without, JFR above all, is most of what makes it start sooner.
            starts.put("empty, ready, on this JDK", new Start(emptyReady(PROGRAM, jar, "jdk.aot"), "", 0.3));
        }
        for (int i = 0; i < runs; i++) {
            starts.values().forEach(StartTiming::measure);
        }
        System.out.printf(
                "Median (least) of %d, in seconds%n%-30s %-29s %-29s%n%-30s %-15s%-15s%-15s%-15s%n",
                runs, "", "first picture", "last picture", "", "elapsed", "processor", "elapsed", "processor");
        starts.forEach((name, start) -> System.out.printf(
                "%-30s %-15s%-15s%-15s%-15s%n",
                name,
                told(start.first.stream().mapToDouble(Picture::elapsed)),
                told(start.first.stream().mapToDouble(Picture::processor)),
                told(start.last.stream().mapToDouble(Picture::elapsed)),
                told(start.last.stream().mapToDouble(Picture::processor))));
    }

    private static String told(DoubleStream values) {
        double[] sorted = values.sorted().toArray();
        double median = (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
        return "%.2f (%.2f)".formatted(median, sorted[0]);
    }

    /** Ready classes are kept for JARs alone. */
    private static Path emptyWindow() throws IOException, InterruptedException {
        Path source = Files.writeString(FOLDER.resolve("EmptyWindow.java"), EMPTY);
        int failed = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        null,
                        null,
                        "--module-path",
                        PROGRAM.resolve("lib/javafx").toString(),
                        "--add-modules=javafx.controls",
                        "-d",
                        FOLDER.toString(),
                        source.toString());
        if (failed != 0) {
            throw new IllegalStateException("The empty window does not compile.");
        }
        Path jar = FOLDER.resolve("empty.jar");
        run(List.of(
                JAVA.resolveSibling("jar").toString(),
                "--create",
                "--file=" + jar,
                "-C",
                FOLDER.toString(),
                "EmptyWindow.class"));
        return jar;
    }

    private static List<String> emptyReady(Path program, Path jar, String name)
            throws IOException, InterruptedException {
        Path ready = FOLDER.resolve(name);
        Files.deleteIfExists(ready);
        run(empty(program, jar, "-XX:AOTCacheOutput=" + ready, "-Dclose=true"));
        return empty(program, jar, "-XX:AOTCache=" + ready);
    }

    /** With the options that the program has too. */
    private static List<String> empty(Path program, Path jar, String... options) {
        Path installed = program.resolve("runtime/bin/java");
        List<String> command = new ArrayList<>();
        if (Files.isExecutable(installed)) {
            // It holds JavaFX.
            command.add(installed.toString());
        } else {
            command.addAll(List.of(JAVA.toString(), "--module-path=" + program.resolve("lib/javafx")));
        }
        command.addAll(List.of(
                "@" + program.resolve("bin/java-options"),
                "-Djavafx.pulseLogger=true",
                "-Djavafx.pulseLogger.threshold=-1"));
        command.addAll(List.of(options));
        command.addAll(List.of("-classpath", jar.toString(), "EmptyWindow"));
        return command;
    }

    private static void run(List<String> command) throws IOException, InterruptedException {
        Path output = FOLDER.resolve("output.txt");
        int code = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start()
                .waitFor();
        if (code != 0) {
            throw new IllegalStateException(command + " ended with " + code + ", see " + output);
        }
    }

    private static void measure(Start start) {
        ProcessBuilder builder = new ProcessBuilder(start.command).redirectErrorStream(true);
        builder.environment().put("STEELYARD_JAVA_HOME", System.getProperty("java.home"));
        builder.environment()
                .put(
                        "STEELYARD_JAVA_OPTS",
                        "-Djavafx.pulseLogger=true -Djavafx.pulseLogger.threshold=-1 " + start.options);
        // Away from the settings of whoever measures.
        builder.environment().put("HOME", FOLDER.toString());
        builder.environment().put("XDG_CONFIG_HOME", FOLDER.toString());
        long began = System.nanoTime();
        try {
            Process process = builder.start();
            Pictures pictures = new Pictures(process, began);
            Thread reader = Thread.ofPlatform().daemon().start(pictures);
            while (process.isAlive() && !pictures.quietFor(start.quiet) && System.nanoTime() - began < LIMIT) {
                Thread.sleep(50);
            }
            process.destroyForcibly().waitFor();
            reader.join();
            if (pictures.all.isEmpty()) {
                throw new IllegalStateException("No window was painted by " + start.command + ":\n" + pictures.said);
            }
            start.first.add(pictures.all.getFirst());
            start.last.add(pictures.all.getLast());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Reads JavaFX's log: each pulse begins with its number, and what it did follows. */
    private static final class Pictures implements Runnable {
        private final Process process;
        private final long began;
        private final List<Picture> all = new ArrayList<>();
        private final StringBuilder said = new StringBuilder();

        Pictures(Process process, long began) {
            this.process = process;
            this.began = began;
        }

        @Override
        public void run() {
            try (BufferedReader log = process.inputReader()) {
                Picture pulse = now();
                for (String line = log.readLine(); line != null; line = log.readLine()) {
                    said.append(line).append('\n');
                    if (line.startsWith("PULSE")) {
                        pulse = now();
                    } else if (line.endsWith("Painting")) {
                        painted(pulse);
                    }
                }
            } catch (IOException e) {
                // The process was ended.
            }
        }

        private synchronized void painted(Picture pulse) {
            if (all.isEmpty() || !all.getLast().equals(pulse)) {
                all.add(pulse);
            }
        }

        private Picture now() {
            return new Picture(
                    (System.nanoTime() - began) / 1e9,
                    process.info().totalCpuDuration().orElse(Duration.ZERO).toNanos() / 1e9);
        }

        synchronized boolean quietFor(double seconds) {
            return !all.isEmpty()
                    && (System.nanoTime() - began) / 1e9 - all.getLast().elapsed() > seconds;
        }
    }
}
