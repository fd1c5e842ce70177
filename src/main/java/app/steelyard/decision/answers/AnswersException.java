package app.steelyard.decision.answers;

import app.steelyard.decision.rules.JsonProblem;
import app.steelyard.text.Refusal;
import java.util.List;
import java.util.stream.Collectors;

/** An answers file that cannot be read; its message is for the person at the screen, one line a problem. */
public final class AnswersException extends Exception implements Refusal {
    private static final long serialVersionUID = 1;

    private final transient List<JsonProblem> problems;

    /**
     * @param file as given
     * @param problems at least one
     */
    AnswersException(String file, List<JsonProblem> problems) {
        super(problems.stream().map(p -> file + ": " + p).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    /** Everything that is wrong. */
    public List<JsonProblem> problems() {
        return problems;
    }
}
