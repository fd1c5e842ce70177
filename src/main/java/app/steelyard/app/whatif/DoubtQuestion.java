package app.steelyard.app.whatif;

import app.steelyard.plan.Plan;
import app.steelyard.plan.PlanNumber;
import app.steelyard.pricing.PriceBook;
import app.steelyard.whatif.trials.TrialSettings;
import org.jspecify.annotations.Nullable;

/**
 * What the cards about doubt are to answer.
 *
 * @param x of the map; null for what moves the answer most
 * @param y of the map, another number; null for what moves it next
 */
public record DoubtQuestion(
        Plan plan,
        PriceBook book,
        TrialSettings settings,
        @Nullable PlanNumber x,
        @Nullable PlanNumber y) {}
