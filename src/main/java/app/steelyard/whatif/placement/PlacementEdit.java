package app.steelyard.whatif.placement;

import app.steelyard.plan.Plan;
import app.steelyard.plan.Scenario;
import app.steelyard.plan.item.ContextItem;
import app.steelyard.plan.item.Placement;
import java.util.ArrayList;
import java.util.List;

/** A placement that was found, as an edit of the plan it was found for. */
public final class PlacementEdit {
    private PlacementEdit() {}

    /** {@code plan} with its items placed, and its model chosen, as in {@code candidate}. */
    public static Plan apply(Plan plan, Candidate candidate) {
        List<Placement> placements = candidate.placements();
        List<ContextItem> items = new ArrayList<>();
        for (int i = 0; i < plan.items().size(); i++) {
            items.add(plan.items().get(i).withPlacement(placements.get(i)));
        }
        Plan placed = plan.withItems(items);
        boolean own = candidate.model().equals(plan.inference().model());
        return own ? placed : new Scenario.Models(candidate.model(), candidate.model()).apply(placed);
    }
}
