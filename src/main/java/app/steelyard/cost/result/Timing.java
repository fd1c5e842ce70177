package app.steelyard.cost.result;

/** When a line of the statement falls due. */
public enum Timing {
    /** Once, before the first month. */
    SET_UP,
    /** Every month. */
    MONTHLY,
    /** With each training round after the first. */
    ROUND
}
