package app.steelyard.usage.format;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Looks into JSON that may lack anything. */
final class Json {
    private Json() {}

    /** The node at {@code path}, its names separated by dots; missing where there is none. */
    static JsonNode at(JsonNode node, String path) {
        JsonNode found = node;
        for (String name : path.split("\\.")) {
            found = found.path(name);
        }
        return found;
    }

    /** The text of the first scalar that is not null at one of {@code paths}. */
    static @Nullable String text(JsonNode node, String... paths) {
        for (String path : paths) {
            JsonNode found = at(node, path);
            if (found.isValueNode() && !found.isNull()) {
                return found.asString();
            }
        }
        return null;
    }

    /**
     * The count at the first of {@code paths} that has one, named by its path in a problem.
     *
     * @throws RowProblem if it is no count
     */
    static @Nullable Long count(JsonNode node, String... paths) throws RowProblem {
        for (String path : paths) {
            JsonNode found = at(node, path);
            if (found.isContainer()) {
                throw new RowProblem("count.odd", path, "{}");
            }
            String text = text(node, path);
            if (text != null) {
                return Values.count(path, text);
            }
        }
        return null;
    }
}
