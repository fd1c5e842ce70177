package app.steelyard.cli.written;

import app.steelyard.Main;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A folder to work in, a home and a place for temporary files, in which commands run as processes of their own. */
record Room(Path root) {
    private static final String TEMPORARY = "tmp";
    /** Seen from another folder. */
    private static final String CLASSES = Stream.of(
                    System.getProperty("java.class.path").split(File.pathSeparator))
            .map(entry -> Path.of(entry).toAbsolutePath().toString())
            .collect(Collectors.joining(File.pathSeparator));

    Path work() {
        return root.resolve("work");
    }

    private Path home() {
        return root.resolve("home");
    }

    private Path temporary() {
        return root.resolve(TEMPORARY);
    }

    /** With the files that commands read. */
    static Room made(Path root) throws IOException {
        Room room = new Room(root);
        WritingCommand.inputs(room.work());
        Files.createDirectories(room.home());
        Files.createDirectories(room.temporary());
        return room;
    }

    /** The same at {@code other}. */
    Room copied(Path other) throws IOException {
        for (Path path : paths()) {
            Path target = other.resolve(root.relativize(path).toString());
            if (Files.isDirectory(path)) {
                Files.createDirectories(target);
            } else {
                Files.copy(path, target, StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
        return new Room(other);
    }

    /** @param prefix put before the command, as a shell would be */
    Process start(List<String> prefix, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(prefix);
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-XX:-UsePerfData",
                "-Djava.awt.headless=true",
                "-Djava.io.tmpdir=" + temporary(),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                CLASSES,
                Main.class.getName()));
        command.addAll(arguments);
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(work().toFile()).redirectErrorStream(true);
        builder.environment().put("HOME", home().toString());
        builder.environment().remove("XDG_CONFIG_HOME");
        return builder.start();
    }

    /** An exit code, and what was said. */
    record Ran(int code, String said) {}

    Ran ran(List<String> prefix, List<String> arguments) throws IOException, InterruptedException {
        Process process = start(prefix, arguments);
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ran(process.waitFor(), said);
    }

    private List<Path> paths() throws IOException {
        try (Stream<Path> all = Files.walk(root)) {
            return all.toList();
        }
    }

    /** All that is kept, by where it stands. */
    Map<String, Path> files() throws IOException {
        Map<String, Path> files = new TreeMap<>();
        for (Path path : paths()) {
            if (Files.isRegularFile(path)) {
                files.put(root.relativize(path).toString(), path);
            }
        }
        return files;
    }
}
