package app.steelyard.decision.rules;

/**
 * What a rule rests on, or what speaks against it.
 *
 * @param figure what was found, with its number
 * @param reference where it can be looked up
 */
public record Evidence(String id, String title, int year, String figure, String reference) {

    /** {@code Title, year: figure (reference)}. */
    public String cite() {
        return title + ", " + year + ": " + figure + " (" + reference + ")";
    }
}
