package app.steelyard.document;

/**
 * Why a plan file was refused, at one place.
 *
 * @param pointer JSON pointer to the place (RFC 6901), or empty for the whole file
 * @param line counted from 1; 0 where the place is not in the text
 * @param column counted from 1; 0 likewise
 * @param reason what is wrong and what to do
 */
public record PlanFileProblem(String pointer, int line, int column, String reason) {

    /** The pointer to {@code key} inside {@code parent}. */
    static String child(String parent, String key) {
        return parent + "/" + key.replace("~", "~0").replace("/", "~1");
    }

    /** {@code line:column: pointer: reason}, without the parts that are not known. */
    @Override
    public String toString() {
        return (line > 0 ? line + ":" + column + ": " : "") + (pointer.isEmpty() ? "" : pointer + ": ") + reason;
    }
}
