package app.steelyard.cost.result;

import app.steelyard.plan.bill.Way;
import org.jspecify.annotations.Nullable;

/**
 * A price that takes the place of another inside the horizon.
 *
 * @param month the first month that it applies to
 * @param kind the lines that it is for
 * @param longContext whether it is for long prompts
 * @param way in which requests are served; null as the plan’s usual ones
 */
public record LaterPrice(
        int month,
        LineKind kind,
        boolean longContext,
        @Nullable Way way,
        UnitPrice price) {}
