package app.steelyard.document;

import java.util.List;
import java.util.stream.Collectors;

/** A plan file that cannot be read or written; its message is for the person at the screen, one line a problem. */
public class PlanFileException extends Exception {
    private static final long serialVersionUID = 1;

    private final String file;
    private final transient List<PlanFileProblem> problems;

    /**
     * @param file as given
     * @param problems at least one
     */
    public PlanFileException(String file, List<PlanFileProblem> problems) {
        super(problems.stream()
                .map(p -> file + ":" + (p.line() > 0 ? "" : " ") + p)
                .collect(Collectors.joining("\n")));
        this.file = file;
        this.problems = List.copyOf(problems);
    }

    /** A problem with the file as a whole. */
    PlanFileException(String file, String reason) {
        this(file, List.of(new PlanFileProblem("", 0, 0, reason)));
    }

    public String file() {
        return file;
    }

    /** Everything that is wrong, in the order of the file as far as it was found. */
    public List<PlanFileProblem> problems() {
        return problems;
    }
}
