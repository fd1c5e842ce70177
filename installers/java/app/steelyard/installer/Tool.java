package app.steelyard.installer;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.spi.ToolProvider;

/** Runs the JDK's tools and the system's; one that fails ends the build. */
final class Tool {
    private Tool() {}

    static void jdk(String name, List<String> arguments) {
        ToolProvider tool = ToolProvider.findFirst(name)
                .orElseThrow(() -> new IllegalStateException("This Java has no " + name + ": a JDK is needed."));
        int code = tool.run(System.out, System.err, arguments.toArray(String[]::new));
        if (code != 0) {
            throw new IllegalStateException(name + " ended with " + code + ".");
        }
    }

    static void system(String... command) throws IOException, InterruptedException {
        system(Map.of(), command);
    }

    static void system(Map<String, String> environment, String... command) throws IOException, InterruptedException {
        ProcessBuilder process = new ProcessBuilder(command).inheritIO();
        process.environment().putAll(environment);
        int code = process.start().waitFor();
        if (code != 0) {
            throw new IllegalStateException(String.join(" ", command) + " ended with " + code + ".");
        }
    }
}
