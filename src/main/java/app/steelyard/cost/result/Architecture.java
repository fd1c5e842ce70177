package app.steelyard.cost.result;

import app.steelyard.plan.Design;
import app.steelyard.plan.Plan;
import app.steelyard.plan.PriceRef;
import app.steelyard.plan.item.ContextItem;
import app.steelyard.plan.item.Placement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A placement for every item of a plan.
 *
 * @param design the design it follows
 * @param placements in the order of the plan's items
 * @param today whether it is the do-nothing baseline, whose set-up is already paid
 */
public record Architecture(Design design, List<Placement> placements, boolean today) {

    public Architecture {
        placements = List.copyOf(placements);
    }

    public boolean places(Placement placement) {
        return placements.contains(placement);
    }

    /** The model that answers; null where the plan has chosen none to be tuned. */
    public @Nullable PriceRef model(Plan plan) {
        return places(Placement.WEIGHTS)
                ? plan.tuning().model()
                : plan.inference().model();
    }

    /**
     * The baseline first, then every other design whose placements differ from all before it: with no behaviour among
     * the items, for instance, a hybrid is prompt caching and is not listed again.
     */
    public static List<Architecture> of(Plan plan) {
        List<ContextItem> items = plan.items();
        List<Architecture> distinct = new ArrayList<>();
        distinct.add(of(plan, plan.today().placementsOf(items)));
        for (Design design : Design.values()) {
            List<Placement> placements = design.placementsOf(items);
            // As is can only be the baseline.
            if (design != Design.AS_IS
                    && distinct.stream().noneMatch(a -> a.placements().equals(placements))) {
                distinct.add(new Architecture(design, placements, false));
            }
        }
        return List.copyOf(distinct);
    }

    /**
     * One placement. It takes the name of the first design that agrees, so that "as placed" and "as is" keep theirs only
     * where they are unlike all; one that agrees with none counts as placed.
     */
    public static Architecture of(Plan plan, List<Placement> placements) {
        List<ContextItem> items = plan.items();
        Design name = Stream.of(Design.values())
                .filter(d -> d.placementsOf(items).equals(placements))
                .findFirst()
                .orElse(Design.AS_PLACED);
        return new Architecture(
                name, placements, plan.today().placementsOf(items).equals(placements));
    }
}
