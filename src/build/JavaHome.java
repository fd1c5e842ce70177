import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes the home of the Java it runs on into the file named by its argument. */
final class JavaHome {
    public static void main(String[] args) throws IOException {
        Files.writeString(Path.of(args[0]), System.getProperty("java.home") + System.lineSeparator());
    }
}
