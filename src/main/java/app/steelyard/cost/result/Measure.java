package app.steelyard.cost.result;

import app.steelyard.text.Names;
import app.steelyard.text.Unit;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All figures of one design: the one list from which tables of figures, explanations, searches, maps and claims are made. A
 * new one is a constant here and its texts. Those {@linkplain #againstToday() against today's design} are in money, as a
 * fraction of today's, or a time.
 */
public enum Measure {
    SET_UP(Unit.MONEY, "setUp", e -> e.measures().setUp()),
    FIRST_MONTH(Unit.MONEY, "firstMonth", e -> e.measures().firstMonth()),
    AVERAGE_MONTH(Unit.MONEY, "averageMonth", e -> e.measures().averageMonth()),
    TCO(Unit.MONEY, "total", e -> e.measures().tco()),
    /** {@link #TCO} without what is agreed with vendors; not known where nothing is that counts. */
    TCO_AT_LIST(Unit.MONEY, "totalAtList", e -> e.tcoAtList()),
    PRESENT_VALUE(Unit.MONEY, "presentValue", e -> e.measures().presentValue()),
    /** Input tokens and the cache over the horizon, without output and all else; asked for, not reported. */
    INPUT_COST(Unit.MONEY, "", null, e -> inputCost(e)),
    SAVING(Unit.MONEY, "saving", e -> e.measures().saving()),
    SAVING_SHARE(Unit.FRACTION, "savingShare", e -> e.measures().savingShare()),
    /** What today's design would save on the model of this one; 0 where that is today's model. */
    SAVED_BY_MODEL(Unit.MONEY, "savedByModel", e -> e.measures().savedByModel()),
    /** The rest of the saving. */
    SAVED_BY_DESIGN(Unit.MONEY, "savedByDesign", e -> e.measures().savedByDesign()),
    /** The part of the saving that is less to pay for: all of the cost but failures. Not known where those are not counted. */
    SAVED_ON_BILL(Unit.MONEY, "savedOnBill", e -> e.measures().savedOnBill()),
    /** The rest of the saving: fewer or cheaper failures. */
    SAVED_ON_FAILURES(Unit.MONEY, "savedOnFailures", e -> e.measures().savedOnFailures()),
    SAVING_FIRST_MONTH(Unit.MONEY, "savingFirstMonth", e -> e.measures().savingFirstMonth()),
    SAVING_FIRST_YEAR(Unit.MONEY, "savingFirstYear", e -> e.measures().savingFirstYear()),
    NPV(Unit.MONEY, "netPresentValue", e -> e.measures().npv()),
    /** Months; infinite where it never pays. */
    PAYBACK(Unit.MONTHS, "paybackMonths", e -> e.measures().payback().orElse(Double.POSITIVE_INFINITY)),
    /** Months; infinite where it never pays. */
    DISCOUNTED_PAYBACK(
            Unit.MONTHS,
            "discountedPaybackMonths",
            e -> e.measures().discountedPayback().orElse(Double.POSITIVE_INFINITY)),
    ROI(Unit.FRACTION, "roi", e -> e.measures().roi().orElse(Double.NaN)),
    /** A year; at most {@link Measures#HIGHEST_IRR}. */
    IRR(Unit.FRACTION, "irrPerYear", e -> e.measures().irr().orElse(Double.NaN)),
    COST_PER_REQUEST(Unit.MONEY, "costPerRequest", e -> e.measures().costPerRequest()),
    /** Share of the sessions that succeed in the end; not known unless it is of all designs compared. */
    SUCCESS_RATE(Unit.FRACTION, "successRate", e -> e.measures().successRate()),
    /** Over the horizon. */
    SUCCESSES(Unit.COUNT, "successes", e -> e.measures().successes()),
    /** Failures counted. */
    COST_PER_SUCCESS(Unit.MONEY, "costPerSuccess", e -> e.measures().costPerSuccess()),
    /** Token-weighted, of the cached prefix in the first month; not known where nothing is cached. */
    HIT_RATE(Unit.FRACTION, "HIT_RATE", null, e -> e.caches().hitRate()),
    /** Expected time to first token. */
    FIRST_TOKEN(Unit.SECONDS, "FIRST_TOKEN_EXPECTED", null, e -> e.firstToken().expected()),
    /** Time to first token where the cache hits. */
    FIRST_TOKEN_CACHED(
            Unit.SECONDS, "FIRST_TOKEN_HIT", null, e -> e.firstToken().cached()),
    /** Time to first token where the cache misses. */
    FIRST_TOKEN_UNCACHED(
            Unit.SECONDS, "FIRST_TOKEN_MISS", null, e -> e.firstToken().uncached());

    /** What {@link #INPUT_COST} is the sum of. */
    public static final List<Driver> INPUT_DRIVERS =
            List.of(Driver.INPUT, Driver.CACHE_WRITE, Driver.CACHE_READ, Driver.CACHE_STORAGE);

    private final Unit unit;
    private final String row;
    private final @Nullable String property;
    private final Reading reading;

    private interface Reading {
        double of(Evaluation.Priced evaluation);
    }

    Measure(Unit unit, String property, Reading reading) {
        this.unit = unit;
        this.row = name();
        this.property = property;
        this.reading = reading;
    }

    Measure(Unit unit, String row, @Nullable String property, Reading reading) {
        this.unit = unit;
        this.row = row;
        this.property = property;
        this.reading = reading;
    }

    private static double inputCost(Evaluation.Priced evaluation) {
        return INPUT_DRIVERS.stream().mapToDouble(evaluation.cashFlow()::total).sum();
    }

    /** Its value; NaN where it is not known or does not exist. */
    public double of(Evaluation.Priced evaluation) {
        return reading.of(evaluation);
    }

    public Unit unit() {
        return unit;
    }

    /** As typed: {@code cost-per-request}. */
    public String key() {
        return Names.word(this);
    }

    /** What its row is called in tables for programs; empty where it has none. */
    public String row() {
        return row;
    }

    /** What it is called among the figures of a design in JSON; null where it is not one of them. */
    public @Nullable String property() {
        return property;
    }

    /** Whether it is money for one of many: far below the last decimal that amounts are shown with, so that none rounds it. */
    public boolean ofOne() {
        return this == COST_PER_REQUEST || this == COST_PER_SUCCESS;
    }

    /** Whether it is against today's design, and means nothing where that cannot do the job. */
    public boolean againstToday() {
        return switch (this) {
            case SAVING,
                    SAVING_SHARE,
                    SAVED_BY_MODEL,
                    SAVED_BY_DESIGN,
                    SAVED_ON_BILL,
                    SAVED_ON_FAILURES,
                    SAVING_FIRST_MONTH,
                    SAVING_FIRST_YEAR,
                    NPV,
                    PAYBACK,
                    DISCOUNTED_PAYBACK,
                    ROI,
                    IRR -> true;
            default -> false;
        };
    }

    /** Whether it is to be told: of successes nothing is where they are not known, and nothing at list prices where these are paid. */
    public boolean told(Evaluation.Priced evaluation) {
        return this == TCO_AT_LIST ? evaluation.agreed() : !outcome() || !Double.isNaN(of(evaluation));
    }

    /** Whether many plans have nothing to tell of it. */
    boolean unsaid() {
        return outcome() || this == TCO_AT_LIST;
    }

    /** Whether it is about how often sessions succeed, or what failures cost. */
    public boolean outcome() {
        return switch (this) {
            case SUCCESS_RATE, SUCCESSES, COST_PER_SUCCESS, SAVED_ON_BILL, SAVED_ON_FAILURES -> true;
            default -> false;
        };
    }

    /** All keys, in order. */
    public static List<String> keys() {
        return Stream.of(values()).map(Measure::key).toList();
    }
}
