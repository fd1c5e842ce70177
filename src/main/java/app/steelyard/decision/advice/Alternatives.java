package app.steelyard.decision.advice;

import app.steelyard.cost.Comparison;
import app.steelyard.cost.result.Evaluation;
import app.steelyard.decision.rules.Approach;
import app.steelyard.decision.rules.Option;
import app.steelyard.decision.rules.Rule;
import app.steelyard.decision.rules.Truth;
import app.steelyard.plan.item.ContextItem;
import app.steelyard.plan.item.Placement;
import app.steelyard.plan.item.Scope;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Lists the ways to build a system, each with the reasons that the items' rules give it. */
public final class Alternatives {
    private Alternatives() {}

    /**
     * The recommended one first, then every other that places the items differently: those that are possible before those
     * that are not, and the cheaper first.
     */
    public static List<Alternative> of(List<ItemAdvice> items, Approach chosen, Comparison comparison) {
        List<Option> recommended = items.stream().map(ItemAdvice::option).toList();
        List<Alternative> all = new ArrayList<>();
        all.add(alternative(chosen, true, items, recommended, comparison));
        for (Approach approach : Approach.values()) {
            List<Option> options =
                    items.stream().map(a -> optionIn(approach, a)).toList();
            if (approach != chosen && fits(approach, items) && !options.equals(recommended)) {
                Alternative other = alternative(approach, false, items, options, comparison);
                // Structured output costs what caching costs, and is still another thing to do.
                boolean known = all.stream()
                        .filter(a -> a.approach() != Approach.STRUCTURED_OUTPUT)
                        .anyMatch(a -> a.placements().equals(other.placements()));
                if (!known || approach == Approach.STRUCTURED_OUTPUT) {
                    all.add(other);
                }
            }
        }
        all.sort(Comparator.comparing((Alternative a) -> !a.chosen())
                .thenComparing(a -> !a.possible())
                .thenComparingDouble(
                        a -> a.priced().map(Evaluation.Priced::ranked).orElse(Double.POSITIVE_INFINITY)));
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
            Approach approach, boolean chosen, List<ItemAdvice> items, List<Option> options, Comparison comparison) {
        List<Placement> placements = options.stream().map(Option::placement).toList();
        Optional<Evaluation> evaluation = comparison.evaluations().stream()
                .filter(e -> e.architecture().placements().equals(placements))
                .findFirst();
        List<OptionScore> scores = new ArrayList<>();
        List<ItemAdvice> told = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            ItemAdvice advice = items.get(i);
            // What stays where it is recommended speaks for no other way.
            if (advice.item().scope() != Scope.REQUEST && (chosen || options.get(i) != advice.option())) {
                told.add(advice);
                scores.add(advice.score(options.get(i)));
            }
        }
        return new Alternative(
                approach,
                chosen,
                placements,
                evaluation,
                arguments(told, scores, OptionScore::good),
                arguments(told, scores, OptionScore::bad),
                arguments(told, scores, OptionScore::excluding));
    }

    private static List<Argument> arguments(
            List<ItemAdvice> items, List<OptionScore> scores, Function<OptionScore, List<Rule>> rules) {
        Map<Rule, List<String>> named = new LinkedHashMap<>();
        for (int i = 0; i < items.size(); i++) {
            for (Rule rule : rules.apply(scores.get(i))) {
                named.computeIfAbsent(rule, r -> new ArrayList<>())
                        .add(items.get(i).item().name());
            }
        }
        return named.entrySet().stream()
                .map(e -> new Argument(e.getKey(), e.getValue()))
                .sorted(Comparator.comparing((Argument a) -> a.rule().strength())
                        .reversed())
                .toList();
    }
}
