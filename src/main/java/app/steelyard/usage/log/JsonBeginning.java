package app.steelyard.usage.log;

import app.steelyard.usage.input.Content;
import app.steelyard.usage.input.JsonPaths;
import app.steelyard.usage.input.JsonRecords;
import app.steelyard.usage.input.Records;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The first records of JSON, as rows of a table whose columns are paths.
 *
 * @param within the names that lead to the list of records; none where the values themselves are the records
 * @param columns each path that some record has, in the order in which they come
 * @param rows as wide as the columns
 */
record JsonBeginning(List<String> within, List<String> columns, List<List<String>> rows) {
    /** Characters that are looked at; the first record may hold a long prompt. */
    static final int LENGTH = 1 << 20;

    private static final int MOST_ROWS = 100;

    /** As many lists are looked at, and columns of each: a stranger's file may have thousands. */
    private static final int MOST_LISTS = 32;

    private static final int MOST_COLUMNS = 400;

    /** Lists lie no deeper within what is made to be read. */
    private static final int DEEPEST = 4;

    /** All that may be the records of {@code text}, the likeliest first: what lies outside, or the list that it holds. */
    static List<JsonBeginning> of(String text) {
        Map<List<String>, List<JsonNode>> found = new LinkedHashMap<>();
        try (Content content = Content.open(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)))) {
            JsonRecords.read(content, new Records<>() {
                @Override
                public void record(long line, JsonNode value) {
                    gather(List.of(), value, JsonNodeFactory.instance.objectNode(), found);
                }

                @Override
                public void bad(long line, String pointer, String reason) {}

                @Override
                public void trouble(String reason) {}
            });
        } catch (IOException e) {
            // A text in memory is whole, or its records are.
            found.clear();
        }
        List<JsonBeginning> all = new ArrayList<>();
        found.forEach((within, records) -> all.add(of(within, records)));
        // One value that holds a list of many is an envelope.
        int outside = found.getOrDefault(List.of(), List.of()).size();
        if (outside == 1) {
            all.sort(Comparator.comparingInt(b -> -b.rows.size()));
        }
        return all;
    }

    /** The one by which most of what is needed can be told. */
    static Optional<JsonBeginning> likeliest(String text) {
        return of(text).stream()
                .map(b -> Map.entry(b.guess().mapping().missing().size(), b))
                .min(Map.Entry.comparingByKey())
                .map(Map.Entry::getValue);
    }

    /** What a column holds in the first row that has it; empty where none does. */
    String first(String column) {
        return LogSample.first(columns, rows, column);
    }

    ColumnGuess guess() {
        return ColumnGuess.of(columns, rows);
    }

    private static void gather(
            List<String> within, JsonNode value, ObjectNode around, Map<List<String>, List<JsonNode>> found) {
        if (found.size() >= MOST_LISTS && !found.containsKey(within)) {
            return;
        }
        List<JsonNode> records = found.computeIfAbsent(within, w -> new ArrayList<>());
        if (records.size() < MOST_ROWS && value instanceof ObjectNode object) {
            ObjectNode record = object.deepCopy();
            around.properties().stream()
                    .filter(p -> !object.has(p.getKey()))
                    .forEach(p -> record.set(p.getKey(), p.getValue()));
            records.add(record);
            lists(within, object, around.deepCopy(), found);
        }
    }

    /** Gathers what the lists in {@code object} hold, as they are read: with what stands around them before. */
    private static void lists(
            List<String> within, ObjectNode object, ObjectNode around, Map<List<String>, List<JsonNode>> found) {
        object.properties().forEach(property -> {
            JsonNode value = property.getValue();
            List<String> below = new ArrayList<>(within);
            below.add(property.getKey());
            if (value.isValueNode()) {
                around.set(property.getKey(), value);
            } else if (below.size() <= DEEPEST) {
                if (value.isArray()) {
                    value.forEach(element -> gather(List.copyOf(below), element, around, found));
                } else if (value instanceof ObjectNode inner) {
                    lists(below, inner, around.deepCopy(), found);
                }
            }
        });
    }

    private static JsonBeginning of(List<String> within, List<JsonNode> records) {
        List<Map<String, String>> shown = records.stream().map(JsonPaths::shown).toList();
        Set<String> columns = new LinkedHashSet<>();
        shown.forEach(r -> r.keySet().stream()
                .takeWhile(c -> columns.size() < MOST_COLUMNS)
                .forEach(columns::add));
        return new JsonBeginning(
                within,
                List.copyOf(columns),
                shown.stream()
                        .map(r ->
                                columns.stream().map(c -> r.getOrDefault(c, "")).toList())
                        .toList());
    }
}
