package app.steelyard.decision.advice;

/**
 * A score, and how far what is not known could move it.
 *
 * @param low with every open question answered to its disadvantage
 * @param score from what is known alone
 * @param high with every open question answered to its advantage
 */
public record ScoreRange(double low, double score, double high) {
    /** Whether nothing that is open could move it. */
    public boolean settled() {
        return low == high;
    }
}
