package app.steelyard.cost.engine;

import app.steelyard.cost.result.LineKind;
import app.steelyard.cost.result.Timing;

/**
 * One line that an architecture can have, whatever its quantity.
 *
 * @param subject the context item's name or the kind of work, or empty
 * @param longContext whether it is at the long-context price
 */
record Slot(LineKind kind, String subject, boolean longContext, Timing timing) {}
