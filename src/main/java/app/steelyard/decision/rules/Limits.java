package app.steelyard.decision.rules;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The numbers that rules and questions compare a name with: between two of them no rule or question tells a value from
 * another.
 */
public final class Limits {
    /** Tells every value from every other. */
    public static final Limits NONE = new Limits(Map.of(), Set.of(), false);

    private final Map<String, double[]> numbers;
    /** Names that are compared with other names. */
    private final Set<String> exact;

    private final boolean known;

    private Limits(Map<String, double[]> numbers, Set<String> exact, boolean known) {
        this.numbers = numbers;
        this.exact = exact;
        this.known = known;
    }

    public static Limits of(List<Rule> rules) {
        Map<String, Set<Double>> numbers = new HashMap<>();
        Set<String> exact = new HashSet<>();
        Stream.concat(
                        rules.stream().map(Rule::when),
                        Questions.get().all().stream().map(Question::when))
                .forEach(c -> collect(c, numbers, exact));
        return new Limits(
                numbers.entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey,
                                e -> e.getValue().stream().mapToDouble(d -> d).toArray())),
                exact,
                true);
    }

    private static void collect(Condition condition, Map<String, Set<Double>> numbers, Set<String> exact) {
        switch (condition) {
            case Condition.Compares c ->
                numbers.computeIfAbsent(c.name(), n -> new TreeSet<>()).add(c.number());
            case Condition.ComparesNames c -> exact.addAll(c.names());
            case Condition.Not not -> collect(not.inner(), numbers, exact);
            case Condition.Both both -> {
                collect(both.left(), numbers, exact);
                collect(both.right(), numbers, exact);
            }
            case Condition.Either either -> {
                collect(either.left(), numbers, exact);
                collect(either.right(), numbers, exact);
            }
            case Condition.Always always -> {}
            case Condition.IsOneOf words -> {}
            case Condition.NotKnown unknown -> {}
        }
    }

    /** Whether no rule tells one value of {@code name} from the other. */
    public boolean alike(String name, Value one, Value other) {
        return one.equals(other)
                || one instanceof Value.Num first
                        && other instanceof Value.Num second
                        && alike(name, first.value(), second.value());
    }

    /** Whether no rule tells one number from the other, where {@code name} stands for them. */
    public boolean alike(String name, double one, double other) {
        return one == other || known && !exact.contains(name) && place(name, one) == place(name, other);
    }

    /** What is equal for values of {@code name} that are alike. */
    public Object place(String name, Value value) {
        return switch (value) {
            case Value.Num number when !exact.contains(name) -> place(name, number.value());
            case Value.Between between
            when !exact.contains(name) -> List.of(place(name, between.low()), place(name, between.high()));
            default -> value;
        };
    }

    /** Even between two limits, odd at one. */
    private int place(String name, double value) {
        double[] of = numbers.getOrDefault(name, NOTHING);
        // Nothing below zero is meant by a negative one.
        int at = Arrays.binarySearch(of, value + 0.0);
        return at >= 0 ? 2 * at + 1 : -2 * (at + 1);
    }

    private static final double[] NOTHING = {};
}
