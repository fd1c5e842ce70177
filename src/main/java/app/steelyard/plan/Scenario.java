package app.steelyard.plan;

import app.steelyard.plan.item.Placement;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The plan with some numbers replaced, and perhaps on other models.
 *
 * @param name as shown, distinct in its plan
 * @param model other models in place of the plan's; null for its own
 * @param values at most one for each number
 */
public record Scenario(String name, @Nullable Models model, List<Value> values) {

    /**
     * @param path of a number
     * @param value in its unit
     */
    public record Value(String path, double value) {}

    /**
     * Other models in place of those of a plan.
     *
     * @param base the base model; null for the plan's
     * @param tuned the model to be tuned; null for the plan's
     */
    public record Models(@Nullable PriceRef base, @Nullable PriceRef tuned) {
        /** The plan's own. */
        public static final Models OWN = new Models(null, null);

        /** What a model does in a plan. */
        public enum Role {
            /** It answers wherever nothing is tuned. */
            BASE(
                    "model.base",
                    p -> p.inference().model(),
                    (p, m) -> p.withInference(p.inference().withModel(m))),
            /** It is tuned. */
            TUNED(
                    "model.tuned",
                    p -> p.tuning().model(),
                    (p, m) -> p.withTuning(p.tuning().withModel(m)));

            private final String path;
            private final Function<Plan, @Nullable PriceRef> of;
            private final BiFunction<Plan, PriceRef, Plan> with;

            Role(String path, Function<Plan, @Nullable PriceRef> of, BiFunction<Plan, PriceRef, Plan> with) {
                this.path = path;
                this.of = of;
                this.with = with;
            }

            /** Where a scenario names it, such as {@code model.base}. */
            public String path() {
                return path;
            }

            /** The model of {@code plan}; empty while none to be tuned is chosen. */
            public Optional<PriceRef> in(Plan plan) {
                return Optional.ofNullable(of.apply(plan));
            }
        }

        /** The model in the place of the plan's; empty for the plan's own. */
        public Optional<PriceRef> at(Role role) {
            return Optional.ofNullable(
                    switch (role) {
                        case BASE -> base;
                        case TUNED -> tuned;
                    });
        }

        /** With another model, or the plan's own where {@code model} is null. */
        public Models with(Role role, @Nullable PriceRef model) {
            return switch (role) {
                case BASE -> new Models(model, tuned);
                case TUNED -> new Models(base, model);
            };
        }

        /**
         * {@code plan} with these models. What it states of the success of its own models says nothing of others: of another
         * base that holds which it states of other models, and the rest is not known. What was trained of one model is not there
         * for another.
         */
        public Plan apply(Plan plan) {
            Plan changed = plan;
            for (Role role : Role.values()) {
                Optional<PriceRef> other = at(role).filter(m -> !role.in(plan).equals(Optional.of(m)));
                if (other.isPresent()) {
                    changed = role.with.apply(changed, other.get());
                }
            }
            boolean otherBase =
                    !changed.inference().model().equals(plan.inference().model());
            boolean otherTuned =
                    !Objects.equals(changed.tuning().model(), plan.tuning().model());
            if (otherBase) {
                changed = PlanField.SUCCESS_RETRIEVED.without(elsewhere(plan, changed));
            }
            if (otherTuned) {
                changed = PlanField.SUCCESS_TUNED.without(PlanField.SUCCESS_IN_WEIGHTS.without(changed));
            }
            boolean trained = plan.today().placementsOf(plan.items()).contains(Placement.WEIGHTS);
            return otherTuned && trained ? changed.withToday(Design.UNCACHED) : changed;
        }

        /** Success by prompt: of the new base what is known of other models, of the one before what was known of it. */
        private static Plan elsewhere(Plan plan, Plan changed) {
            boolean swapped = plan.inference().model().equals(changed.tuning().model());
            double own = PlanField.SUCCESS_PROMPTED.get(plan);
            double other = PlanField.SUCCESS_ELSEWHERE.get(plan);
            Plan prompted = PlanField.SUCCESS_PROMPTED.with(PlanField.SUCCESS_PROMPTED.without(changed), other);
            return PlanField.SUCCESS_ELSEWHERE.with(
                    PlanField.SUCCESS_ELSEWHERE.without(prompted), swapped ? own : other);
        }
    }

    public Scenario {
        model = Models.OWN.equals(model) ? null : model;
        values = List.copyOf(values);
    }

    /** On the plan's models. */
    public Scenario(String name, List<Value> values) {
        this(name, null, values);
    }

    public Scenario withName(String value) {
        return new Scenario(value, model, values);
    }

    public Scenario withValues(List<Value> value) {
        return new Scenario(name, model, value);
    }

    /** With other models in place of the plan's. */
    public Scenario withModels(Models value) {
        return new Scenario(name, value, values);
    }

    /** The models in place of the plan's. */
    public Models models() {
        return model == null ? Models.OWN : model;
    }

    /** {@code plan} as it would be; numbers that it does not have are left aside. */
    public Plan apply(Plan plan) {
        Plan changed = models().apply(plan);
        for (Value value : values) {
            PlanNumber number = PlanNumber.at(plan, value.path()).orElse(null);
            changed = number == null ? changed : number.with(changed, value.value());
        }
        return changed;
    }
}
