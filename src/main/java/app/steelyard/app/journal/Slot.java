package app.steelyard.app.journal;

import app.steelyard.files.AtomicFile;
import app.steelyard.files.OwnerOnly;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * A place in the journal's folder for one plan, and the right to it: a file beside is locked as long as there is one who has
 * the slot. The system lets go of the lock when the process ends, however it ends, so that no other can be taken for it.
 */
final class Slot {
    /** The ending of what is kept. */
    static final String ENTRY = ".journal";

    private static final String LOCK = ".lock";
    private static final String TEMPORARY = ".tmp";

    /** Those of this process. A lock is let go of as soon as its process closes the file anywhere, so none is opened twice. */
    private static final Set<Path> OURS = ConcurrentHashMap.newKeySet();

    private final Path file;
    private final Path lock;
    private final FileChannel channel;

    private Slot(Path file, Path lock, FileChannel channel) {
        this.file = file;
        this.lock = lock;
        this.channel = channel;
    }

    /** A new one in {@code folder}, which need not exist. */
    static Slot create(Path folder) throws IOException {
        Files.createDirectories(folder, OwnerOnly.folder(folder).toArray(FileAttribute<?>[]::new));
        Optional<Slot> made = Optional.empty();
        while (made.isEmpty()) {
            // Another window that tidies up may be quicker to lock the new file, or take it for a left one.
            made = taken(folder, UUID.randomUUID().toString());
        }
        return made.get();
    }

    /** One that is there, unless a window has it or there is nothing in it: then what is left of it goes. */
    static Optional<Slot> claim(Path folder, String id) throws IOException {
        Optional<Slot> slot = taken(folder, id);
        if (slot.isPresent()) {
            slot.get().tidy();
            if (!Files.exists(slot.get().file)) {
                slot.get().release();
                return Optional.empty();
            }
        }
        return slot;
    }

    private static Optional<Slot> taken(Path folder, String id) throws IOException {
        Path lock = folder.toAbsolutePath().resolve(id + LOCK);
        if (!OURS.add(lock)) {
            return Optional.empty();
        }
        FileChannel channel = null;
        boolean mine = false;
        try {
            channel = FileChannel.open(
                    lock,
                    Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
                    OwnerOnly.file(lock).toArray(FileAttribute<?>[]::new));
            // Who had it before may have thrown the file away meanwhile: its lock then keeps nobody out.
            mine = channel.tryLock() != null && Files.exists(lock);
            return mine
                    ? Optional.of(new Slot(folder.toAbsolutePath().resolve(id + ENTRY), lock, channel))
                    : Optional.empty();
        } finally {
            if (!mine) {
                if (channel != null) {
                    channel.close();
                }
                OURS.remove(lock);
            }
        }
    }

    /** Where the entry stands. */
    Path file() {
        return file;
    }

    /** Puts {@code entry} in the place of the one before, whole or not at all. */
    void write(byte[] entry) throws IOException {
        AtomicFile.writeOwn(file, entry);
    }

    /** Throws away what is kept. */
    void sweep() throws IOException {
        Files.deleteIfExists(file);
    }

    /** Puts what is kept out of the way, where a person can look at it. */
    Path setAside() throws IOException {
        Path aside = file.resolveSibling(file.getFileName() + ".damaged");
        return Files.move(file, aside, StandardCopyOption.REPLACE_EXISTING);
    }

    /** What a write that was cut off has left. */
    private void tidy() throws IOException {
        try (Stream<Path> files = Files.list(file.resolveSibling(""))) {
            for (Path left : files.filter(f -> String.valueOf(f.getFileName()).startsWith("." + file.getFileName())
                            && f.toString().endsWith(TEMPORARY))
                    .toList()) {
                Files.deleteIfExists(left);
            }
        }
    }

    /** Gives it up; what is kept in it is there for the next who looks. */
    void release() throws IOException {
        try {
            if (!Files.exists(file)) {
                Files.deleteIfExists(lock);
            }
        } finally {
            channel.close();
            OURS.remove(lock);
        }
    }
}
