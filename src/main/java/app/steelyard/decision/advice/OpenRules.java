package app.steelyard.decision.advice;

import app.steelyard.decision.rules.Option;
import app.steelyard.decision.rules.Questions;
import app.steelyard.decision.rules.Rule;
import app.steelyard.decision.rules.Truth;
import app.steelyard.decision.rules.Value;
import app.steelyard.decision.rules.Vocabulary;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * What the rules say where some values are open: which hold, which could, and between which ends their sums lie. Rules that
 * hang on one open word alone are bounded together, since only one of its words can be true.
 */
final class OpenRules {
    private static final Vocabulary VOCABULARY = Questions.get().vocabulary();

    private final List<Rule> holding = new ArrayList<>();
    private final List<Rule> possible = new ArrayList<>();
    /** By the word they hang on: for each thing it could stand for, the rules that then hold. */
    private final Map<String, List<List<Rule>>> hanging = new TreeMap<>();

    /** The ends between which a sum lies. */
    record Ends(double low, double high) {
        static final Ends NOWHERE = new Ends(Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY);

        /** Between the ends of either. */
        Ends or(Ends other) {
            return new Ends(Math.min(low, other.low), Math.max(high, other.high));
        }
    }

    OpenRules(List<Rule> rules, Function<String, Value> values) {
        Map<String, List<Rule>> byWord = new TreeMap<>();
        for (Rule rule : rules) {
            Truth truth = rule.when().test(values);
            if (truth == Truth.TRUE) {
                holding.add(rule);
            } else if (truth == Truth.UNKNOWN) {
                List<String> open = open(rule, values);
                // Where nothing is open, it hangs on what nobody ever says, and never holds.
                if (!open.isEmpty()) {
                    possible.add(rule);
                    boolean word = open.size() == 1 && !VOCABULARY.isNumber(open.get(0));
                    byWord.computeIfAbsent(word ? open.get(0) : "", w -> new ArrayList<>())
                            .add(rule);
                }
            }
        }
        byWord.forEach((word, hang) -> {
            if (word.isEmpty()) {
                // Each could hold whatever the others do.
                hang.forEach(r -> hanging.put(r.id(), List.of(List.of(), List.of(r))));
            } else {
                hanging.put(
                        word,
                        outcomes(word)
                                .map(v -> hang.stream()
                                        .filter(r ->
                                                r.when().test(n -> n.equals(word) ? v : values.apply(n)) == Truth.TRUE)
                                        .toList())
                                .distinct()
                                .toList());
            }
        });
    }

    private static List<String> open(Rule rule, Function<String, Value> values) {
        return rule.when().names().stream()
                .filter(n -> values.apply(n) instanceof Value.Open || values.apply(n) instanceof Value.Between)
                .toList();
    }

    /** Everything that an open word could still stand for; that nobody ever says is among it. */
    private static Stream<Value> outcomes(String word) {
        return Stream.concat(VOCABULARY.words(word).stream().map(Value::of), Stream.of(Value.UNKNOWN, Value.NONE));
    }

    /** The ends of the sum of what each rule that holds adds. */
    Ends sum(ToDoubleFunction<Rule> points) {
        double low = sum(holding, points);
        double high = low;
        for (List<List<Rule>> outcomes : hanging.values()) {
            Ends ends = Ends.NOWHERE;
            for (List<Rule> outcome : outcomes) {
                double sum = sum(outcome, points);
                ends = ends.or(new Ends(sum, sum));
            }
            low += ends.low();
            high += ends.high();
        }
        return new Ends(low, high);
    }

    private static double sum(List<Rule> rules, ToDoubleFunction<Rule> points) {
        double sum = 0;
        for (Rule rule : rules) {
            sum += points.applyAsDouble(rule);
        }
        return sum;
    }

    /** Whether the option is ruled out. */
    Truth excluded(Option option) {
        return holding.stream().anyMatch(r -> r.excludes(option))
                ? Truth.TRUE
                : possible.stream().anyMatch(r -> r.excludes(option)) ? Truth.UNKNOWN : Truth.FALSE;
    }

    /** The options that are left to their cost, or could be. */
    Set<Option> weighed() {
        Set<Option> weighed = EnumSet.noneOf(Option.class);
        Stream.concat(holding.stream(), possible.stream()).forEach(r -> weighed.addAll(r.weighs()));
        return weighed;
    }

    /** Whether what is left to its cost, and what of that is ruled out, is no longer open. */
    boolean weighingKnown() {
        return possible.stream().allMatch(r -> r.weighs().isEmpty())
                && weighed().stream().allMatch(o -> excluded(o) != Truth.UNKNOWN);
    }
}
