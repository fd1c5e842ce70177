package app.steelyard.usage.log;

import app.steelyard.usage.format.Formats;
import app.steelyard.usage.input.Content;
import app.steelyard.usage.input.Documents;
import app.steelyard.usage.input.Head;
import app.steelyard.usage.input.Records;
import app.steelyard.usage.input.TableRow;
import app.steelyard.usage.input.Tables;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The beginning of a table, or of records in JSON, that nobody knows, for a person to point at its columns.
 *
 * @param name of the document, as reports name it
 * @param file that it is, or that it is packed in
 * @param isJson whether its columns are paths
 * @param columns in lower case, in their order
 * @param rows the first ones, as wide as the columns
 * @param problem why it was not read, in a sentence with its name; empty where it was read
 * @param lacks whether that sentence names columns that it lacks to be known
 */
public record LogSample(
        String name,
        Path file,
        boolean isJson,
        List<String> columns,
        List<List<String>> rows,
        String problem,
        boolean lacks) {
    private static final int ROWS = 4;
    private static final int FEWEST_COLUMNS = 3;

    public LogSample {
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
    }

    /** Those of the documents in {@code files} that are tables and have one of {@code names}. */
    public static List<LogSample> of(List<Path> files, Set<String> names) {
        List<LogSample> found = new ArrayList<>();
        for (Path file : files) {
            try {
                Documents.each(List.of(file), in -> in, document -> {
                    boolean readable = document.problem().isEmpty() && !document.isParquet() && !document.isSqlite();
                    if (readable && names.contains(document.name())) {
                        try (Content content = Content.open(document.open())) {
                            of(document.name(), document.plain().orElse(file), content.head(JsonBeginning.LENGTH))
                                    .ifPresent(found::add);
                        }
                    }
                });
            } catch (IOException | SQLException e) {
                // The report of the import says what is wrong with it.
                found.removeIf(s -> s.file().equals(file) || s.file().startsWith(file));
            }
        }
        return found;
    }

    /** What a column holds in the first row that has it; empty where there is none. */
    public String first(String column) {
        return first(columns, rows, column);
    }

    static String first(List<String> columns, List<List<String>> rows, String column) {
        int place = columns.indexOf(column);
        return rows.stream()
                .map(r -> place < 0 ? "" : r.get(place))
                .filter(v -> !v.isBlank())
                .findFirst()
                .orElse("");
    }

    /** Whether it can be read with {@code mapping}. */
    public boolean fits(LogMapping mapping) {
        return isJson ? mapping.fitsPaths(columns) : mapping.fits(columns);
    }

    /** Whether it needs no pointing at. */
    public boolean isRead() {
        return problem.isEmpty();
    }

    /** The same of a file that was read nevertheless, as a person had said how. */
    public LogSample read() {
        return new LogSample(name, file, isJson, columns, rows, "", false);
    }

    /** What its columns probably are. */
    public ColumnGuess guess() {
        return ColumnGuess.of(columns, rows);
    }

    /** The beginning of a document by itself, wherever it lies; empty where it is no table. */
    public static Optional<LogSample> of(Head head) {
        try {
            return of(head.name(), Path.of(""), head.text());
        } catch (IOException e) {
            // A text in memory that breaks off within a row is no table.
            return Optional.empty();
        }
    }

    private static Optional<LogSample> of(String name, Path file, String text) throws IOException {
        if (new Head(name, text, Set.of()).isJson()) {
            return json(name, file, text);
        }
        List<String> columns = Tables.columns(text);
        List<List<String>> rows = rows(text, columns);
        if (columns.size() < FEWEST_COLUMNS || rows.isEmpty()) {
            return Optional.empty();
        }
        Head head = new Head(name, text, Set.copyOf(columns));
        boolean read = Formats.of(head).isPresent()
                || LogMapping.guess(head.columns(), c -> "").isPresent();
        return Optional.of(new LogSample(
                name,
                file,
                false,
                columns,
                rows,
                read ? "" : UnreadableFile.of(head, false),
                !read && UnreadableFile.lacking(head).isPresent()));
    }

    private static Optional<LogSample> json(String name, Path file, String text) {
        Head head = new Head(name, text, Set.of());
        return JsonBeginning.likeliest(text)
                .filter(b -> b.columns().size() >= FEWEST_COLUMNS)
                .map(b -> {
                    boolean read = Formats.of(head).isPresent()
                            || b.guess().mapping().missing().isEmpty();
                    return new LogSample(
                            name, file, true, b.columns(), b.rows(), read ? "" : UnreadableFile.of(head, false), false);
                });
    }

    private static List<List<String>> rows(String head, List<String> columns) throws IOException {
        List<List<String>> rows = new ArrayList<>();
        String lines = head.lines().filter(l -> !l.isBlank()).limit(ROWS + 1L).collect(Collectors.joining("\n"));
        try (Content content = Content.open(new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8)))) {
            Tables.read(content, new Records<>() {
                @Override
                public void record(long line, TableRow record) {
                    rows.add(columns.stream()
                            .map(c -> Objects.requireNonNullElse(record.get(c), ""))
                            .toList());
                }

                @Override
                public void bad(long line, String pointer, String reason) {}

                @Override
                public void trouble(String text) {}
            });
        }
        return rows;
    }
}
