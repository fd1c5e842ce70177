package app.steelyard.report;

/** How much of a report there is. */
public enum Edition {
    /** All of it, the page that decides first. */
    WHOLE,
    /** The page that decides, alone. */
    BOARD
}
