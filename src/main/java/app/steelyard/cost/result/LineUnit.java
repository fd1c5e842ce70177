package app.steelyard.cost.result;

/** What a unit price is for. */
public enum LineUnit {
    MILLION_TOKENS(1e6),
    MILLION_TOKEN_HOURS(1e6),
    THOUSAND_QUERIES(1e3),
    THOUSAND_CALLS(1e3),
    /** What is paid each time, or each hour, that it is used. */
    USE(1),
    HOUR(1),
    MONTH(1),
    WEEK(1),
    RUN(1),
    SESSION(1),
    LUMP_SUM(1);

    private final double scale;

    LineUnit(double scale) {
        this.scale = scale;
    }

    /** How many counted things, such as tokens, one priced unit holds. */
    public double scale() {
        return scale;
    }
}
