package app.steelyard.cost;

/** Explains figures: every number on a screen or in a report can be opened down to formula, values and sources. */
public final class Derivations {
    private Derivations() {}

    /** How an amount of the statement came about. */
    public static Derivation line(Comparison comparison, Evaluation.Priced evaluation, Line line) {
        throw new UnsupportedOperationException();
    }

    /** How the hit rate of one cached item came about. */
    public static Derivation hitRate(Comparison comparison, Evaluation.Priced evaluation, CachedPart part) {
        throw new UnsupportedOperationException();
    }

    /** How the hit rate over all cached items came about. */
    public static Derivation hitRate(Comparison comparison, Evaluation.Priced evaluation) {
        throw new UnsupportedOperationException();
    }

    /** How the expected time to first token came about. */
    public static Derivation firstToken(Comparison comparison, Evaluation.Priced evaluation) {
        throw new UnsupportedOperationException();
    }

    /** How a measure came about. */
    public static Derivation measure(Comparison comparison, Evaluation.Priced evaluation, Measure measure) {
        throw new UnsupportedOperationException();
    }
}
