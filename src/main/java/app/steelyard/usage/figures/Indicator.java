package app.steelyard.usage.figures;

import app.steelyard.text.Texts;

/** What is told of usage in one number. The first four are the meanings in which people say "cache hit rate". */
public enum Indicator {
    /** Tokens read from the cache, of all input tokens. */
    HIT_OF_INPUT(Unit.SHARE),
    /** Tokens read from the cache, of those that were read or written: what the plan calls the measured hit rate. */
    HIT_OF_CACHED(Unit.SHARE),
    /** Requests that read anything from the cache, of all requests. */
    HIT_REQUESTS(Unit.SHARE),
    /** The mean of each request's own share, so that a short request weighs as much as a long one. */
    HIT_MEAN(Unit.SHARE),
    /** What the cache saved, of what the same input would cost without one. May be negative. */
    SAVED(Unit.SHARE),
    COST_PER_REQUEST(Unit.MONEY),
    OUTPUT_TO_INPUT(Unit.RATIO),
    WRITE_TO_READ(Unit.RATIO);

    /** How a value is to be shown. */
    public enum Unit {
        /** A fraction of a whole. */
        SHARE,
        /** One amount to another. */
        RATIO,
        /** Currency per request. */
        MONEY
    }

    private static final Texts TEXTS = Texts.of(Indicator.class);

    private final Unit unit;

    Indicator(Unit unit) {
        this.unit = unit;
    }

    public Unit unit() {
        return unit;
    }

    /** Its name, as shown. */
    public String title() {
        return TEXTS.name(this);
    }

    /** What it means, in a sentence. */
    public String definition() {
        return text("definition");
    }

    /** What the numerator counts. */
    public String numerator() {
        return text("numerator");
    }

    /** What the denominator counts. */
    public String denominator() {
        return text("denominator");
    }

    private String text(String part) {
        return TEXTS.get("Indicator." + name() + "." + part);
    }
}
