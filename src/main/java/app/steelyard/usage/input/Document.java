package app.steelyard.usage.input;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One text or table to be read: a file, or a member of an archive, unpacked. */
public final class Document {
    /** More bytes than a format may look at. */
    private static final int AGAIN = 1 << 19;

    private final String name;
    private final @Nullable Path plain;
    private final Kind kind;
    private final Opener opener;
    private final Supplier<Optional<String>> broken;
    private final @Nullable String problem;

    private Document(
            String name,
            @Nullable Path plain,
            Kind kind,
            Opener opener,
            Supplier<Optional<String>> broken,
            @Nullable String problem) {
        this.name = name;
        this.plain = plain;
        this.kind = kind;
        this.opener = opener;
        this.broken = broken;
        this.problem = problem;
    }

    /** A text in a file of its own. */
    static Document file(String name, Path path, Opener opener) {
        return new Document(name, path, Kind.TEXT, opener, Optional::empty, null);
    }

    /** A Parquet file. */
    static Document parquet(String name, Path path, Opener opener) {
        return new Document(name, path, Kind.PARQUET, opener, Optional::empty, null);
    }

    /** A database of SQLite. */
    static Document sqlite(String name, Path path, Opener opener) {
        return new Document(name, path, Kind.SQLITE, opener, Optional::empty, null);
    }

    /** A text that was unpacked while it is read; {@code broken} is asked once it was read. */
    static Document packed(String name, InputStream content, Supplier<Optional<String>> broken) {
        BufferedInputStream again = new BufferedInputStream(content);
        again.mark(AGAIN);
        return new Document(
                name,
                null,
                Kind.TEXT,
                () -> {
                    again.reset();
                    return again;
                },
                broken,
                null);
    }

    /** Something that was found and cannot be read; why, as a sentence without its name. */
    static Document unreadable(String name, String problem) {
        return new Document(name, null, Kind.TEXT, InputStream::nullInputStream, Optional::empty, problem);
    }

    /** Its name, after that of the folder or archive it was found in. */
    public String name() {
        return name;
    }

    /** Where it can be read in place; empty where it is packed. */
    public Optional<Path> plain() {
        return Optional.ofNullable(plain);
    }

    /** Whether it is a table to be read in place by {@link Parquet}, and no text. */
    public boolean isParquet() {
        return kind == Kind.PARQUET;
    }

    /** Whether it holds tables to be read in place by {@link Sqlite}, and no text. */
    public boolean isSqlite() {
        return kind == Kind.SQLITE;
    }

    /** Why it cannot be read at all. */
    public Optional<String> problem() {
        return Optional.ofNullable(problem);
    }

    /**
     * Its bytes, unpacked; to be asked for while it is visited, and again as long as only its head was read.
     *
     * @throws Refused from a read, if it unpacks to more than can be meant
     */
    public InputStream open() throws IOException {
        return opener.open();
    }

    /** Why its bytes, read to their end, are not all there are; a sentence without its name. */
    public Optional<String> broken() {
        return broken.get();
    }

    private enum Kind {
        TEXT,
        PARQUET,
        SQLITE
    }

    /** Opens a stream. */
    interface Opener {
        InputStream open() throws IOException;
    }
}
