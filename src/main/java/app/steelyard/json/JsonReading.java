package app.steelyard.json;

import app.steelyard.text.Problem;
import app.steelyard.text.Refusal;
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
        @Nullable T value, List<Problem> problems, @Nullable JsonValue root) {
    public JsonReading {
        problems = List.copyOf(problems);
    }

    /**
     * The value.
     *
     * @throws Refusal with everything that is wrong, if anything is
     */
    public T orRefuse() {
        if (value == null) {
            throw new Refusal(problems);
        }
        return value;
    }

    static <T> JsonReading<T> refused(Problem problem) {
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
