package app.steelyard.text;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a person gave cannot be used, and no defect of the program: its message, a line a problem, is for that person. Every
 * face shows it as it is, and the command line ends with the code for bad input.
 */
public class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient List<Problem> problems;

    /** @param problems none where the person was told already */
    public Refusal(List<Problem> problems) {
        this(problems, null);
    }

    /** A problem with {@code file} as a whole. */
    public Refusal(String file, String reason) {
        this(List.of(Problem.ofFile(file, reason)));
    }

    /** A problem that its sentence says the place of. */
    public Refusal(String reason) {
        this("", reason);
    }

    public Refusal(String reason, @Nullable Throwable cause) {
        this(List.of(Problem.ofFile("", reason)), cause);
    }

    private Refusal(List<Problem> problems, @Nullable Throwable cause) {
        super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")), cause);
        this.problems = List.copyOf(problems);
    }

    /** Everything that is wrong, in the order of the file as far as it was found. */
    public List<Problem> problems() {
        return problems;
    }
}
