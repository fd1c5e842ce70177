package app.steelyard.cost.result;

/**
 * A price that takes the place of another inside the horizon.
 *
 * @param month the first month that it applies to
 * @param kind the lines that it is for
 * @param longContext whether it is for long prompts
 */
public record LaterPrice(int month, LineKind kind, boolean longContext, UnitPrice price) {}
