package app.steelyard.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** What is known of this program itself. */
public final class Program {
    private Program() {}

    /** The version, such as {@code 0.1.0}; empty where it was not built whole. */
    public static String version() {
        Properties properties = new Properties();
        try (InputStream in = Program.class.getResourceAsStream("/app/steelyard/version.properties")) {
            if (in != null) {
                properties.load(in);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties.getProperty("version", "");
    }
}
