package app.steelyard.usage.notation;

/** What stands first in a date whose year stands last. */
public enum DayOrder {
    /** 31/12/2026 */
    DAY_FIRST,
    /** 12/31/2026 */
    MONTH_FIRST
}
