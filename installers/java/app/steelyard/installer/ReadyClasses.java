package app.steelyard.installer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Keeps the classes that a start loads ready for the next one (JEP 514), with which a small command takes little more than
 * half the time. The packaged program is rehearsed, and the build fails if Java does not accept what it has just made.
 */
final class ReadyClasses {
    private final Workplace work;

    ReadyClasses(Workplace work) {
        this.work = work;
    }

    /** Without the PDF report: what makes it would slow down every other command by a fifth. */
    void command() throws IOException, InterruptedException {
        rehearse("command", "", List.of("src/build/rehearsal.txt"));
        accept("command", List.of("--version"));
    }

    /**
     * Without what was counted while training: with it the compiler would set to work at once and take the processor from
     * the first picture.
     */
    void window() throws IOException, InterruptedException {
        rehearse(
                "window",
                "-Dsteelyard.rehearsal.classes=src/build/window-classes.txt"
                        + " -XX:+UnlockDiagnosticVMOptions -XX:-AOTRecordTraining ",
                List.of());
        accept("window", List.of());
    }

    private Path file(String name) {
        return work.lib().resolve(name + ".aot");
    }

    private void rehearse(String name, String options, List<String> arguments)
            throws IOException, InterruptedException {
        run(name, "-Dsteelyard.rehearsal=%s %s-XX:AOTCacheOutput=%s".formatted(name, options, file(name)), arguments);
    }

    /** At a start Java passes over ready classes in silence if they do not fit; here it fails, and runs nothing. */
    private void accept(String name, List<String> arguments) throws IOException, InterruptedException {
        run(name, "-XX:AOTMode=on -XX:AOTCache=%s --dry-run".formatted(file(name)), arguments);
    }

    private void run(String name, String options, List<String> arguments) throws IOException, InterruptedException {
        Path output = work.under("ready-" + name + ".txt");
        String launcher = work.program().resolve("bin/steelyard").toString();
        ProcessBuilder process =
                new ProcessBuilder(launcher).redirectErrorStream(true).redirectOutput(output.toFile());
        process.command().addAll(arguments);
        // Away from the settings of whoever builds, and on the Java that builds.
        String home = work.under("rehearsal").toString();
        process.environment().put("HOME", home);
        process.environment().put("XDG_CONFIG_HOME", home);
        process.environment().put("STEELYARD_JAVA_HOME", System.getProperty("java.home"));
        process.environment().put("STEELYARD_JAVA_OPTS", options);
        int code = process.start().waitFor();
        if (code != 0) {
            throw new IllegalStateException("Classes for the %s cannot be kept ready (%d):%n%s"
                    .formatted(name, code, Files.readString(output)));
        }
    }
}
