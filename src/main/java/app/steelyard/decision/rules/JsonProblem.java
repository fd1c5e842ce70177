package app.steelyard.decision.rules;

/**
 * Why a file was refused, at one place.
 *
 * @param pointer JSON pointer to the place (RFC 6901), or empty for the whole file
 * @param reason what is wrong and what to do
 */
public record JsonProblem(String pointer, String reason) {
    @Override
    public String toString() {
        return pointer.isEmpty() ? reason : pointer + ": " + reason;
    }
}
