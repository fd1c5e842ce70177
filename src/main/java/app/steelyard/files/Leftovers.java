package app.steelyard.files;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Files that were begun beside others and that a killed program left there: swept when the same file is written again. */
final class Leftovers {
    private static final String ENDING = ".tmp";
    private static final int LENGTH_OF_ID = 36;

    /** Begun by this process. A lock of its own is never tried: to close a second channel on the file would give it up. */
    private static final Set<Path> OWN = ConcurrentHashMap.newKeySet();

    private Leftovers() {}

    /** A new name beside {@code target}, which is nobody's to sweep until it is {@link #done}. */
    static Path begin(Path folder, Path target) {
        Path name = folder.resolve(start(target) + UUID.randomUUID() + ENDING);
        OWN.add(name);
        return name;
    }

    /** Takes away what is still there under the name. */
    static void done(Path name) throws IOException {
        try {
            Files.deleteIfExists(name);
        } finally {
            OWN.remove(name);
        }
    }

    private static String start(Path target) {
        return "." + target.getFileName() + ".";
    }

    static void sweep(Path folder, Path target) {
        String start = start(target);
        try (DirectoryStream<Path> all = Files.newDirectoryStream(folder, path -> is(path, start))) {
            for (Path path : all) {
                if (!OWN.contains(path) && isLeft(path)) {
                    Files.deleteIfExists(path);
                }
            }
        } catch (IOException e) {
            // What cannot be swept now is swept another time, and hinders nobody.
            return;
        }
    }

    private static boolean is(Path path, String start) {
        String name = String.valueOf(path.getFileName());
        return name.startsWith(start)
                && name.endsWith(ENDING)
                && name.length() == start.length() + LENGTH_OF_ID + ENDING.length();
    }

    /** Whether nobody writes it any more. */
    private static boolean isLeft(Path path) {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            return lock != null;
        } catch (IOException | OverlappingFileLockException e) {
            return false;
        }
    }
}
