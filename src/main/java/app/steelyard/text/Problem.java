package app.steelyard.text;

import java.util.List;
import java.util.Optional;

/**
 * What a person must be told of something that cannot be used: where it is, what is wrong with it and what to do. Plans,
 * prices, answers, mappings, settings, prompts and rows of usage all tell it so.
 *
 * @param file as given, or empty where it stands in none
 * @param line counted from 1; 0 where no one line is to blame
 * @param column counted from 1; 0 where no one column is to blame
 * @param pointer to the place: a JSON pointer (RFC 6901), or the name of a field or column; empty for the whole
 * @param reason what is wrong and what to do, in a sentence or more
 */
public record Problem(String file, long line, int column, String pointer, String reason) {

    /** A problem with the file as a whole, such as that it does not exist. */
    public static Problem ofFile(String file, String reason) {
        return new Problem(file, 0, 0, "", reason);
    }

    /** A problem with a field, of whatever it stands in. */
    public static Problem at(String field, String reason) {
        return new Problem("", 0, 0, field, reason);
    }

    /** Why something was refused, by the first of {@code problems}; empty where there is none. */
    public static Optional<String> first(List<Problem> problems) {
        return problems.stream().findFirst().map(Problem::reason);
    }

    /** {@code file:line:column: pointer: reason}, as editors understand it, without the parts that are not known. */
    @Override
    public String toString() {
        return Visible.of(
                (file.isEmpty() ? "" : file + (line > 0 ? ":" + line : "") + (column > 0 ? ":" + column : "") + ": ")
                        + (pointer.isEmpty() ? "" : pointer + ": ")
                        + reason);
    }
}
