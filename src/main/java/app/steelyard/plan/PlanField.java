package app.steelyard.plan;

import app.steelyard.plan.bill.Fees;
import app.steelyard.plan.bill.Media;
import app.steelyard.plan.bill.Served;
import app.steelyard.plan.bill.Way;
import app.steelyard.plan.session.Sessions;
import app.steelyard.text.Currency;
import app.steelyard.text.Unit;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Every number of the plan outside its items: its path in files and sweeps, its unit, its range, and how to read and
 * replace it. Screens, validation, sources, sweeps and simulations all go through this one list.
 */
public enum PlanField implements PlanNumber {
    REQUESTS_PER_MONTH("traffic.requestsPerMonth", Unit.REQUESTS, 0, 1e12),
    OUTPUT_TOKENS("traffic.outputTokens", Unit.TOKENS, 0, 1e7),
    GROWTH_PER_MONTH("traffic.growthPerMonth", Unit.FRACTION, -0.5, 1),
    ACTIVE_HOURS_PER_DAY("traffic.activeHoursPerDay", Unit.HOURS, 0.1, 24),
    ACTIVE_SHARE("traffic.activeShare", Unit.FRACTION, 0, 1),
    ACTIVE_DAYS_PER_WEEK("traffic.activeDaysPerWeek", Unit.COUNT, 1, 7),
    ACTIVE_DAYS_SHARE("traffic.activeDaysShare", Unit.FRACTION, 0, 1),
    TENANTS("traffic.tenants", Unit.COUNT, 1, 1e9),
    TENANT_SKEW("traffic.tenantSkew", Unit.COUNT, 0, 5),
    USERS("traffic.users", Unit.COUNT, 1, 1e10),
    USER_SKEW("traffic.userSkew", Unit.COUNT, 0, 5),
    RETRY_RATE("traffic.retryRate", Unit.FRACTION, 0, 1),
    SESSIONS_PER_MONTH("traffic.sessions.perMonth", Unit.COUNT, 0, 1e12),
    TURNS("traffic.sessions.turns", Unit.COUNT, 1, 1e5),
    TURNS_SPREAD("traffic.sessions.turnsSpread", Unit.COUNT, 0, 20),
    GAP_MEDIAN("traffic.sessions.gapMedianSeconds", Unit.SECONDS, 1e-3, 1e8),
    GAP_P95("traffic.sessions.gapP95Seconds", Unit.SECONDS, 1e-3, 1e9),
    TOOL_SHARE("traffic.sessions.toolShare", Unit.FRACTION, 0, 1),
    TOOL_GAP_MEDIAN("traffic.sessions.toolGapMedianSeconds", Unit.SECONDS, 1e-3, 1e8),
    TOOL_GAP_P95("traffic.sessions.toolGapP95Seconds", Unit.SECONDS, 1e-3, 1e9),
    PARALLEL("traffic.sessions.parallel", Unit.COUNT, 1, 1e5),
    MEASURED_HIT_RATE("caching.measuredHitRate", Unit.FRACTION, 0, 1),
    CACHE_MINIMUM_TOKENS("caching.minimumTokens", Unit.TOKENS, 0, 1e7),
    EFFECTIVENESS("caching.effectiveness", Unit.FRACTION, 0, 1),
    FIRST_TURN_HIT_RATE("caching.firstTurnHitRate", Unit.FRACTION, 0, 1),
    READ_DELAY("caching.readDelaySeconds", Unit.SECONDS, 0, 3600),
    BLOCKS_PER_TURN("caching.blocksPerTurn", Unit.COUNT, 0, 10_000),
    KEEP_ALIVE_PINGS("caching.keepAlivePings", Unit.COUNT, 0, 100),
    CACHING_WEEKS("caching.engineeringWeeks", Unit.WEEKS, 0, 520),
    DATASET_TOKENS("tuning.datasetTokens", Unit.TOKENS, 0, 1e13),
    EPOCHS("tuning.epochs", Unit.COUNT, 0, 1000),
    RUNS_PER_ROUND("tuning.runsPerRound", Unit.COUNT, 0, 10_000),
    HOURS_PER_RUN("tuning.hoursPerRun", Unit.HOURS, 0, 10_000),
    RETRAIN_EVERY_MONTHS("tuning.retrainEveryMonths", Unit.MONTHS, 0, 120),
    LABELLING_COST("tuning.labellingCost", Unit.MONEY, 0, 1e10),
    EVALUATION_COST("tuning.evaluationCostPerRound", Unit.MONEY, 0, 1e10),
    TUNING_WEEKS("tuning.engineeringWeeks", Unit.WEEKS, 0, 520),
    RETRAIN_WEEKS("tuning.engineeringWeeksPerRetrain", Unit.WEEKS, 0, 520),
    TUNED_OUTPUT_TOKENS("tuning.outputTokens", Unit.TOKENS, 0, 1e7),
    RETRIEVED_TOKENS("retrieval.retrievedTokens", Unit.TOKENS, 0, 1e7),
    REEMBEDDED_SHARE("retrieval.reembeddedShare", Unit.FRACTION, 0, 1),
    RETRIEVAL_WEEKS("retrieval.engineeringWeeks", Unit.WEEKS, 0, 520),
    SUCCESS_PROMPTED("outcome.prompted", Unit.FRACTION, 0, 1),
    SUCCESS_ELSEWHERE("outcome.promptedElsewhere", Unit.FRACTION, 0, 1),
    SUCCESS_TUNED("outcome.tuned", Unit.FRACTION, 0, 1),
    SUCCESS_RETRIEVED("outcome.retrieved", Unit.FRACTION, 0, 1),
    SUCCESS_IN_WEIGHTS("outcome.informationInWeights", Unit.FRACTION, 0, 1),
    FAILURE_COST("outcome.failureCost", Unit.MONEY, 0, 1e9),
    FAILURE_MINUTES("outcome.failureMinutes", Unit.COUNT, 0, 1e6),
    FAILURE_HOURLY_RATE("outcome.failureHourlyRate", Unit.MONEY, 0, 1e6),
    RETRY_SUCCESS("outcome.retrySuccess", Unit.FRACTION, 0, 1),
    RETRY_COST("outcome.retryCost", Unit.COUNT, 0, 1000),
    LATENCY_BASE("latency.baseSeconds", Unit.SECONDS, 0, 3600),
    LATENCY_UNCACHED("latency.secondsPer1kUncached", Unit.SECONDS, 0, 3600),
    LATENCY_LOOKUP("latency.cacheLookupSeconds", Unit.SECONDS, 0, 3600),
    LATENCY_CACHED("latency.secondsPer1kCached", Unit.SECONDS, 0, 3600),
    LATENCY_RETRIEVAL("latency.retrievalSeconds", Unit.SECONDS, 0, 3600),
    HORIZON_MONTHS("finance.horizonMonths", Unit.MONTHS, 1, 120),
    DISCOUNT_RATE("finance.discountRatePerYear", Unit.FRACTION, 0, 1),
    EXCHANGE_RATE("finance.exchangeRate.perUsd", Unit.RATE, 1e-6, 1e9),
    ENGINEERING_WEEK_COST("finance.engineeringWeekCost", Unit.MONEY, 0, 1e9),
    MODEL_HIT_RATE("model.hitRate", Unit.FRACTION, -1, 1),
    MODEL_HIT_RATE_ERROR("model.hitRateError", Unit.FRACTION, 0, 0.5),
    SERVED_BATCH("inference.served.batch", Unit.FRACTION, 0, 1),
    SERVED_FLEX("inference.served.flex", Unit.FRACTION, 0, 1),
    SERVED_PRIORITY("inference.served.priority", Unit.FRACTION, 0, 1),
    SERVED_FAST("inference.served.fast", Unit.FRACTION, 0, 1),
    SERVED_PEAK("inference.served.peak", Unit.FRACTION, 0, 1),
    SERVED_REGIONAL("inference.served.regional", Unit.FRACTION, 0, 1),
    AUDIO_INPUT("traffic.media.audioInput", Unit.TOKENS, 0, 1e7),
    AUDIO_OUTPUT("traffic.media.audioOutput", Unit.TOKENS, 0, 1e7),
    IMAGE_INPUT("traffic.media.imageInput", Unit.TOKENS, 0, 1e7),
    IMAGE_OUTPUT("traffic.media.imageOutput", Unit.TOKENS, 0, 1e7),
    VIDEO_INPUT("traffic.media.videoInput", Unit.TOKENS, 0, 1e7),
    VIDEO_OUTPUT("traffic.media.videoOutput", Unit.TOKENS, 0, 1e7),
    MEDIA_CACHED_SHARE("traffic.media.cachedShare", Unit.FRACTION, 0, 1),
    WEB_SEARCHES("traffic.fees.webSearches", Unit.COUNT, 0, 1e4),
    GROUNDINGS("traffic.fees.groundings", Unit.COUNT, 0, 1e4),
    FILE_SEARCHES("traffic.fees.fileSearches", Unit.COUNT, 0, 1e4),
    TOOL_CALLS("traffic.fees.toolCalls", Unit.COUNT, 0, 1e4),
    CODE_SESSIONS("traffic.fees.codeSessions", Unit.COUNT, 0, 1e4),
    CONTAINERS("traffic.fees.containers", Unit.COUNT, 0, 1e4),
    WEB_SEARCH_PRICE("traffic.fees.webSearchPrice", Unit.MONEY, 0, 1e6),
    GROUNDING_PRICE("traffic.fees.groundingPrice", Unit.MONEY, 0, 1e6),
    FILE_SEARCH_PRICE("traffic.fees.fileSearchPrice", Unit.MONEY, 0, 1e6),
    TOOL_CALL_PRICE("traffic.fees.toolCallPrice", Unit.MONEY, 0, 1e6),
    CODE_SESSION_PRICE("traffic.fees.codeSessionPrice", Unit.MONEY, 0, 1e6),
    CONTAINER_PRICE("traffic.fees.containerPrice", Unit.MONEY, 0, 1e6),
    PRICE_TREND("finance.priceTrendPerYear", Unit.FRACTION, -0.95, 2),
    RENT_TREND("finance.rentTrendPerYear", Unit.FRACTION, -0.95, 2);

    private final String path;
    private final Unit unit;
    private final double min;
    private final double max;
    private final RecordPath component;

    PlanField(String path, Unit unit, double min, double max) {
        this.path = path;
        this.unit = unit;
        this.min = min;
        this.max = max;
        this.component = new RecordPath(Plan.class, path);
    }

    /** Where the number stands in the plan file, such as {@code traffic.requestsPerMonth}. */
    @Override
    public String path() {
        return path;
    }

    @Override
    public Unit unit() {
        return unit;
    }

    /** The smallest value allowed. */
    @Override
    public double min() {
        return min;
    }

    /** The largest value allowed. */
    @Override
    public double max() {
        return max;
    }

    @Override
    public boolean optional() {
        return switch (this) {
            case MEASURED_HIT_RATE,
                    CACHE_MINIMUM_TOKENS,
                    EFFECTIVENESS,
                    FIRST_TURN_HIT_RATE,
                    READ_DELAY,
                    BLOCKS_PER_TURN,
                    SESSIONS_PER_MONTH,
                    TURNS_SPREAD,
                    TUNED_OUTPUT_TOKENS,
                    SUCCESS_PROMPTED,
                    SUCCESS_ELSEWHERE,
                    SUCCESS_TUNED,
                    SUCCESS_RETRIEVED,
                    SUCCESS_IN_WEIGHTS,
                    FAILURE_COST,
                    FAILURE_MINUTES,
                    FAILURE_HOURLY_RATE,
                    RETRY_SUCCESS,
                    EXCHANGE_RATE,
                    MODEL_HIT_RATE_ERROR,
                    PRICE_TREND,
                    RENT_TREND -> true;
            default -> ofBill();
        };
    }

    /** Whether it is about what is no text at the usual price, of which most plans state nothing. */
    public boolean ofBill() {
        return ordinal() >= SERVED_BATCH.ordinal() && ordinal() <= CONTAINER_PRICE.ordinal();
    }

    /** The share of the requests that is served in that way. */
    public static PlanField served(Way way) {
        return switch (way) {
            case BATCH -> SERVED_BATCH;
            case FLEX -> SERVED_FLEX;
            case PRIORITY -> SERVED_PRIORITY;
            case FAST -> SERVED_FAST;
            case PEAK -> SERVED_PEAK;
            case REGIONAL -> SERVED_REGIONAL;
        };
    }

    /** Whether only whole numbers make sense. */
    @Override
    public boolean whole() {
        return this == HORIZON_MONTHS || this == RETRAIN_EVERY_MONTHS || this == KEEP_ALIVE_PINGS;
    }

    /** The number in {@code plan}; NaN where an optional one is left out. */
    @Override
    public double get(Plan plan) {
        if (this == EXCHANGE_RATE) {
            ExchangeRate rate = plan.finance().exchangeRate();
            return rate == null ? Double.NaN : rate.perUsd();
        }
        return unsaid(plan) ? Double.NaN : component.get(plan) instanceof Double value ? value : Double.NaN;
    }

    /** Whether the plan says nothing of all that it is one of: a look at each costs more than one at all. */
    private boolean unsaid(Plan plan) {
        if (!ofBill()) {
            return false;
        }
        if (ordinal() <= SERVED_REGIONAL.ordinal()) {
            return plan.inference().served().equals(Served.ALIKE);
        }
        return ordinal() <= MEDIA_CACHED_SHARE.ordinal()
                ? plan.traffic().media().equals(Media.NONE)
                : plan.traffic().fees().equals(Fees.NONE);
    }

    /** The plan with this number replaced; NaN leaves an optional one out. The value is not checked here. */
    @Override
    public Plan with(Plan plan, double value) {
        if (this == EXCHANGE_RATE) {
            return withRate(plan, value);
        }
        return (Plan) component.with(consistent(plan, value), Double.isNaN(value) && optional() ? null : value);
    }

    /** A rate is there or not as a whole: its day and source stay with it, and go with it. */
    private static Plan withRate(Plan plan, double value) {
        Finance finance = plan.finance();
        ExchangeRate rate = finance.exchangeRate();
        return plan.withFinance(finance.in(
                finance.currency(),
                Double.isNaN(value)
                        ? null
                        : new ExchangeRate(
                                value, rate == null ? null : rate.date(), rate == null ? null : rate.source())));
    }

    /**
     * What a rate was measured on says nothing without the rate. Requests or sessions, a failure's cost or its minutes: what
     * is stated last wins, and the other follows from it or is gone, and can have no range of its own.
     */
    private Plan consistent(Plan plan, double value) {
        if (this == FAILURE_COST && !Double.isNaN(value)) {
            return FAILURE_MINUTES.without(FAILURE_HOURLY_RATE.without(plan));
        }
        if ((this == FAILURE_MINUTES || this == FAILURE_HOURLY_RATE) && !Double.isNaN(value)) {
            return FAILURE_COST.without(plan);
        }
        if (this == REQUESTS_PER_MONTH) {
            return plan.withTraffic(plan.traffic()
                            .withSessions(plan.traffic().sessions().withPerMonth(null)))
                    .withWhatIf(plan.whatIf().withoutRange(SESSIONS_PER_MONTH.path));
        }
        PlanField otherRate = this == MEASURED_HIT_RATE ? FIRST_TURN_HIT_RATE : MEASURED_HIT_RATE;
        if ((this == MEASURED_HIT_RATE || this == FIRST_TURN_HIT_RATE)
                && Double.isNaN(value)
                && Double.isNaN(otherRate.get(plan))) {
            return plan.withCaching(plan.caching().withMeasuredOn(null));
        }
        if (this == SESSIONS_PER_MONTH) {
            return plan.withWhatIf(plan.whatIf().withoutRange(Double.isNaN(value) ? path : REQUESTS_PER_MONTH.path));
        }
        return plan;
    }

    /** The plan without this number and without a range of it. */
    Plan without(Plan plan) {
        return with(plan, Double.NaN).withWhatIf(plan.whatIf().withoutRange(path));
    }

    /**
     * Whether the number says something of {@code plan}: the gaps between turns say nothing where a session is one turn.
     * What may be left out does where it is stated; what has always been there always does.
     */
    public boolean matters(Plan plan) {
        Traffic traffic = plan.traffic();
        Sessions sessions = traffic.sessions();
        boolean many = sessions.turns() > 1;
        boolean byMedian = many && sessions.measuredGaps().isEmpty();
        return switch (this) {
            case ACTIVE_DAYS_PER_WEEK, ACTIVE_DAYS_SHARE -> traffic.activeDaysPerWeek() < 7;
            case TENANT_SKEW -> traffic.tenantSkew() > 0;
            case USER_SKEW -> traffic.userSkew() > 0;
            case SESSIONS_PER_MONTH, TURNS -> many || sessions.perMonth() != null;
            case TURNS_SPREAD -> many && sessions.sizes().isEmpty();
            case TOOL_SHARE -> byMedian;
            case GAP_MEDIAN, GAP_P95 -> byMedian && sessions.toolShare() < 1;
            case TOOL_GAP_MEDIAN, TOOL_GAP_P95 -> byMedian && sessions.toolShare() > 0;
            case PARALLEL -> sessions.parallel() > 1;
            case MEASURED_HIT_RATE, CACHE_MINIMUM_TOKENS -> true;
            case RETRY_COST -> plan.outcome().retrySuccess() != null;
            case KEEP_ALIVE_PINGS -> plan.caching().keepAlivePings() > 0;
            case MODEL_HIT_RATE -> plan.model().hitRate() != 0;
            case EXCHANGE_RATE -> !plan.currency().equals(Currency.USD);
            default -> !optional() || !Double.isNaN(get(plan));
        };
    }

    /** The field at {@code path}, if there is one. */
    public static Optional<PlanField> at(String path) {
        return Stream.of(values()).filter(f -> f.path.equals(path)).findFirst();
    }
}
