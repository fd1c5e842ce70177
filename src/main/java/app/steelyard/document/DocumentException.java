package app.steelyard.document;

import app.steelyard.json.JsonProblem;
import app.steelyard.json.JsonReading;
import app.steelyard.text.Refusal;
import java.util.List;
import java.util.stream.Collectors;

/** A file of ours that cannot be read or written; its message is for the person at the screen, one line a problem. */
public class DocumentException extends Exception implements Refusal {
    private static final long serialVersionUID = 1;

    private final transient List<JsonProblem> problems;

    /** @param problems at least one */
    public DocumentException(List<JsonProblem> problems) {
        super(problems.stream().map(JsonProblem::toString).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    /** A problem with the file as a whole. */
    DocumentException(String file, String reason) {
        this(List.of(JsonProblem.ofFile(file, reason)));
    }

    /** The value that was read, or everything that is wrong. */
    static <T> T value(JsonReading<T> reading) throws DocumentException {
        T value = reading.value();
        if (value == null) {
            throw new DocumentException(reading.problems());
        }
        return value;
    }

    /** Everything that is wrong, in the order of the file as far as it was found. */
    public List<JsonProblem> problems() {
        return problems;
    }
}
