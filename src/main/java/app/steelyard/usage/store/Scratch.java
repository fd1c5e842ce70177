package app.steelyard.usage.store;

import app.steelyard.files.OwnerOnly;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * A folder for what does not fit into the memory, which goes with its ledger. Its owner holds a lock on it, so that the
 * next one finds what a killed program left behind and sweeps it.
 */
final class Scratch implements AutoCloseable {
    private static final String PREFIX = "steelyard-usage";
    private static final String LOCK = "in-use";
    /** What the database's driver unpacks beside it, and takes away only where the program ends by itself. */
    private static final String LIBRARY = "libduckdb_java*";
    /** Another program may have unpacked one and not loaded it yet; a loaded one may be taken away, or cannot. */
    private static final Duration LOADED_WITHIN = Duration.ofMinutes(2);

    /** Of this process. A lock of its own is never tried: to close a second channel on the file would give it up. */
    private static final Set<Path> OWN = ConcurrentHashMap.newKeySet();

    private final Path folder;
    private final FileChannel channel;

    private Scratch(Path folder, FileChannel channel) {
        this.folder = folder;
        this.channel = channel;
    }

    static Scratch make() throws IOException {
        Path all = Path.of(System.getProperty("java.io.tmpdir", ""));
        sweep(all);
        while (true) {
            Path folder =
                    Files.createTempDirectory(PREFIX, OwnerOnly.folder(all).toArray(FileAttribute<?>[]::new));
            OWN.add(folder);
            Path lock = folder.resolve(LOCK);
            FileChannel channel = FileChannel.open(lock, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            channel.lock();
            if (Files.exists(lock)) {
                sweepLibraries(all, Files.getLastModifiedTime(lock).toInstant().minus(LOADED_WITHIN));
                return new Scratch(folder, channel);
            }
            // Another program swept it before it was locked.
            channel.close();
            OWN.remove(folder);
        }
    }

    Path folder() {
        return folder;
    }

    /** A new file in it. */
    Path file(String prefix) throws IOException {
        return Files.createTempFile(folder, prefix, "");
    }

    private static void sweep(Path all) {
        try (DirectoryStream<Path> left = Files.newDirectoryStream(all, PREFIX + "*")) {
            for (Path folder : left) {
                if (!OWN.contains(folder)) {
                    sweepIfLeft(folder);
                }
            }
        } catch (IOException e) {
            // What cannot be swept now is swept another time.
            return;
        }
    }

    private static void sweepLibraries(Path all, Instant before) {
        try (DirectoryStream<Path> left = Files.newDirectoryStream(all, LIBRARY)) {
            for (Path library : left) {
                if (Files.getLastModifiedTime(library).toInstant().isBefore(before)) {
                    Files.deleteIfExists(library);
                }
            }
        } catch (IOException e) {
            // It is in use, where that hinders.
            return;
        }
    }

    /** Holds the lock meanwhile, so that no two sweep the same. */
    private static void sweepIfLeft(Path folder) {
        try (FileChannel channel = FileChannel.open(folder.resolve(LOCK), StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            if (lock != null) {
                delete(folder);
            }
        } catch (IOException | UncheckedIOException | OverlappingFileLockException e) {
            // It is in use, or its owner takes it away just now.
            return;
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> inside = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : inside) {
                Files.deleteIfExists(file);
            }
        }
    }

    @Override
    public void close() throws IOException {
        // The lock is given up last: until then nobody else sweeps.
        delete(folder);
        channel.close();
        OWN.remove(folder);
    }
}
