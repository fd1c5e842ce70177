package app.steelyard.decision.advice;

import app.steelyard.decision.rules.Questions;
import app.steelyard.decision.rules.Rule;
import app.steelyard.decision.rules.Truth;
import app.steelyard.decision.rules.Value;
import app.steelyard.decision.rules.Vocabulary;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/** Adds up what rules say, and how far what is not known could move the sum. */
final class Scorer {
    private final Vocabulary vocabulary = Questions.get().vocabulary();
    private final List<Rule> rules;
    private final ToDoubleFunction<Rule> points;

    /**
     * @param rules those that can count at all
     * @param points what a rule adds where it holds
     */
    Scorer(List<Rule> rules, ToDoubleFunction<Rule> points) {
        this.rules = rules.stream().filter(r -> points.applyAsDouble(r) != 0).toList();
        this.points = points;
    }

    /**
     * The score where {@code known} counts, and its bounds where {@code open} does, whose open values could still become
     * anything. A rule that hangs on a single open choice is bounded together with the others that hang on
     * it, since only one of its words can be true.
     */
    ScoreRange range(Function<String, Value> known, Function<String, Value> open) {
        double score = sum(known);
        double low = 0;
        double high = 0;
        Map<String, List<Rule>> hanging = new HashMap<>();
        for (Rule rule : rules) {
            double value = points.applyAsDouble(rule);
            switch (rule.when().test(open)) {
                case TRUE -> {
                    low += value;
                    high += value;
                }
                case UNKNOWN -> {
                    String single = single(rule, open);
                    if (single.isEmpty()) {
                        low += Math.min(0, value);
                        high += Math.max(0, value);
                    } else {
                        hanging.computeIfAbsent(single, n -> new ArrayList<>()).add(rule);
                    }
                }
                case FALSE -> {
                    // Counts in no case.
                }
            }
        }
        for (Map.Entry<String, List<Rule>> entry : hanging.entrySet()) {
            double least = Double.POSITIVE_INFINITY;
            double most = Double.NEGATIVE_INFINITY;
            for (Value value : outcomes(entry.getKey())) {
                double sum = 0;
                for (Rule rule : entry.getValue()) {
                    Truth truth = rule.when().test(n -> n.equals(entry.getKey()) ? value : open.apply(n));
                    sum += truth == Truth.TRUE ? points.applyAsDouble(rule) : 0;
                }
                least = Math.min(least, sum);
                most = Math.max(most, sum);
            }
            low += least;
            high += most;
        }
        return new ScoreRange(Math.min(low, score), score, Math.max(high, score));
    }

    private double sum(Function<String, Value> values) {
        return rules.stream()
                .filter(r -> r.when().test(values) == Truth.TRUE)
                .mapToDouble(points)
                .sum();
    }

    /** Everything that an open name could still stand for; that nobody ever says is among it. */
    private List<Value> outcomes(String name) {
        return Stream.concat(vocabulary.words(name).stream().map(Value::of), Stream.of(Value.UNKNOWN, Value.NONE))
                .toList();
    }

    /** The one open name that the rule hangs on, if it stands for words and there is only one; else empty. */
    private String single(Rule rule, Function<String, Value> values) {
        Set<String> names = rule.when().names();
        List<String> open = names.stream()
                .filter(n -> values.apply(n) instanceof Value.Open)
                .toList();
        return open.size() == 1 && !vocabulary.isNumber(open.get(0)) ? open.get(0) : "";
    }

    /** The rules that hold, the strongest first. */
    List<Rule> holding(Function<String, Value> values) {
        return rules.stream()
                .filter(r -> r.when().test(values) == Truth.TRUE)
                .sorted(Comparator.comparing(Rule::strength).reversed())
                .toList();
    }
}
