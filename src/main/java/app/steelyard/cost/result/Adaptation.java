package app.steelyard.cost.result;

import app.steelyard.plan.Plan;
import app.steelyard.plan.PlanField;
import app.steelyard.plan.PriceRef;
import app.steelyard.plan.item.Kind;
import app.steelyard.plan.item.Placement;
import app.steelyard.text.Names;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How a model is brought to answer well, by which designs differ in how often they succeed. */
public enum Adaptation {
    /** All that it is to know stands in the prompt. */
    PROMPTED(PlanField.SUCCESS_PROMPTED),
    /** The same on another model than the plan's base. */
    PROMPTED_ELSEWHERE(PlanField.SUCCESS_ELSEWHERE),
    /** Behaviour is in its weights. */
    TUNED(PlanField.SUCCESS_TUNED),
    /** Information is looked up. */
    RETRIEVED(PlanField.SUCCESS_RETRIEVED),
    INFORMATION_IN_WEIGHTS(PlanField.SUCCESS_IN_WEIGHTS);

    private final PlanField success;

    Adaptation(PlanField success) {
        this.success = success;
    }

    /** The share of the sessions that succeed with it. */
    public PlanField success() {
        return success;
    }

    /** How {@code architecture} answers; of several the weakest decides. At least one. */
    public static Set<Adaptation> of(Architecture architecture, Plan plan) {
        Set<Adaptation> used = EnumSet.noneOf(Adaptation.class);
        for (int i = 0; i < plan.items().size(); i++) {
            Placement placement = architecture.placements().get(i);
            if (placement == Placement.RETRIEVED) {
                used.add(RETRIEVED);
            } else if (placement == Placement.WEIGHTS) {
                used.add(plan.items().get(i).kind() == Kind.BEHAVIOUR ? TUNED : INFORMATION_IN_WEIGHTS);
            }
        }
        if (used.isEmpty()) {
            used.add(architecture.own() == null ? PROMPTED : PROMPTED_ELSEWHERE);
        }
        return used;
    }

    /** The rates that the plan does not state of what {@code architecture} does, as a list for people. */
    public static String unstated(Architecture architecture, Plan plan) {
        return of(architecture, plan).stream()
                .filter(a -> !a.stated(architecture.own(), plan))
                .map(a -> Names.of(a.success))
                .collect(Collectors.joining(", "));
    }

    /** Whether the plan says how often all of what {@code architecture} does succeeds. */
    public static boolean stated(Architecture architecture, Plan plan) {
        return of(architecture, plan).stream().allMatch(a -> a.stated(architecture.own(), plan));
    }

    /** What is stated of the plan's models says nothing of another. */
    private boolean stated(@Nullable PriceRef own, Plan plan) {
        boolean speaks = own == null
                || switch (this) {
                    case PROMPTED, RETRIEVED -> false;
                    case PROMPTED_ELSEWHERE -> true;
                    case TUNED, INFORMATION_IN_WEIGHTS ->
                        own.equals(plan.tuning().model());
                };
        return speaks && !Double.isNaN(success.get(plan));
    }
}
