package app.steelyard.plan;

/** When in a month its cash is taken to flow. Set-up is always at the start of the first month, undiscounted. */
public enum CashTiming {
    END_OF_MONTH,
    MID_MONTH
}
