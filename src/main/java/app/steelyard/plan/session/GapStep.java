package app.steelyard.plan.session;

/**
 * A point of a table of gaps, as it is counted from logs.
 *
 * @param seconds from the start of a request to the start of the next of its session
 * @param share of the gaps that are at most so long, above 0 to 1
 */
public record GapStep(double seconds, double share) {}
