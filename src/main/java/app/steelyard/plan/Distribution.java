package app.steelyard.plan;

/** How the values inside a range are spread. */
public enum Distribution {
    /** Every value between the ends alike. */
    UNIFORM,
    /** Between the ends, likeliest at the plan's number, falling off in straight lines. */
    TRIANGULAR,
    /** Between the ends, likeliest at the plan's number: a beta distribution with shape 4. */
    PERT,
    /** Symmetric, 90 % of it between the ends; cut off where the number's own limits are. */
    NORMAL,
    /** Of a product of many factors, above 0, 90 % of it between the ends; cut off at the number's own limits. */
    LOGNORMAL;

    /** Whether the ends of the range are the least and greatest value, rather than the 5th and 95th percentile. */
    public boolean bounded() {
        return this == UNIFORM || this == TRIANGULAR || this == PERT;
    }
}
