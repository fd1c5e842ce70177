package app.steelyard.cost.explain;

import app.steelyard.cost.result.Evaluation;
import app.steelyard.cost.result.Measure;
import app.steelyard.cost.result.Measures;
import app.steelyard.text.Numbers;
import java.util.Optional;
import java.util.OptionalDouble;

/** A measure as people read it, the same in tables, cards and explanations. */
public final class MeasureWords {
    private static final String NONE = "–";

    private MeasureWords() {}

    /** Its value in full; a dash where it does not exist. */
    public static String of(Evaluation.Priced evaluation, Measure measure) {
        double value = measure.of(evaluation);
        if (Double.isNaN(value)) {
            return NONE;
        }
        String shown = switch (measure.unit()) {
            case MONEY ->
                switch (measure) {
                    case COST_PER_REQUEST -> evaluation.currency().of(value).price();
                    case COST_PER_SUCCESS -> evaluation.currency().of(value).each();
                    default -> evaluation.currency().of(value).full();
                };
            case MONTHS -> months(value);
            case SECONDS -> Numbers.seconds(value);
            case COUNT -> Numbers.count(value);
            default -> Numbers.percent(value);
        };
        return caution(evaluation, measure)
                .map(c -> Terms.TEXTS.get("measure.cautioned", shown, c))
                .orElse(shown);
    }

    /** What to know beside its value, as an apposition; empty where that speaks for itself. */
    public static Optional<String> caution(Evaluation.Priced evaluation, Measure measure) {
        Measures m = evaluation.measures();
        return switch (measure) {
            case PAYBACK -> said(m.paidBackAndLost(), "measure.lost");
            case DISCOUNTED_PAYBACK -> said(m.discountedPaidBackAndLost(), "measure.lost");
            case IRR -> said(m.irrBeyond(), "measure.beyond");
            default -> Optional.empty();
        };
    }

    private static Optional<String> said(boolean so, String key) {
        return so ? Optional.of(Terms.TEXTS.get(key)) : Optional.empty();
    }

    private static String months(double value) {
        return Numbers.months(Double.isInfinite(value) ? OptionalDouble.empty() : OptionalDouble.of(value));
    }
}
