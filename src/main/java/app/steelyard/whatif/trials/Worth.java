package app.steelyard.whatif.trials;

/**
 * What it is worth to know one number before deciding, in the plan's currency over the horizon.
 *
 * @param value at least 0
 * @param standardError of the trials
 */
public record Worth(Assumption assumption, double value, double standardError) {

    /** What it is worth less than: two standard errors above the value. */
    public double bound() {
        return value + 2 * standardError;
    }

    /** Whether it cannot be told from nothing: within two standard errors of 0, or no number, as where nothing ever succeeds. */
    public boolean negligible() {
        return !(value > 2 * standardError);
    }
}
