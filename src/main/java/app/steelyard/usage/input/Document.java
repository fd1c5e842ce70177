package app.steelyard.usage.input;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One text to be read: a file, or a member of an archive, unpacked. */
public final class Document {
    private final String name;
    private final @Nullable Path plain;
    private final Opener opener;
    private final @Nullable String problem;

    private Document(String name, @Nullable Path plain, Opener opener, @Nullable String problem) {
        this.name = name;
        this.plain = plain;
        this.opener = opener;
        this.problem = problem;
    }

    static Document file(String name, Path path, Opener opener, boolean plain) {
        return new Document(name, plain ? path : null, opener, null);
    }

    static Document member(String name, Opener opener) {
        return new Document(name, null, opener, null);
    }

    /** Something that was found and cannot be read; why, as a sentence without its name. */
    static Document unreadable(String name, String problem) {
        return new Document(name, null, InputStream::nullInputStream, problem);
    }

    /** Its name without folders; a member's follows its archive's. */
    public String name() {
        return name;
    }

    /** Where it can be read in place; empty where it is packed. */
    public Optional<Path> plain() {
        return Optional.ofNullable(plain);
    }

    /** Why it cannot be read at all. */
    public Optional<String> problem() {
        return Optional.ofNullable(problem);
    }

    /** Its bytes, unpacked. */
    public InputStream open() throws IOException {
        return opener.open();
    }

    /** Opens a stream. */
    interface Opener {
        InputStream open() throws IOException;
    }
}
