package app.steelyard.usage.notation;

/** What stands before the decimals of a number. */
public enum DecimalSign {
    /** 1,234.56 */
    POINT,
    /** 1.234,56 */
    COMMA
}
