package app.steelyard.ui.whatif;

import app.steelyard.plan.Plan;
import app.steelyard.plan.PlanNumber;
import app.steelyard.pricing.PriceBook;
import app.steelyard.whatif.Settings;

/**
 * What the cards about doubt are to answer.
 *
 * @param x of the map
 * @param y of the map, another number
 */
record Question(Plan plan, PriceBook book, Settings settings, PlanNumber x, PlanNumber y) {}
