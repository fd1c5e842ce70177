package app.steelyard.usage.input;

import app.steelyard.text.Texts;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystems;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Finds the documents in what a person names: files, folders with all that is in them, and patterns such as
 * {@code logs/**}{@code /*.jsonl} that the shell left alone. What is packed is unpacked, an archive's members one by
 * one.
 */
public final class Documents {
    private static final Texts TEXTS = Texts.of(Documents.class);

    /** Bytes that are no more characters than a small log may have. */
    public static final long SMALL = 1 << 16;

    private Documents() {}

    /** Does something with a document. */
    @FunctionalInterface
    public interface Visitor {
        void visit(Document document) throws IOException, SQLException;

        /** Is told of a file that lies beside the exports of a folder or archive and by its name holds no usage. */
        default void skip(String name) {}
    }

    /** All bytes to be read, packed as they are, as far as the files tell. */
    public static long size(List<Path> files) {
        long all = 0;
        for (Path named : files) {
            for (Found found : find(named)) {
                try {
                    all += !found.beside && Files.isRegularFile(found.file) ? Files.size(found.file) : 0;
                } catch (IOException e) {
                    // It is said when the file is read.
                }
            }
        }
        return all;
    }

    /** The files that would be read. */
    public static List<Path> files(List<Path> named) {
        return named.stream()
                .flatMap(n -> find(n).stream())
                .filter(f -> !f.beside)
                .map(Found::file)
                .toList();
    }

    /** Files that are too large to be taken into the memory, as far as the files tell. */
    public static List<Path> large(List<Path> files) {
        List<Path> large = new ArrayList<>();
        for (Path named : files) {
            for (Found found : find(named)) {
                try {
                    if (!found.beside && Files.isRegularFile(found.file) && Files.size(found.file) > SMALL) {
                        large.add(found.file.toRealPath());
                    }
                } catch (IOException e) {
                    // It is said when the file is read.
                }
            }
        }
        return large;
    }

    /**
     * Visits each document in order; those of a folder by their names.
     *
     * @param counted is put around the bytes of each file as it lies on the disk
     */
    public static void each(List<Path> files, UnaryOperator<InputStream> counted, Visitor visitor)
            throws IOException, SQLException {
        each(files, counted, Gauge.Limits.USUAL, visitor);
    }

    static void each(List<Path> files, UnaryOperator<InputStream> counted, Gauge.Limits limits, Visitor visitor)
            throws IOException, SQLException {
        for (Path named : files) {
            List<Found> all = find(named);
            if (all.stream().allMatch(Found::beside)) {
                visitor.visit(Document.unreadable(
                        last(named), TEXTS.get(Files.isDirectory(named) ? "folder.empty" : "glob.none")));
            }
            for (Found found : all) {
                if (found.beside) {
                    visitor.skip(found.name);
                } else {
                    visit(found, counted, limits, visitor);
                }
            }
        }
    }

    private static void visit(Found found, UnaryOperator<InputStream> counted, Gauge.Limits limits, Visitor visitor)
            throws IOException, SQLException {
        Path file = found.file;
        if (!Files.isRegularFile(file)) {
            visitor.visit(Document.unreadable(found.name, TEXTS.get("file.missing")));
            return;
        }
        Packing packing;
        try (BufferedInputStream bytes = new BufferedInputStream(Files.newInputStream(file))) {
            packing = Packing.of(bytes);
        } catch (IOException e) {
            visitor.visit(Document.unreadable(found.name, TEXTS.get("file.closed")));
            return;
        }
        Document.Opener opener = () -> counted.apply(Files.newInputStream(file));
        switch (packing) {
            case NONE -> visitor.visit(Document.file(found.name, file, opener));
            case PARQUET -> visitor.visit(Document.parquet(found.name, file, opener));
            case SQLITE -> visitor.visit(Document.sqlite(found.name, file, opener));
            case GZIP, ZSTD -> {
                try (InputStream packed = opener.open()) {
                    Unpacked content = Unpacked.of(packing, packed, new Gauge(limits));
                    visitor.visit(Document.packed(found.name, content, content::broken));
                }
            }
            case ZIP, EMPTY_ZIP -> {
                try (InputStream packed = opener.open()) {
                    Zip.each(found.name, file, packed, limits, visitor);
                }
            }
            case BZIP2, XZ, SEVEN_ZIP, RAR ->
                visitor.visit(Document.unreadable(found.name, TEXTS.get("packed.other", TEXTS.name(packing))));
        }
    }

    /**
     * @param name without the folders above the one that was named
     * @param beside whether nobody would take it for usage
     */
    private record Found(String name, Path file, boolean beside) {
        Found(String name, Path file) {
            this(name, file, false);
        }
    }

    private static List<Found> find(Path named) {
        if (Files.isDirectory(named)) {
            return within(named, path -> true).stream()
                    .map(f -> new Found(f.name, f.file, Companions.has(last(f.file))))
                    .toList();
        }
        String pattern = named.toString();
        int wild = wild(pattern);
        if (wild < 0 || Files.exists(named)) {
            return List.of(new Found(last(named), named));
        }
        String above = pattern.substring(0, wild).replaceFirst("[^/\\\\]*$", "");
        Path root = Path.of(above.isEmpty() ? "." : above);
        try {
            // A shell's ** also stands for no folder at all.
            PathMatcher some = matcher(pattern);
            PathMatcher none = matcher(pattern.replace('\\', '/').replace("**/", ""));
            Path base = Path.of(above);
            return within(root, path -> {
                Path full = base.resolve(path);
                return some.matches(full) || none.matches(full);
            });
        } catch (PatternSyntaxException | InvalidPathException e) {
            return List.of();
        }
    }

    private static PathMatcher matcher(String pattern) {
        return FileSystems.getDefault().getPathMatcher("glob:" + pattern);
    }

    private static int wild(String text) {
        for (int i = 0; i < text.length(); i++) {
            if ("*?[{".indexOf(text.charAt(i)) >= 0) {
                return i;
            }
        }
        return -1;
    }

    /** The files within {@code folder} that {@code wanted} takes by their path within it, but no hidden ones. */
    private static List<Found> within(Path folder, PathMatcher wanted) {
        List<Found> found = new ArrayList<>();
        String name = last(folder.toAbsolutePath().normalize());
        try {
            Path root = folder.toRealPath();
            Files.walkFileTree(root, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path path, BasicFileAttributes attributes) {
                    return hidden(path) && !path.equals(root) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path path, BasicFileAttributes attributes) {
                    Path inside = root.relativize(path);
                    if (!hidden(path) && !Files.isDirectory(path) && wanted.matches(inside)) {
                        found.add(new Found(name + "/" + inside.toString().replace('\\', '/'), path));
                    }
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path path, IOException e) {
                    // It is said when it is visited.
                    found.add(new Found(name + "/" + root.relativize(path), path));
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            found.add(new Found(name, folder));
        }
        found.sort(Comparator.comparing(Found::name));
        return found;
    }

    private static boolean hidden(Path path) {
        return last(path).startsWith(".");
    }

    private static String last(Path path) {
        Path last = path.getFileName();
        return last == null ? path.toString() : last.toString();
    }

    /** Files that lie beside exports and hold none, as their names say. */
    static final class Companions {
        private static final Pattern NAMES = Pattern.compile(
                "(readme|licen[cs]e|copying|notice|changelog|changes|authors|contributing|citation)([._-].*)?"
                        + "|.*\\.(md|markdown|rst|adoc|pdf|html?|png|jpe?g|svg)|makefile|dockerfile|thumbs\\.db|.*\\.(db|sqlite3?|vscdb)-(wal|shm|journal)|desktop\\.ini",
                Pattern.CASE_INSENSITIVE);
        /** What a table or log may be called, whatever stands before it. */
        private static final Pattern DATA =
                Pattern.compile(".*\\.(csv|tsv|json|jsonl|ndjson|parquet|gz|zst|zip)", Pattern.CASE_INSENSITIVE);

        private Companions() {}

        /** @param name without its folders */
        static boolean has(String name) {
            return NAMES.matcher(name).matches() && !DATA.matcher(name).matches();
        }
    }
}
