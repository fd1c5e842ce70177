package app.steelyard.cost.result;

import app.steelyard.plan.Contract.PriceKind;
import app.steelyard.plan.PlanField;
import org.jspecify.annotations.Nullable;

/** A kind of line in the statement: what is counted, in which unit, towards which driver. */
public enum LineKind {
    /** Tokens sent uncached on every request. */
    PLAIN_INPUT(Driver.INPUT, LineUnit.MILLION_TOKENS),
    /** Tokens of the prefix that missed the cache, where the vendor bills a write as plain input. */
    CACHE_MISS(Driver.INPUT, LineUnit.MILLION_TOKENS),
    RETRIEVED_INPUT(Driver.INPUT, LineUnit.MILLION_TOKENS),
    /** Tokens of the prefix that missed the cache, where a write has a price of its own. */
    CACHE_WRITE(Driver.CACHE_WRITE, LineUnit.MILLION_TOKENS),
    /** Tokens read in when a cache object is created or replaced. */
    CACHE_INGEST(Driver.CACHE_WRITE, LineUnit.MILLION_TOKENS),
    CACHE_READ(Driver.CACHE_READ, LineUnit.MILLION_TOKENS),
    /** Tokens of a prefix that are read so that it stays in the cache. */
    CACHE_KEEP_ALIVE(Driver.CACHE_READ, LineUnit.MILLION_TOKENS),
    CACHE_STORAGE(Driver.CACHE_STORAGE, LineUnit.MILLION_TOKEN_HOURS),
    OUTPUT(Driver.OUTPUT, LineUnit.MILLION_TOKENS),
    AUDIO_INPUT(Driver.INPUT, LineUnit.MILLION_TOKENS),
    /** Tokens of sound that are read from the cache, and so of the others. */
    AUDIO_READ(Driver.CACHE_READ, LineUnit.MILLION_TOKENS),
    AUDIO_OUTPUT(Driver.OUTPUT, LineUnit.MILLION_TOKENS),
    IMAGE_INPUT(Driver.INPUT, LineUnit.MILLION_TOKENS),
    IMAGE_READ(Driver.CACHE_READ, LineUnit.MILLION_TOKENS),
    IMAGE_OUTPUT(Driver.OUTPUT, LineUnit.MILLION_TOKENS),
    VIDEO_INPUT(Driver.INPUT, LineUnit.MILLION_TOKENS),
    VIDEO_READ(Driver.CACHE_READ, LineUnit.MILLION_TOKENS),
    VIDEO_OUTPUT(Driver.OUTPUT, LineUnit.MILLION_TOKENS),
    WEB_SEARCH(Driver.FEES, LineUnit.THOUSAND_CALLS),
    GROUNDING(Driver.FEES, LineUnit.THOUSAND_CALLS),
    FILE_SEARCH(Driver.FEES, LineUnit.THOUSAND_CALLS),
    TOOL_CALL(Driver.FEES, LineUnit.THOUSAND_CALLS),
    /** Sessions in which the vendor runs code, or their hours. */
    CODE_SESSION(Driver.FEES, LineUnit.USE),
    CONTAINER(Driver.FEES, LineUnit.USE),
    EMBED_CORPUS(Driver.RETRIEVAL, LineUnit.MILLION_TOKENS),
    EMBED_CHANGES(Driver.RETRIEVAL, LineUnit.MILLION_TOKENS),
    EMBED_QUERIES(Driver.RETRIEVAL, LineUnit.MILLION_TOKENS),
    RERANK(Driver.RETRIEVAL, LineUnit.THOUSAND_QUERIES),
    STORE(Driver.RETRIEVAL, LineUnit.MONTH),
    /** Hours of units that are kept for a model, in place of its tokens. */
    CAPACITY(Driver.HOSTING, LineUnit.HOUR),
    HOSTING(Driver.HOSTING, LineUnit.HOUR),
    MODEL_STORAGE(Driver.HOSTING, LineUnit.MONTH),
    TRAINING(Driver.TRAINING, LineUnit.MILLION_TOKENS),
    TRAINING_HOURS(Driver.TRAINING, LineUnit.HOUR),
    /** Runs that cost the vendor's minimum rather than their tokens. */
    TRAINING_MINIMUM(Driver.TRAINING, LineUnit.RUN),
    LABELLING(Driver.TRAINING, LineUnit.LUMP_SUM),
    EVALUATION(Driver.TRAINING, LineUnit.LUMP_SUM),
    ENGINEERING(Driver.PEOPLE, LineUnit.WEEK),
    /** Sessions repeated after a failure, at what the usage of one costs. */
    REPEATED_SESSION(Driver.FAILURES, LineUnit.SESSION),
    /** Sessions that fail in the end. */
    FAILURE(Driver.FAILURES, LineUnit.SESSION),
    /** What is taken off beyond some spend or volume. */
    VOLUME_DISCOUNT(Driver.AGREED, LineUnit.LUMP_SUM),
    CREDIT(Driver.AGREED, LineUnit.LUMP_SUM),
    /** What is lost of a commitment that is not used. */
    COMMITMENT(Driver.AGREED, LineUnit.LUMP_SUM),
    TAX(Driver.AGREED, LineUnit.LUMP_SUM);

    private final Driver driver;
    private final LineUnit unit;

    LineKind(Driver driver, LineUnit unit) {
        this.driver = driver;
        this.unit = unit;
    }

    public Driver driver() {
        return driver;
    }

    public LineUnit unit() {
        return unit;
    }

    /** The number of the plan that is the price of such a line; null where that comes from a price list. */
    @Nullable
    public PlanField stated() {
        return switch (this) {
            case LABELLING -> PlanField.LABELLING_COST;
            case EVALUATION -> PlanField.EVALUATION_COST;
            case ENGINEERING -> PlanField.ENGINEERING_WEEK_COST;
            default -> null;
        };
    }

    /** What discounts take it for; null for what no vendor lists. */
    public @Nullable PriceKind priced() {
        return switch (this) {
            case PLAIN_INPUT, CACHE_MISS, RETRIEVED_INPUT, CACHE_INGEST, AUDIO_INPUT, IMAGE_INPUT, VIDEO_INPUT ->
                PriceKind.INPUT;
            case CACHE_READ, CACHE_KEEP_ALIVE, AUDIO_READ, IMAGE_READ, VIDEO_READ -> PriceKind.CACHED;
            case CACHE_WRITE -> PriceKind.WRITE;
            case OUTPUT, AUDIO_OUTPUT, IMAGE_OUTPUT, VIDEO_OUTPUT -> PriceKind.OUTPUT;
            case CACHE_STORAGE, MODEL_STORAGE -> PriceKind.STORAGE;
            case TRAINING, TRAINING_HOURS, TRAINING_MINIMUM -> PriceKind.TUNING;
            case HOSTING -> PriceKind.HOSTING;
            case EMBED_CORPUS,
                    EMBED_CHANGES,
                    EMBED_QUERIES,
                    RERANK,
                    STORE,
                    WEB_SEARCH,
                    GROUNDING,
                    FILE_SEARCH,
                    CODE_SESSION,
                    CONTAINER -> PriceKind.SERVICE;
            case LABELLING,
                    EVALUATION,
                    ENGINEERING,
                    TOOL_CALL,
                    REPEATED_SESSION,
                    FAILURE,
                    CAPACITY,
                    VOLUME_DISCOUNT,
                    CREDIT,
                    COMMITMENT,
                    TAX -> null;
        };
    }

    /** Whether capacity is paid in its place. */
    public boolean provisioned() {
        return switch (this) {
            case PLAIN_INPUT,
                    CACHE_MISS,
                    RETRIEVED_INPUT,
                    CACHE_WRITE,
                    CACHE_INGEST,
                    CACHE_READ,
                    CACHE_KEEP_ALIVE,
                    CACHE_STORAGE,
                    OUTPUT,
                    AUDIO_INPUT,
                    AUDIO_READ,
                    AUDIO_OUTPUT,
                    IMAGE_INPUT,
                    IMAGE_READ,
                    IMAGE_OUTPUT,
                    VIDEO_INPUT,
                    VIDEO_READ,
                    VIDEO_OUTPUT,
                    HOSTING,
                    MODEL_STORAGE -> true;
            default -> false;
        };
    }
}
