package app.steelyard.files;

import java.nio.file.Path;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Where the operating system wants a program's settings and data of its own. */
public final class ConfigFolder {
    private static final String APPLICATION = "Steelyard";

    private ConfigFolder() {}

    /** The folder of this user on this machine; it need not exist. */
    public static Path standard() {
        return of(System::getenv, System.getProperty("os.name", ""), home());
    }

    /** The shell's idea of home goes before the account's. */
    private static String home() {
        String shell = System.getenv("HOME");
        return shell == null || shell.isBlank() ? System.getProperty("user.home", "") : shell;
    }

    /**
     * The folder on any machine.
     *
     * @param environment answers null for a variable that is not set
     * @param system the operating system's name, as Java has it
     * @throws java.nio.file.InvalidPathException if the environment names no path
     */
    public static Path of(UnaryOperator<@Nullable String> environment, String system, String home) {
        String name = system.toLowerCase(Locale.ROOT);
        Path own = Path.of(home);
        if (name.startsWith("windows")) {
            return variable(environment, "APPDATA", own.resolve("AppData").resolve("Roaming"))
                    .resolve(APPLICATION);
        }
        if (name.startsWith("mac")) {
            return own.resolve("Library").resolve("Application Support").resolve(APPLICATION);
        }
        return variable(environment, "XDG_CONFIG_HOME", own.resolve(".config"))
                .resolve(APPLICATION.toLowerCase(Locale.ROOT));
    }

    /** The XDG specification has relative paths ignored; elsewhere one would be as senseless. */
    private static Path variable(UnaryOperator<@Nullable String> environment, String name, Path otherwise) {
        String value = environment.apply(name);
        return value == null || value.isBlank() || !Path.of(value).isAbsolute() ? otherwise : Path.of(value);
    }
}
