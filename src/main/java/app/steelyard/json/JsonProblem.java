package app.steelyard.json;

/**
 * What is wrong with a file, at one place of it.
 *
 * @param file as given
 * @param line counted from 1; 0 where the file as a whole is meant
 * @param column counted from 1; 0 likewise
 * @param pointer JSON pointer to the place (RFC 6901), or empty for the whole file
 * @param reason what is wrong and what to do
 */
public record JsonProblem(String file, int line, int column, String pointer, String reason) {

    /** A problem with the file as a whole, such as that it does not exist. */
    public static JsonProblem ofFile(String file, String reason) {
        return new JsonProblem(file, 0, 0, "", reason);
    }

    /** {@code file:line:column: pointer: reason}, as editors understand it, without the parts that are not known. */
    @Override
    public String toString() {
        return file
                + (line > 0 ? ":" + line + ":" + column : "")
                + ": "
                + (pointer.isEmpty() ? "" : pointer + ": ")
                + reason;
    }
}
