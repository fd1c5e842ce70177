package app.steelyard.decision.rules;

import app.steelyard.text.Texts;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads conditions such as {@code item.kind = behaviour and not (system.requests < 1000 or unknown(item.manages))}. A
 * name has a dot in it; a word has none.
 */
public final class ConditionParser {
    private static final Texts TEXTS = Texts.of(ConditionParser.class);
    private static final Pattern TOKEN =
            Pattern.compile("\\s*([A-Za-z][A-Za-z0-9.-]*|[0-9]+(?:\\.[0-9]+)?|<=|>=|[<>=(),]|\\S)");

    private final List<String> tokens = new ArrayList<>();
    private final Vocabulary vocabulary;
    private int next;

    /** A text that is no condition; the message says where and why. */
    static final class NoCondition extends Exception {
        private static final long serialVersionUID = 1;

        private final String reason;

        NoCondition(String reason) {
            super(reason);
            this.reason = reason;
        }

        String reason() {
            return reason;
        }
    }

    private ConditionParser(String text, Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
        Matcher matcher = TOKEN.matcher(text);
        while (matcher.lookingAt()) {
            tokens.add(matcher.group(1));
            matcher.region(matcher.end(), text.length());
        }
    }

    static Condition parse(String text, Vocabulary vocabulary) throws NoCondition {
        ConditionParser parser = new ConditionParser(text, vocabulary);
        Condition condition = parser.either();
        if (!parser.peek().isEmpty()) {
            throw parser.refused("condition.end", parser.peek());
        }
        return condition;
    }

    /** The number as written in a condition. */
    static String plain(double number) {
        BigDecimal decimal = BigDecimal.valueOf(number).stripTrailingZeros();
        return decimal.toPlainString();
    }

    private Condition either() throws NoCondition {
        Condition condition = both();
        while (taken("or")) {
            condition = new Condition.Either(condition, both());
        }
        return condition;
    }

    private Condition both() throws NoCondition {
        Condition condition = single();
        while (taken("and")) {
            condition = new Condition.Both(condition, single());
        }
        return condition;
    }

    private Condition single() throws NoCondition {
        if (taken("always")) {
            return new Condition.Always();
        }
        if (taken("not")) {
            return new Condition.Not(single());
        }
        if (taken("(")) {
            Condition inner = either();
            expect(")");
            return inner;
        }
        if (taken("unknown")) {
            expect("(");
            Condition inner = new Condition.NotKnown(name());
            expect(")");
            return inner;
        }
        return comparison();
    }

    private Condition comparison() throws NoCondition {
        String name = name();
        if (taken("in")) {
            expect("(");
            List<String> words = new ArrayList<>();
            do {
                words.add(word(name));
            } while (taken(","));
            expect(")");
            return new Condition.IsOneOf(name, words);
        }
        String sign = take();
        for (Condition.Relation relation : Condition.Relation.values()) {
            if (relation.sign().equals(sign)) {
                return compared(name, relation);
            }
        }
        throw refused("condition.relation", sign);
    }

    private Condition compared(String name, Condition.Relation relation) throws NoCondition {
        if (!vocabulary.isNumber(name)) {
            if (relation != Condition.Relation.EQUAL) {
                throw refused("condition.order", name);
            }
            return new Condition.IsOneOf(name, List.of(word(name)));
        }
        String right = take();
        if (right.isEmpty() || !Character.isDigit(right.charAt(0))) {
            if (vocabulary.isNumber(right)) {
                return new Condition.ComparesNames(name, relation, right);
            }
            throw refused("condition.number", right);
        }
        return new Condition.Compares(name, relation, Double.parseDouble(right));
    }

    private String name() throws NoCondition {
        String name = take();
        if (!vocabulary.knows(name)) {
            throw refused("condition.name", name);
        }
        return name;
    }

    private String word(String name) throws NoCondition {
        String word = take();
        if (!vocabulary.words(name).contains(word)) {
            throw refused("condition.word", word, name, String.join(", ", vocabulary.words(name)));
        }
        return word;
    }

    private String peek() {
        return next < tokens.size() ? tokens.get(next) : "";
    }

    private String take() {
        String token = peek();
        next++;
        return token;
    }

    private boolean taken(String token) {
        if (peek().equals(token)) {
            next++;
            return true;
        }
        return false;
    }

    private void expect(String token) throws NoCondition {
        if (!taken(token)) {
            throw refused("condition.expected", token, peek());
        }
    }

    private NoCondition refused(String key, Object... arguments) {
        return new NoCondition(TEXTS.get(key, arguments));
    }
}
