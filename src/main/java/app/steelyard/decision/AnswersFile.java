package app.steelyard.decision;

import org.jspecify.annotations.Nullable;

/**
 * Answers as they stand in a file, with the plan they belong to or a sketch of it.
 *
 * @param plan the plan file, relative to this one, or {@code sample:NAME}; null where there is a sketch
 * @param sketch null where there is a plan file
 */
public record AnswersFile(@Nullable String plan, @Nullable Sketch sketch, Answers answers) {
    public AnswersFile {
        if ((plan == null) == (sketch == null)) {
            throw new IllegalArgumentException("answers belong to a plan file or to a sketch");
        }
    }
}
