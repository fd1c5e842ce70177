package app.steelyard.whatif.placement;

import app.steelyard.plan.Plan;
import app.steelyard.plan.PlanField;
import app.steelyard.plan.Scenario;
import app.steelyard.plan.item.ContextItem;
import app.steelyard.plan.item.Placement;
import app.steelyard.pricing.PriceBook;
import app.steelyard.pricing.kind.Modifier;
import java.util.ArrayList;
import java.util.List;

/** A placement that was found, as an edit of the plan it was found for. */
public final class PlacementEdit {
    private PlacementEdit() {}

    /**
     * {@code plan} with its items placed, and its model chosen, as in {@code candidate}.
     *
     * @param place region or country in which alone requests were to be served; empty for anywhere
     */
    public static Plan apply(Plan plan, Candidate candidate, String place, PriceBook book) {
        List<Placement> placements = candidate.placements();
        List<ContextItem> items = new ArrayList<>();
        for (int i = 0; i < plan.items().size(); i++) {
            items.add(plan.items().get(i).withPlacement(placements.get(i)));
        }
        Plan placed = plan.withItems(items);
        boolean own = candidate.model().equals(plan.inference().model());
        Plan chosen = own ? placed : new Scenario.Models(candidate.model(), candidate.model()).apply(placed);
        boolean dearer = !place.isEmpty()
                && book.surcharge(
                                candidate.answers(),
                                Modifier.PLACE,
                                place,
                                plan.inference().pricesAsOf())
                        .isPresent();
        // A model whose id names the place has prices of that anyway.
        return dearer
                ? PlanField.SERVED_REGIONAL.with(
                        chosen.withInference(chosen.inference()
                                .withServed(chosen.inference().served().withRegion(place))),
                        1)
                : chosen;
    }
}
