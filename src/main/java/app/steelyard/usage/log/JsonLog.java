package app.steelyard.usage.log;

import app.steelyard.usage.input.Content;
import app.steelyard.usage.input.JsonPaths;
import app.steelyard.usage.input.JsonRecords;
import app.steelyard.usage.input.Records;
import app.steelyard.usage.input.TableRow;
import app.steelyard.usage.notation.Notation;
import app.steelyard.usage.notation.NotationScout;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * A request log in JSON that no format knows, read as a table is: its columns are paths.
 *
 * @param within the names that lead to the list of its records
 */
public record JsonLog(List<String> within, LogMapping mapping) {
    /** Characters by which it is told how it is read. */
    public static final int LOOKED_AT = JsonBeginning.LENGTH;

    /** The paths in what {@code text} begins with; none where it has no records. */
    public static List<String> columns(String text) {
        return JsonBeginning.likeliest(text).map(JsonBeginning::columns).orElse(List.of());
    }

    /**
     * How JSON that begins with {@code text} is read: as a person said, or as its names and first values tell; empty
     * where they do not.
     */
    public static Optional<JsonLog> of(String text, ReadingChoice reading) {
        List<JsonBeginning> beginnings = JsonBeginning.of(text);
        for (LogMapping said : reading.mappings()) {
            for (JsonBeginning beginning : beginnings) {
                if (said.fitsPaths(beginning.columns())) {
                    return Optional.of(new JsonLog(beginning.within(), said));
                }
            }
        }
        return beginnings.stream()
                .flatMap(b -> reading.wishes().of(b.columns(), b.guess().mapping(), b::first).stream()
                        .map(mapping -> new JsonLog(b.within(), mapping)))
                .findFirst();
    }

    /** Lets {@code scout} see the texts in what {@code content} holds; numbers are written in one way only. */
    public void show(Content content, NotationScout scout) throws IOException {
        JsonPaths paths = new JsonPaths(mapping.columns().values(), (path, text) -> {
            scout.see(path, text);
            return text;
        });
        JsonRecords.read(content, within, new Records<>() {
            @Override
            public void record(long line, JsonNode value) {
                paths.row(value);
            }

            @Override
            public void bad(long line, String pointer, String reason) {}

            @Override
            public void trouble(String text) {}
        });
    }

    /** Reads to the end, {@code rows} being told of each record what it has at the mapping's paths. */
    public void read(Content content, Notation notation, Records<TableRow> rows) throws IOException {
        JsonPaths paths = new JsonPaths(mapping.columns().values(), notation::plain);
        JsonRecords.read(content, within, Records.made(rows, paths::row));
    }
}
