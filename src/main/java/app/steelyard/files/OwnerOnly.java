package app.steelyard.files;

import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/** What a new file or folder is made with, so that nobody but its owner reads it. */
public final class OwnerOnly {
    private OwnerOnly() {}

    public static List<FileAttribute<?>> file(Path path) {
        return permissions(path, "rw-------");
    }

    public static List<FileAttribute<?>> folder(Path path) {
        return permissions(path, "rwx------");
    }

    /** None on Windows, where the settings' folder lets in nobody else and what is made in it follows. */
    private static List<FileAttribute<?>> permissions(Path path, String permissions) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? List.of(PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions)))
                : List.of();
    }
}
