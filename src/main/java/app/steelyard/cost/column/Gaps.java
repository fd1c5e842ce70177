package app.steelyard.cost.column;

/** The time from the start of a request to the start of the next one of its session. */
sealed interface Gaps permits Gap, GapTable {

    /** The share of the gaps that is at most {@code hours} long. */
    double within(double hours);

    /** The mean gap where one that is longer counts as {@code hours}. */
    double until(double hours);

    /** The share of the gaps that end before any lifetime does. */
    double returning();

    /** In hours, of those that end. */
    double mean();

    double meanSquare();
}
