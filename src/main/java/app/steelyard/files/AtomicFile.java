package app.steelyard.files;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Writes a file whole or not at all: beside it first, then in its place. */
public final class AtomicFile {
    /** Puts the new file in the old one's place; a test may fail here. */
    @FunctionalInterface
    interface Move {
        void move(Path from, Path to) throws IOException;
    }

    /** Puts the new content into a stream, which it does not close. */
    @FunctionalInterface
    public interface Content {
        void to(OutputStream out) throws IOException;
    }

    private AtomicFile() {}

    /** The same of content that need not be in the memory as a whole. */
    public static void write(Path path, Content content) throws IOException {
        write(path, content, AtomicFile::replace, List.of());
    }

    /** @throws IOException if the file cannot be written; what stood there before is then still there */
    public static void write(Path path, byte[] content) throws IOException {
        write(path, content, AtomicFile::replace);
    }

    /** The same of a file that nobody but its owner is to read. */
    public static void writeOwn(Path path, byte[] content) throws IOException {
        write(path, out -> out.write(content), AtomicFile::replace, OwnerOnly.file(path));
    }

    static void write(Path path, byte[] content, Move move) throws IOException {
        write(path, out -> out.write(content), move, List.of());
    }

    private static void write(Path path, Content content, Move move, List<FileAttribute<?>> attributes)
            throws IOException {
        if (Files.exists(path) && !Files.isRegularFile(path) && !Files.isDirectory(path)) {
            // A pipe or a device is written into; it holds nothing that could be lost.
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(path))) {
                content.to(out);
            }
            return;
        }
        // A link stays a link; the file it names is replaced.
        Path target = Files.exists(path) ? path.toRealPath() : path.toAbsolutePath();
        Path folder = Objects.requireNonNull(target.getParent(), "a file has a folder");
        Path beside = Leftovers.begin(folder, target);
        Leftovers.sweep(folder, target);
        try {
            try (FileChannel channel = FileChannel.open(
                    beside,
                    Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                    attributes.toArray(FileAttribute<?>[]::new))) {
                // Whoever finds it locked knows that it is being written.
                channel.tryLock();
                OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel));
                content.to(out);
                out.flush();
                channel.force(true);
                keepPermissions(target, beside);
                move.move(beside, target);
            }
        } finally {
            Leftovers.done(beside);
        }
        forceFolder(folder);
    }

    private static void replace(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static void keepPermissions(Path from, Path to) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(to, PosixFileAttributeView.class);
        if (view != null && Files.exists(from)) {
            view.setPermissions(Files.getPosixFilePermissions(from));
        }
    }

    /** Makes the new name outlast a power failure, where the system lets a folder be opened. */
    @SuppressWarnings("EmptyCatch") // The file itself is safe; some systems cannot do more.
    private static void forceFolder(Path folder) {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            // Windows opens no folders.
        }
    }

    /** The system's reason without the path, which every message names anyway. */
    public static String why(IOException e) {
        if (e instanceof NoSuchFileException) {
            return "the folder does not exist";
        }
        if (e instanceof AccessDeniedException) {
            return "permission denied";
        }
        String reason = e instanceof FileSystemException f ? f.getReason() : e.getMessage();
        return reason == null ? e.getClass().getSimpleName() : reason;
    }
}
