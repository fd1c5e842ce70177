package app.steelyard.cost.explain;

import app.steelyard.cost.Comparison;
import app.steelyard.cost.result.CachedPart;
import app.steelyard.cost.result.Evaluation;
import app.steelyard.cost.result.Line;
import app.steelyard.cost.result.Measure;
import app.steelyard.pricing.Source;

/** Explains figures: every number on a screen or in a report can be opened down to formula, values and sources. */
public final class Derivations {
    private Derivations() {}

    /** How an amount of the statement came about. */
    public static Derivation line(Comparison comparison, Evaluation.Priced evaluation, Line line) {
        return new LineDerivation(comparison.plan(), evaluation).line(line);
    }

    /** How the hit rate of one cached item came about. */
    public static Derivation hitRate(Comparison comparison, Evaluation.Priced evaluation, CachedPart part) {
        return new CacheDerivation(comparison.plan(), evaluation).hitRate(part);
    }

    /** How the hit rate over all cached items came about. */
    public static Derivation hitRate(Comparison comparison, Evaluation.Priced evaluation) {
        return new CacheDerivation(comparison.plan(), evaluation).hitRate();
    }

    /** How the expected time to first token came about. */
    public static Derivation firstToken(Comparison comparison, Evaluation.Priced evaluation) {
        return new CacheDerivation(comparison.plan(), evaluation).firstToken();
    }

    /** How a measure came about. */
    public static Derivation measure(Comparison comparison, Evaluation.Priced evaluation, Measure measure) {
        return switch (measure) {
            case HIT_RATE -> hitRate(comparison, evaluation);
            case FIRST_TOKEN, FIRST_TOKEN_CACHED, FIRST_TOKEN_UNCACHED -> firstToken(comparison, evaluation);
            default -> new MeasureDerivation(comparison.plan(), evaluation).measure(comparison, measure);
        };
    }

    /** A price's source as one line: what was read, when, how far to trust it, and where to check. */
    public static String describe(Source source) {
        return Terms.TEXTS.get(
                "source.price", source.title(), source.read(), Terms.TEXTS.name(source.confidence()), source.url());
    }
}
