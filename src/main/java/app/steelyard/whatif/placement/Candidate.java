package app.steelyard.whatif.placement;

import app.steelyard.cost.result.Evaluation;
import app.steelyard.plan.PriceRef;
import app.steelyard.plan.item.Placement;
import java.util.List;

/**
 * One placement of all items at one model.
 *
 * @param answers the model that answers: the tuned one where anything is in its weights
 * @param within whether its expected time to first token keeps to the limit
 */
public record Candidate(PriceRef model, PriceRef answers, Evaluation.Priced evaluation, boolean within) {
    public List<Placement> placements() {
        return evaluation.architecture().placements();
    }

    /** Total cost over the horizon, in the plan's currency. */
    public double cost() {
        return evaluation.measures().tco();
    }

    /** What candidates are ranked by: the cost, or the cost of as many successes as there are sessions where that is known. */
    public double ranked() {
        return evaluation.ranked();
    }

    /** Expected time to first token. */
    public double seconds() {
        return evaluation.firstToken().expected();
    }
}
