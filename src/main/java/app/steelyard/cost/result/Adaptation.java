package app.steelyard.cost.result;

import app.steelyard.plan.ModelNumber;
import app.steelyard.plan.Plan;
import app.steelyard.plan.PlanField;
import app.steelyard.plan.PlanNumber;
import app.steelyard.plan.PriceRef;
import app.steelyard.plan.item.Kind;
import app.steelyard.plan.item.Placement;
import app.steelyard.text.Names;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How a model is brought to answer well, by which designs differ in how often they succeed. */
public enum Adaptation {
    /** All that it is to know stands in the prompt. */
    PROMPTED(PlanField.SUCCESS_PROMPTED, ModelNumber.Kind.PROMPTED),
    /** The same on another model than the plan's base. */
    PROMPTED_ELSEWHERE(PlanField.SUCCESS_ELSEWHERE, ModelNumber.Kind.PROMPTED),
    /** Behaviour is in its weights. */
    TUNED(PlanField.SUCCESS_TUNED, ModelNumber.Kind.TUNED),
    /** Information is looked up. */
    RETRIEVED(PlanField.SUCCESS_RETRIEVED, ModelNumber.Kind.RETRIEVED),
    INFORMATION_IN_WEIGHTS(PlanField.SUCCESS_IN_WEIGHTS, ModelNumber.Kind.INFORMATION_IN_WEIGHTS);

    private final PlanField success;
    private final ModelNumber.Kind ofModel;

    Adaptation(PlanField success, ModelNumber.Kind ofModel) {
        this.success = success;
        this.ofModel = ofModel;
    }

    /**
     * How often sessions succeed with it on one model: as is stated of that model, else as of all.
     *
     * @param model that answers; null where none is chosen
     */
    public record Rate(Adaptation how, @Nullable PriceRef model) {

        /** The number that says it; known or not. */
        public PlanNumber number(Plan plan) {
            return ofModel()
                    .filter(n -> !Double.isNaN(n.get(plan)))
                    .<PlanNumber>map(n -> n)
                    .orElse(how.success);
        }

        public double get(Plan plan) {
            return number(plan).get(plan);
        }

        /** What is stated of all models. */
        public PlanField ofAll() {
            return how.success;
        }

        /** The place of what is stated of this one; empty where none is chosen. */
        public Optional<ModelNumber> ofModel() {
            return Optional.ofNullable(model).map(m -> new ModelNumber(m, how.ofModel));
        }
    }

    /** How often what {@code architecture} does succeeds, on the model that answers. */
    public static Set<Rate> rates(Architecture architecture, Plan plan) {
        return of(architecture, plan).stream()
                .map(a -> a.on(architecture.model(plan)))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    public Rate on(@Nullable PriceRef model) {
        return new Rate(this, model);
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
        return rates(architecture, plan).stream()
                .filter(r -> !stated(r, architecture.own(), plan))
                .map(r -> Names.of(r.how.success))
                .collect(Collectors.joining(", "));
    }

    /** Whether the plan says how often all of what {@code architecture} does succeeds. */
    public static boolean stated(Architecture architecture, Plan plan) {
        return rates(architecture, plan).stream().allMatch(r -> stated(r, architecture.own(), plan));
    }

    /** The share of the sessions that succeed with it: of several ways the weakest decides. NaN where nobody has said. */
    public static double success(Architecture architecture, Plan plan) {
        return stated(architecture, plan)
                ? rates(architecture, plan).stream()
                        .mapToDouble(r -> r.get(plan))
                        .min()
                        .orElse(Double.NaN)
                : Double.NaN;
    }

    /** Whether the plan says how often anything succeeds on {@code model}, be it by prompt, tuned or with retrieval. */
    public static boolean known(PriceRef model, Plan plan) {
        PriceRef own = model.equals(plan.inference().model()) ? null : model;
        return Stream.of(values())
                .filter(a -> own == null ? a != PROMPTED_ELSEWHERE : a != PROMPTED)
                .anyMatch(a -> stated(a.on(model), own, plan));
    }

    /** What is stated of the plan's models says nothing of another; what is stated of that one does. */
    private static boolean stated(Rate rate, @Nullable PriceRef own, Plan plan) {
        boolean speaks = own == null
                || switch (rate.how) {
                    case PROMPTED, RETRIEVED -> false;
                    case PROMPTED_ELSEWHERE -> true;
                    case TUNED, INFORMATION_IN_WEIGHTS ->
                        own.equals(plan.tuning().model());
                };
        PlanNumber number = rate.number(plan);
        return (speaks || number instanceof ModelNumber) && !Double.isNaN(number.get(plan));
    }
}
