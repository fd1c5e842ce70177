package app.steelyard.app.plan;

/** What a plan chooses from several, besides its numbers. */
public enum PlanChoice {
    MODEL("model"),
    TIER("tier"),
    PRICES_AS_OF("pricesAsOf"),
    LIFETIME("lifetime"),
    CURRENCY("currency"),
    TIMING("timing"),
    /** Gaps as measured. */
    GAPS("gaps");

    private final String id;

    PlanChoice(String id) {
        this.id = id;
    }

    /** By which its input is found. */
    public String id() {
        return id;
    }
}
