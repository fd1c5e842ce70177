package app.steelyard.json;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of reading a file.
 *
 * @param value null if and only if there are problems
 * @param problems in the order of the file
 * @param root where the value stood, for what is found out later; null where the file is no JSON object
 */
public record JsonReading<T>(
        @Nullable T value,
        List<JsonProblem> problems,
        @Nullable JsonValue root) {
    public JsonReading {
        problems = List.copyOf(problems);
    }

    static <T> JsonReading<T> refused(JsonProblem problem) {
        return new JsonReading<>(null, List.of(problem), null);
    }

    /**
     * The value of a file that comes with the program.
     *
     * @throws IllegalStateException if there are problems: the file is one of ours
     */
    public T packaged() {
        if (value == null) {
            throw new IllegalStateException("packaged file is wrong: " + problems);
        }
        return value;
    }
}
