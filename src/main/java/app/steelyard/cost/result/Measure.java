package app.steelyard.cost.result;

/** A figure of {@link Measures} that can be explained. */
public enum Measure {
    TCO,
    AVERAGE_MONTH,
    FIRST_MONTH,
    SET_UP,
    SAVING,
    SAVING_FIRST_MONTH,
    SAVING_FIRST_YEAR,
    NPV,
    PAYBACK,
    DISCOUNTED_PAYBACK,
    ROI,
    IRR,
    COST_PER_REQUEST
}
