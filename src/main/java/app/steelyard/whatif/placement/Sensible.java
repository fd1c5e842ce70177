package app.steelyard.whatif.placement;

import app.steelyard.plan.item.ContextItem;
import app.steelyard.plan.item.Kind;
import app.steelyard.plan.item.Placement;
import app.steelyard.plan.item.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Where items may sensibly be placed.
 *
 * @param choices by item
 */
record Sensible(List<List<Placement>> choices) {

    /** @param personal ids of items with personal data */
    static Sensible of(List<ContextItem> items, Set<String> personal) {
        return new Sensible(items.stream().map(i -> choices(i, personal)).toList());
    }

    private static List<Placement> choices(ContextItem item, Set<String> personal) {
        List<Placement> choices = new ArrayList<>();
        choices.add(Placement.PLAIN_PROMPT);
        if (item.scope() != Scope.REQUEST) {
            choices.add(Placement.CACHED_PREFIX);
            if (item.kind() == Kind.INFORMATION && !item.whole()) {
                choices.add(Placement.RETRIEVED);
            }
            if (item.scope() == Scope.SHARED && !personal.contains(item.id())) {
                choices.add(Placement.WEIGHTS);
            }
        }
        return List.copyOf(choices);
    }

    int items() {
        return choices.size();
    }

    /** How many there are; they may be more than an integer holds. */
    double count() {
        double count = 1;
        for (List<Placement> choice : choices) {
            count *= choice.size();
        }
        return count;
    }

    List<List<Placement>> all() {
        List<List<Placement>> all = new ArrayList<>();
        all.add(List.of());
        for (List<Placement> choice : choices) {
            List<List<Placement>> longer = new ArrayList<>();
            for (List<Placement> begun : all) {
                for (Placement placement : choice) {
                    longer.add(
                            Stream.concat(begun.stream(), Stream.of(placement)).toList());
                }
            }
            all = longer;
        }
        return all;
    }

    /** {@code placements} with what is not sensible left in the prompt. */
    List<Placement> nearest(List<Placement> placements) {
        List<Placement> changed = new ArrayList<>();
        for (int i = 0; i < placements.size(); i++) {
            changed.add(choices.get(i).contains(placements.get(i)) ? placements.get(i) : Placement.PLAIN_PROMPT);
        }
        return List.copyOf(changed);
    }

    /**
     * Those that differ from {@code at} in one item, or in two.
     *
     * @param pairs whether those that differ in two items are among them
     */
    List<List<Placement>> near(List<Placement> at, boolean pairs) {
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
