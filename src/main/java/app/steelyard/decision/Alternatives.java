package app.steelyard.decision;

import app.steelyard.cost.Comparison;
import app.steelyard.cost.Evaluation;
import app.steelyard.plan.ContextItem;
import app.steelyard.plan.Placement;
import app.steelyard.plan.Scope;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Lists the ways to build a system, each with the reasons that the items' rules give it. */
final class Alternatives {
    private Alternatives() {}

    /** The recommended one first, then every other that places the items differently. */
    static List<Alternative> of(List<ItemAdvice> items, Approach chosen, Comparison comparison) {
        List<Alternative> all = new ArrayList<>();
        all.add(alternative(chosen, true, items, ItemAdvice::option, comparison));
        for (Approach approach : Approach.values()) {
            if (approach != chosen && fits(approach, items)) {
                Alternative other = alternative(approach, false, items, a -> optionIn(approach, a), comparison);
                // Structured output costs what caching costs, and is still another thing to do.
                boolean known = all.stream()
                        .filter(a -> a.approach() != Approach.STRUCTURED_OUTPUT)
                        .anyMatch(a -> a.placements().equals(other.placements()));
                if (!known || approach == Approach.STRUCTURED_OUTPUT) {
                    all.add(other);
                }
            }
        }
        return List.copyOf(all);
    }

    /** Structured output is a way only where some item is a matter of form. */
    private static boolean fits(Approach approach, List<ItemAdvice> items) {
        return approach != Approach.STRUCTURED_OUTPUT
                || items.stream()
                        .anyMatch(a -> a.score(Option.STRUCTURED_OUTPUT).excluded() == Truth.FALSE);
    }

    private static Option optionIn(Approach approach, ItemAdvice advice) {
        ContextItem item = advice.applied();
        if (approach == Approach.STRUCTURED_OUTPUT
                && item.scope() != Scope.REQUEST
                && advice.score(Option.STRUCTURED_OUTPUT).excluded() == Truth.FALSE) {
            return Option.STRUCTURED_OUTPUT;
        }
        return switch (approach.design().placementOf(item)) {
            case PLAIN_PROMPT -> Option.PLAIN_PROMPT;
            case CACHED_PREFIX -> Option.CACHED_PREFIX;
            case RETRIEVED -> Option.RETRIEVED;
            case WEIGHTS -> Option.WEIGHTS;
        };
    }

    private static Alternative alternative(
            Approach approach,
            boolean chosen,
            List<ItemAdvice> items,
            Function<ItemAdvice, Option> options,
            Comparison comparison) {
        List<Placement> placements =
                items.stream().map(a -> options.apply(a).placement()).toList();
        Optional<Evaluation> evaluation = comparison.evaluations().stream()
                .filter(e -> e.architecture().placements().equals(placements))
                .findFirst();
        return new Alternative(
                approach,
                chosen,
                placements,
                evaluation,
                arguments(items, a -> a.score(options.apply(a)).good()),
                arguments(items, a -> a.score(options.apply(a)).bad()));
    }

    private static List<Argument> arguments(List<ItemAdvice> items, Function<ItemAdvice, List<Rule>> rules) {
        Map<Rule, List<String>> named = new LinkedHashMap<>();
        for (ItemAdvice advice : items) {
            if (advice.item().scope() != Scope.REQUEST) {
                for (Rule rule : rules.apply(advice)) {
                    named.computeIfAbsent(rule, r -> new ArrayList<>())
                            .add(advice.item().name());
                }
            }
        }
        return named.entrySet().stream()
                .map(e -> new Argument(e.getKey(), e.getValue()))
                .sorted(Comparator.comparing((Argument a) -> a.rule().strength())
                        .reversed())
                .toList();
    }
}
