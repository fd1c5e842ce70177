package app.steelyard.usage.input;

import java.io.IOException;
import java.nio.file.Path;

/** A file's name as the database takes it: the name of one file, whatever signs, endings or folders it has. */
public final class SqlPath {
    /** The database reads columns out of names of folders, and unpacks by the end of a name, unless it is told not to. */
    private static final String OPTIONS = ", hive_partitioning = false";

    private SqlPath() {}

    /** A CSV reader's first arguments. */
    public static String csv(Path file) {
        return of(file) + OPTIONS + ", compression = 'none'";
    }

    /** A Parquet reader's arguments. */
    public static String parquet(Path file) {
        return of(file) + OPTIONS;
    }

    private static String of(Path file) {
        return '\'' + pattern(file).replace("'", "''") + '\'';
    }

    /**
     * The pattern that only this file fits. Absolute, or it could be taken for an address in a network; a wildcard in
     * brackets is that sign itself.
     */
    public static String pattern(Path file) {
        return real(file).toString().replaceAll("[*?\\[]", "[$0]");
    }

    private static Path real(Path file) {
        try {
            return file.toRealPath();
        } catch (IOException e) {
            // It is said when it is opened.
            return file.toAbsolutePath();
        }
    }
}
