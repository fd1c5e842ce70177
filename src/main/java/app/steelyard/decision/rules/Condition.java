package app.steelyard.decision.rules;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * When a rule applies or a question is asked: comparisons of a name with a number or words, joined by {@code and},
 * {@code or} and {@code not}. What is not known makes a comparison neither true nor false.
 */
public sealed interface Condition {

    /** Whether it holds where {@code values} gives each name's value. */
    Truth test(Function<String, Value> values);

    /** Every name in it. */
    default Set<String> names() {
        return named().collect(Collectors.toCollection(TreeSet::new));
    }

    private Stream<String> named() {
        return switch (this) {
            case Always always -> Stream.empty();
            case Compares one -> Stream.of(one.name);
            case ComparesNames two -> Stream.of(two.name, two.other);
            case IsOneOf one -> Stream.of(one.name);
            case NotKnown one -> Stream.of(one.name);
            case Not not -> not.inner.named();
            case Both both -> Stream.concat(both.left.named(), both.right.named());
            case Either either -> Stream.concat(either.left.named(), either.right.named());
        };
    }

    /** Holds always. */
    record Always() implements Condition {
        @Override
        public Truth test(Function<String, Value> values) {
            return Truth.TRUE;
        }

        @Override
        public String toString() {
            return "always";
        }
    }

    /** A name's number against another. */
    record Compares(String name, Relation relation, double number) implements Condition {
        @Override
        public Truth test(Function<String, Value> values) {
            return switch (values.apply(name)) {
                case Value.Num known -> Truth.of(relation.holds(known.value(), number));
                case Value.Between ends -> relation.holds(ends.low(), ends.high(), number);
                case Value.Unknown unknown -> Truth.UNKNOWN;
                case Value.Open open -> Truth.UNKNOWN;
                default -> Truth.FALSE;
            };
        }

        @Override
        public String toString() {
            return name + " " + relation.sign() + " " + ConditionParser.plain(number);
        }
    }

    /** A name's number against another name's. */
    record ComparesNames(String name, Relation relation, String other) implements Condition {
        @Override
        public Truth test(Function<String, Value> values) {
            Value left = values.apply(name);
            Value right = values.apply(other);
            if (left instanceof Value.Num known && right instanceof Value.Num to) {
                return Truth.of(relation.holds(known.value(), to.value()));
            }
            return left instanceof Value.None || right instanceof Value.None ? Truth.FALSE : Truth.UNKNOWN;
        }

        @Override
        public String toString() {
            return name + " " + relation.sign() + " " + other;
        }
    }

    /** A name's word is one of some. */
    record IsOneOf(String name, List<String> words) implements Condition {
        public IsOneOf {
            words = List.copyOf(words);
        }

        @Override
        public Truth test(Function<String, Value> values) {
            return switch (values.apply(name)) {
                case Value.Word known -> Truth.of(words.contains(known.word()));
                case Value.Unknown unknown -> Truth.UNKNOWN;
                case Value.Open open -> Truth.UNKNOWN;
                default -> Truth.FALSE;
            };
        }

        @Override
        public String toString() {
            return words.size() == 1 ? name + " = " + words.get(0) : name + " in (" + String.join(", ", words) + ")";
        }
    }

    /** Nobody said what the name stands for. */
    record NotKnown(String name) implements Condition {
        @Override
        public Truth test(Function<String, Value> values) {
            Value value = values.apply(name);
            return value instanceof Value.Open ? Truth.UNKNOWN : Truth.of(value instanceof Value.Unknown);
        }

        @Override
        public String toString() {
            return "unknown(" + name + ")";
        }
    }

    /** Not the other. */
    record Not(Condition inner) implements Condition {
        @Override
        public Truth test(Function<String, Value> values) {
            return inner.test(values).not();
        }

        @Override
        public String toString() {
            return "not " + (inner instanceof Both || inner instanceof Either ? "(" + inner + ")" : inner);
        }
    }

    /** Both. */
    record Both(Condition left, Condition right) implements Condition {
        @Override
        public Truth test(Function<String, Value> values) {
            Truth truth = left.test(values);
            return truth == Truth.FALSE ? truth : truth.and(right.test(values));
        }

        @Override
        public String toString() {
            return side(left) + " and " + side(right);
        }

        private static String side(Condition side) {
            return side instanceof Either ? "(" + side + ")" : side.toString();
        }
    }

    /** At least one. */
    record Either(Condition left, Condition right) implements Condition {
        @Override
        public Truth test(Function<String, Value> values) {
            return left.test(values).or(right.test(values));
        }

        @Override
        public String toString() {
            return left + " or " + right;
        }
    }

    /** How two numbers compare. */
    enum Relation {
        LESS("<"),
        AT_MOST("<="),
        EQUAL("="),
        AT_LEAST(">="),
        MORE(">");

        private final String sign;

        Relation(String sign) {
            this.sign = sign;
        }

        String sign() {
            return sign;
        }

        /** Whether it holds of all numbers from {@code low} to {@code high}, or of some. */
        Truth holds(double low, double high, double right) {
            if (this == EQUAL) {
                return low <= right && right <= high ? Truth.UNKNOWN : Truth.FALSE;
            }
            Truth atLow = Truth.of(holds(low, right));
            return atLow == Truth.of(holds(high, right)) ? atLow : Truth.UNKNOWN;
        }

        boolean holds(double left, double right) {
            return switch (this) {
                case LESS -> left < right;
                case AT_MOST -> left <= right;
                case EQUAL -> left == right;
                case AT_LEAST -> left >= right;
                case MORE -> left > right;
            };
        }
    }
}
