package app.steelyard.installer;

import java.io.IOException;
import java.util.List;
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
        int code = new ProcessBuilder(command).inheritIO().start().waitFor();
        if (code != 0) {
            throw new IllegalStateException(String.join(" ", command) + " ended with " + code + ".");
        }
    }
}
