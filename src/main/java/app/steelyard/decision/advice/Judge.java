package app.steelyard.decision.advice;

import app.steelyard.decision.rules.Condition;
import app.steelyard.decision.rules.Option;
import app.steelyard.decision.rules.Rule;
import app.steelyard.decision.rules.RuleBook;
import app.steelyard.decision.rules.Truth;
import app.steelyard.decision.rules.Value;
import app.steelyard.decision.rules.Vocabulary;
import app.steelyard.plan.item.ContextItem;
import app.steelyard.plan.item.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Applies the rules and explains nothing, which is quick: to see what a change would do, hundreds of cases are judged.
 */
public final class Judge {
    private static final Option[] OPTIONS = Option.values();

    private final List<Rule> counting;
    private final List<Placing> placing;

    public Judge(RuleBook book) {
        counting = book.rules().stream().filter(r -> r.counts() != 0).toList();
        placing = book.rules().stream().filter(Rule::places).map(Placing::of).toList();
    }

    /** A rule that has a say in where an item goes, as numbers by option. */
    private record Placing(Condition when, double[] points, boolean[] excludes, List<Option> weighs) {
        static Placing of(Rule rule) {
            boolean[] excludes = new boolean[OPTIONS.length];
            for (Option option : OPTIONS) {
                excludes[option.ordinal()] = rule.excludes(option);
            }
            return new Placing(
                    rule.when(), Stream.of(OPTIONS).mapToDouble(rule::points).toArray(), excludes, rule.weighs());
        }
    }

    /** Judges, and adds to {@code facts} what follows from the kinds of the items. */
    public Judgement of(Facts facts) {
        List<ContextItem> items = facts.plan().plan().items();
        Map<String, Kind> kinds = new HashMap<>();
        for (ContextItem item : items) {
            Kind kind = kind(item, facts.ofItem(item));
            kinds.put(item.id(), kind);
            facts.put(item, Vocabulary.KIND, Value.of(Vocabulary.word(kind)));
        }
        facts.running(kinds);
        Judgement judgement = new Judgement(facts.plan());
        items.forEach(i -> place(facts.ofItem(i), judgement));
        return judgement;
    }

    private Kind kind(ContextItem item, Function<String, Value> values) {
        double score = 0;
        for (Rule rule : counting) {
            score += rule.when().test(values) == Truth.TRUE ? rule.counts() : 0;
        }
        return kind(item, score);
    }

    /** What an item of this score is; where nothing speaks for either, what the plan says. */
    static Kind kind(ContextItem item, double score) {
        return score > 0 ? Kind.INFORMATION : score < 0 ? Kind.BEHAVIOUR : item.kind();
    }

    private void place(Function<String, Value> values, Judgement judgement) {
        double[] points = new double[OPTIONS.length];
        boolean[] excluded = new boolean[OPTIONS.length];
        List<Option> among = new ArrayList<>();
        for (Placing rule : placing) {
            if (rule.when().test(values) == Truth.TRUE) {
                for (int o = 0; o < points.length; o++) {
                    points[o] += rule.points()[o];
                    excluded[o] |= rule.excludes()[o];
                }
                among.addAll(rule.weighs());
            }
        }
        int best = 0;
        for (int o = 1; o < points.length; o++) {
            if (excluded[o] == excluded[best] ? points[o] > points[best] : excluded[best]) {
                best = o;
            }
        }
        Option option = OPTIONS[best];
        List<Option> open =
                among.stream().distinct().filter(o -> !excluded[o.ordinal()]).toList();
        judgement.add(option, open.size() > 1 && open.contains(option) ? open : List.of());
    }
}
