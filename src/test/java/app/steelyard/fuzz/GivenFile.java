package app.steelyard.fuzz;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** A file whose content is the input, for what reads files only. */
final class GivenFile {
    private static final Path FOLDER = folder();
    /** Kept open and written over: to open and truncate a file ten thousand times a minute has the disk wait. */
    private static final Map<String, RandomAccessFile> OPEN = new HashMap<>();

    private GivenFile() {}

    /** The same one each time, in a folder of its own. */
    static synchronized Path of(String name, byte[] content) throws IOException {
        Path file = FOLDER.resolve(name);
        RandomAccessFile open = OPEN.get(name);
        if (open == null) {
            open = new RandomAccessFile(file.toFile(), "rw");
            OPEN.put(name, open);
        }
        open.seek(0);
        open.write(content);
        open.setLength(content.length);
        return file;
    }

    /** Until it is given again there is none of that name. */
    static synchronized void none(String name) throws IOException {
        try (RandomAccessFile open = OPEN.remove(name)) {
            Files.deleteIfExists(FOLDER.resolve(name));
        }
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
