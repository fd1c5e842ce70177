package app.steelyard.whatif;

import app.steelyard.cost.result.Driver;
import app.steelyard.cost.result.Evaluation;
import app.steelyard.text.Texts;
import app.steelyard.text.Unit;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A figure of one design that a search aims at, a map shows or a claim is about. Those called a saving are against
 * today's design, in money or as a fraction of today's.
 */
public enum Figure {
    TCO(Unit.MONEY, e -> e.measures().tco()),
    AVERAGE_MONTH(Unit.MONEY, e -> e.measures().averageMonth()),
    FIRST_MONTH(Unit.MONEY, e -> e.measures().firstMonth()),
    SET_UP(Unit.MONEY, e -> e.measures().setUp()),
    PRESENT_VALUE(Unit.MONEY, e -> e.measures().presentValue()),
    COST_PER_REQUEST(Unit.MONEY, e -> e.measures().costPerRequest()),
    /** Input tokens and the cache over the horizon, without output and all else. */
    INPUT_COST(Unit.MONEY, e -> inputCost(e)),
    SAVING(Unit.MONEY, e -> e.measures().saving()),
    SAVING_SHARE(Unit.FRACTION, e -> e.measures().savingShare()),
    SAVING_FIRST_MONTH(Unit.MONEY, e -> e.measures().savingFirstMonth()),
    SAVING_FIRST_YEAR(Unit.MONEY, e -> e.measures().savingFirstYear()),
    NPV(Unit.MONEY, e -> e.measures().npv()),
    /** Months; infinite where it never pays. */
    PAYBACK(Unit.MONTHS, e -> e.measures().payback().orElse(Double.POSITIVE_INFINITY)),
    /** Months; infinite where it never pays. */
    DISCOUNTED_PAYBACK(Unit.MONTHS, e -> e.measures().discountedPayback().orElse(Double.POSITIVE_INFINITY)),
    ROI(Unit.FRACTION, e -> e.measures().roi().orElse(Double.NaN)),
    IRR(Unit.FRACTION, e -> e.measures().irr().orElse(Double.NaN)),
    /** Token-weighted, of the cached prefix in the first month; not known where nothing is cached. */
    HIT_RATE(Unit.FRACTION, e -> e.caches().hitRate()),
    /** Expected time to first token. */
    FIRST_TOKEN(Unit.SECONDS, e -> e.firstToken().expected()),
    /** Time to first token where the cache hits. */
    FIRST_TOKEN_CACHED(Unit.SECONDS, e -> e.firstToken().cached()),
    /** Time to first token where the cache misses. */
    FIRST_TOKEN_UNCACHED(Unit.SECONDS, e -> e.firstToken().uncached());

    private static final Texts TEXTS = Texts.of(Figure.class);

    private final Unit unit;
    private final Reading reading;

    private interface Reading {
        double of(Evaluation.Priced evaluation);
    }

    Figure(Unit unit, Reading reading) {
        this.unit = unit;
        this.reading = reading;
    }

    private static double inputCost(Evaluation.Priced evaluation) {
        return Stream.of(Driver.INPUT, Driver.CACHE_WRITE, Driver.CACHE_READ, Driver.CACHE_STORAGE)
                .mapToDouble(evaluation.cashFlow()::total)
                .sum();
    }

    public double of(Evaluation.Priced evaluation) {
        return reading.of(evaluation);
    }

    /** As typed: {@code cost-per-request}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public Unit unit() {
        return unit;
    }

    /** As shown. */
    public String label() {
        return TEXTS.name(this);
    }

    /** All keys, in order. */
    public static List<String> keys() {
        return Stream.of(values()).map(Figure::key).toList();
    }
}
