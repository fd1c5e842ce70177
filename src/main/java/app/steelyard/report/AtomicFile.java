package app.steelyard.report;

import app.steelyard.text.Texts;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;

/** Writes a file whole or not at all: what stood there before stays until the new one is complete. */
final class AtomicFile {
    private static final Texts TEXTS = Texts.of(AtomicFile.class);

    private AtomicFile() {}

    /** What puts the content into the file. */
    interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    static void write(Path target, Content content) throws ReportException {
        try {
            Path file = Files.exists(target) ? target.toRealPath() : target.toAbsolutePath();
            if (Files.isDirectory(file)) {
                throw new ReportException(TEXTS.get("write.folder", target), new IOException("is a folder"));
            }
            if (Files.exists(file) && !Files.isWritable(file)) {
                throw new AccessDeniedException(file.toString());
            }
            Path folder = file.getParent();
            if (folder == null || !Files.isDirectory(folder)) {
                throw new NoSuchFileException(String.valueOf(folder));
            }
            Path part = Files.createTempFile(folder, "." + file.getFileName() + "-", ".part");
            try {
                try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(part))) {
                    content.writeTo(out);
                }
                replace(part, file);
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (ReportException e) {
            throw e;
        } catch (AccessDeniedException e) {
            throw new ReportException(TEXTS.get("write.denied", target), e);
        } catch (NoSuchFileException e) {
            throw new ReportException(TEXTS.get("write.noFolder", target), e);
        } catch (IOException e) {
            throw new ReportException(TEXTS.get("write.failed", target, String.valueOf(e.getMessage())), e);
        }
    }

    private static void replace(Path part, Path file) throws IOException {
        // A temporary file is readable by its owner alone; a report is an ordinary file.
        if (Files.getFileStore(part).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(
                    part,
                    Files.exists(file)
                            ? Files.getPosixFilePermissions(file)
                            : PosixFilePermissions.fromString("rw-r--r--"));
        }
        try {
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
