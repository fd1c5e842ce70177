package app.steelyard.usage.input;

import app.steelyard.text.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;

/** Finds the documents in what a person names. */
public final class Documents {
    private static final Texts TEXTS = Texts.of(Documents.class);

    private Documents() {}

    /** Does something with a document. */
    @FunctionalInterface
    public interface Visitor {
        void visit(Document document) throws IOException, SQLException;
    }

    /** All bytes to be read, as far as the files tell. */
    public static long size(List<Path> files) {
        long all = 0;
        for (Path file : files) {
            try {
                all += Files.isRegularFile(file) ? Files.size(file) : 0;
            } catch (IOException e) {
                // It is said when the file is read.
            }
        }
        return all;
    }

    /** Visits each document in order. */
    public static void each(List<Path> files, Visitor visitor) throws IOException, SQLException {
        for (Path file : files) {
            Path last = file.getFileName();
            String name = last == null ? file.toString() : last.toString();
            if (Files.isRegularFile(file)) {
                visitor.visit(Document.file(name, file, () -> Files.newInputStream(file), true));
            } else {
                visitor.visit(Document.unreadable(name, TEXTS.get("file.missing")));
            }
        }
    }
}
