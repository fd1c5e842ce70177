package app.steelyard.ui.whatif;

import app.steelyard.plan.Plan;
import app.steelyard.plan.PlanNumber;
import app.steelyard.pricing.PriceBook;
import app.steelyard.whatif.Settings;
import org.jspecify.annotations.Nullable;

/**
 * What the cards about doubt are to answer.
 *
 * @param x of the map; null for what moves the answer most
 * @param y of the map, another number; null for what moves it next
 */
record Question(
        Plan plan,
        PriceBook book,
        Settings settings,
        @Nullable PlanNumber x,
        @Nullable PlanNumber y) {}
