package app.steelyard.plan;

/** What a number in the plan counts; decides how it is shown, typed and stepped. */
public enum Unit {
    TOKENS,
    REQUESTS,
    COUNT,
    /** A fraction, shown and typed as per cent. */
    FRACTION,
    HOURS,
    WEEKS,
    MONTHS,
    SECONDS,
    /** In the plan's currency. */
    MONEY,
    /** Units of currency for one US dollar. */
    RATE
}
