package app.steelyard.usage.row;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Looks into JSON that may lack anything. */
public final class JsonCells {
    private JsonCells() {}

    /** The node at {@code path}, its names separated by dots; missing where there is none. */
    public static JsonNode at(JsonNode node, String path) {
        JsonNode found = node;
        for (String name : path.split("\\.")) {
            found = found.path(name);
        }
        return found;
    }

    /** The text of the first scalar that is not null at one of {@code paths}. */
    public static @Nullable String text(JsonNode node, String... paths) {
        for (String path : paths) {
            JsonNode found = at(node, path);
            if (found.isValueNode() && !found.isNull()) {
                return found.asString();
            }
        }
        return null;
    }

    /**
     * The time at the first of {@code paths} that states one; null where none does.
     *
     * @throws RowProblem if it is no time
     */
    public static @Nullable Instant time(JsonNode node, String... paths) throws RowProblem {
        return CellValues.timeIfStated(paths[0], text(node, paths));
    }

    /** The name at the first of {@code paths} that has one. */
    public static @Nullable String name(JsonNode node, String... paths) throws RowProblem {
        return CellValues.name(paths[0], text(node, paths));
    }

    /**
     * Runs {@code each} for every element of the array at {@code pointer}; what is wrong with one rejects that one, and
     * something else in the array's place is one rejected row.
     */
    public static void each(String pointer, JsonNode array, RowSink rows, Each each) {
        if (!array.isArray()) {
            if (!array.isMissingNode() && !array.isNull()) {
                rows.reject(pointer, new RowProblem("json.noList").reason());
            }
            return;
        }
        int at = 0;
        for (JsonNode element : array) {
            rows.attempt(pointer + "/" + at++, () -> {
                if (!element.isObject()) {
                    throw new RowProblem("json.noObject");
                }
                each.read(element);
            });
        }
    }

    /** Part of the work that can fail for one element. */
    @FunctionalInterface
    public interface Each {
        void read(JsonNode element) throws RowProblem;
    }

    /**
     * The count at the first of {@code paths} that has one, named by its path in a problem.
     *
     * @throws RowProblem if it is no count
     */
    public static @Nullable Long count(JsonNode node, String... paths) throws RowProblem {
        for (String path : paths) {
            JsonNode found = at(node, path);
            if (found.isContainer()) {
                throw RowProblem.of(path, "count.odd", "{}");
            }
            String text = text(node, path);
            if (text != null) {
                return CellValues.count(path, text);
            }
        }
        return null;
    }
}
