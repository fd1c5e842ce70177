package app.steelyard.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file whose content is the input, for what reads files only. */
final class GivenFile {
    private static final Path FOLDER = folder();

    private GivenFile() {}

    /** The same one each time, in a folder of its own. */
    static Path of(String name, byte[] content) throws IOException {
        Path file = FOLDER.resolve(name);
        Files.write(file, content);
        return file;
    }

    private static Path folder() {
        try {
            Path folder = Files.createTempDirectory("steelyard-fuzz");
            folder.toFile().deleteOnExit();
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
