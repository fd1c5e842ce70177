package app.steelyard.whatif.search;

import app.steelyard.plan.NumberLabels;
import app.steelyard.plan.Plan;
import app.steelyard.plan.PlanNumber;
import app.steelyard.text.Texts;
import app.steelyard.whatif.Result;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;

/**
 * Why no value of a number reaches a goal, as a sentence.
 *
 * @param off how far every value that was looked at is off it
 */
record WhyNever(Plan plan, PlanNumber number, Goal goal, List<Double> off, List<GoalAnswer.Jump> jumps) {
    private static final Texts TEXTS = Texts.of(WhyNever.class);

    String sentence(Optional<GoalAnswer.Nearest> nearest) {
        return switch (goal) {
            case Goal.Reaches reaches -> reaches(reaches, nearest);
            case Goal.Same same -> same(same, nearest);
            case Goal.Cheapest cheapest -> cheapest(cheapest, nearest);
        };
    }

    private String reaches(Goal.Reaches wanted, Optional<GoalAnswer.Nearest> nearest) {
        Result result = wanted.result();
        if (nearest.isEmpty()) {
            return TEXTS.get("goal.unknown", result, name());
        }
        if (constant(wanted.value())) {
            return TEXTS.get(
                    "goal.constant", result, name(), show(result, nearest.get().result()));
        }
        if (!jumps.isEmpty()) {
            GoalAnswer.Jump jump = jumps.get(0);
            return TEXTS.get(
                    "goal.jump",
                    result,
                    at(jump.before()),
                    show(result, jump.resultBefore()),
                    at(jump.after()),
                    show(result, jump.resultAfter()),
                    show(result, wanted.value()));
        }
        return TEXTS.get(
                least() > 0 ? "goal.above" : "goal.below",
                result,
                show(result, wanted.value()),
                show(result, nearest.get().result()),
                name(),
                at(nearest.get().value()));
    }

    private String same(Goal.Same wanted, Optional<GoalAnswer.Nearest> nearest) {
        Result left = wanted.left();
        Result right = wanted.right();
        if (nearest.isEmpty()) {
            return TEXTS.get("goal.same.unknown", left, right, name());
        }
        String apart = plan.currency()
                .of(Math.abs(nearest.get().result()), left.unit())
                .difference();
        boolean more = nearest.get().result() > 0;
        if (constant(0)) {
            return TEXTS.get(more ? "goal.same.constant.more" : "goal.same.constant.less", left, right, name(), apart);
        }
        if (!jumps.isEmpty()) {
            GoalAnswer.Jump jump = jumps.get(0);
            return TEXTS.get("goal.same.jump", left, right, at(jump.before()), at(jump.after()));
        }
        return TEXTS.get(
                more ? "goal.same.more" : "goal.same.less",
                left,
                right,
                apart,
                name(),
                at(nearest.get().value()));
    }

    private String cheapest(Goal.Cheapest wanted, Optional<GoalAnswer.Nearest> nearest) {
        String design = wanted.design().label();
        return nearest.map(n -> n.result() < 0
                        ? TEXTS.get(
                                "goal.cheapest.never",
                                design,
                                plan.currency().of(-n.result()).show(),
                                name(),
                                at(n.value()))
                        : TEXTS.get("goal.cheapest.unable", design, name()))
                .orElseGet(() -> TEXTS.get("goal.cheapest.unknown", design, name()));
    }

    private double least() {
        return known().min().orElse(0);
    }

    private boolean constant(double target) {
        double least = least();
        double most = known().max().orElse(0);
        return !(most - least > GoalSeek.EQUAL * Math.max(Math.abs(target + least), Math.abs(target + most)));
    }

    private DoubleStream known() {
        return off.stream().mapToDouble(Double::doubleValue).filter(v -> !Double.isNaN(v));
    }

    private String name() {
        return TEXTS.get("goal.number", NumberLabels.of(plan, number));
    }

    private String at(double value) {
        return plan.currency().of(value, number.unit()).show();
    }

    private String show(Result result, double value) {
        return result.show(plan.currency().of(value, result.unit()));
    }
}
