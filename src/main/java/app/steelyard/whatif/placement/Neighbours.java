package app.steelyard.whatif.placement;

import app.steelyard.plan.item.Placement;
import java.util.ArrayList;
import java.util.List;

/**
 * Placements that differ from another in one item, or in two.
 *
 * @param choices by item: where it may be placed
 */
record Neighbours(List<List<Placement>> choices) {

    /** @param pairs whether those that differ in two items are among them */
    List<List<Placement>> of(List<Placement> at, boolean pairs) {
        List<List<Placement>> near = new ArrayList<>();
        for (int i = 0; i < at.size(); i++) {
            for (List<Placement> one : moved(at, i)) {
                near.add(one);
                for (int j = i + 1; pairs && j < at.size(); j++) {
                    near.addAll(moved(one, j));
                }
            }
        }
        return near;
    }

    private List<List<Placement>> moved(List<Placement> at, int item) {
        List<List<Placement>> moved = new ArrayList<>();
        for (Placement placement : choices.get(item)) {
            if (placement != at.get(item)) {
                List<Placement> changed = new ArrayList<>(at);
                changed.set(item, placement);
                moved.add(List.copyOf(changed));
            }
        }
        return moved;
    }
}
