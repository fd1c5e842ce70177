package app.steelyard.decision.advice;

import app.steelyard.decision.advice.OpenRules.Ends;
import app.steelyard.decision.answers.Answers;
import app.steelyard.decision.rules.Limits;
import app.steelyard.decision.rules.Option;
import app.steelyard.decision.rules.Rule;
import app.steelyard.decision.rules.Truth;
import app.steelyard.decision.rules.Value;
import app.steelyard.decision.rules.Vocabulary;
import app.steelyard.plan.item.ContextItem;
import app.steelyard.plan.item.Kind;
import app.steelyard.plan.item.Scope;
import app.steelyard.text.Names;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntPredicate;

/**
 * How far what is open could move each item, whatever the answers turn out to be. Each item is looked at in every case of its
 * first open choice and as either kind that it can then be; between those, sums are bounded by their ends. The bounds
 * may be wider than what can really come, and are never narrower.
 */
final class Reach {
    private static final Option[] OPTIONS = Option.values();
    private static final String RUNNING = "item.runningTokens";

    private final Facts facts;
    private final List<Rule> rules;
    private final Limits limits;
    private final List<ContextItem> items;
    private final List<List<Case>> cases = new ArrayList<>();
    private final List<ItemReach> reaches = new ArrayList<>();

    /** One case of an item's first open choice. */
    private record Case(Function<String, Value> values, Ends counts, Set<Kind> kinds) {}

    /**
     * How far what is open could move one item.
     *
     * @param counts the score of its kind
     * @param scores that of each option
     * @param excluded whether an option is ruled out; FALSE where nothing open could do it
     * @param options that it could get, its cost considered
     * @param fixed whether nothing but its cost can move it
     * @param onlyItsCost whether the same options are left to its cost, whichever comes out best by the rules
     */
    record ItemReach(
            Ends counts,
            Map<Option, Ends> scores,
            Map<Option, Truth> excluded,
            Set<Option> options,
            boolean fixed,
            boolean onlyItsCost) {}

    /** @param rules those about items */
    Reach(PlanFacts plan, Answers answers, List<Rule> rules) {
        facts = Facts.open(plan, answers);
        items = plan.plan().items();
        this.rules = rules;
        limits = Limits.of(rules);
        List<Rule> counting = rules.stream().filter(r -> r.counts() != 0).toList();
        // Of many items, most are as others to the rules.
        Map<List<Object>, List<Case>> casesOf = new HashMap<>();
        for (int i = 0; i < items.size(); i++) {
            int item = i;
            cases.add(casesOf.computeIfAbsent(likeness(i), k -> cases(item, counting)));
        }
        List<Value.Between> running = running();
        Map<List<Object>, ItemReach> reachOf = new HashMap<>();
        for (int i = 0; i < items.size(); i++) {
            Value.Between until = running.get(i);
            List<Object> likeness = new ArrayList<>(likeness(i));
            Value exact = exact(until);
            likeness.addAll(List.of(limits.place(RUNNING, exact), fits(exact)));
            List<Case> own = cases.get(i);
            reaches.add(reachOf.computeIfAbsent(likeness, k -> reach(own, until)));
        }
    }

    private List<Case> cases(int item, List<Rule> counting) {
        return facts.cases(item).stream()
                .map(values -> {
                    Ends counts = new OpenRules(counting, values).sum(Rule::counts);
                    return new Case(values, counts, kinds(items.get(item), counts));
                })
                .toList();
    }

    /** All of the item that a rule or a question could tell from another, but for the tokens of others up to it. */
    private List<Object> likeness(int item) {
        Value tokens = Value.of(items.get(item).tokens());
        List<Object> likeness = facts.likeness(item, limits);
        likeness.addAll(List.of(items.get(item).kind(), limits.place(RUNNING, tokens), fits(tokens)));
        return likeness;
    }

    ItemReach of(int item) {
        return reaches.get(item);
    }

    /**
     * Whether nothing that is open could change what is left to the cost, and how that decides.
     *
     * @param decided whether the cost of an item, by its index, was known and decided
     */
    boolean costKnown(IntPredicate decided) {
        if (!facts.statements().numbersKnown()) {
            return false;
        }
        boolean weighed = false;
        for (int i = 0; i < items.size(); i++) {
            ItemReach reach = reaches.get(i);
            // What is put to its cost is so beside the other items as they stand by then.
            boolean byCost = reach.onlyItsCost() && !weighed && decided.test(i) && !facts.outcomeOpen();
            if (!reach.fixed() && !byCost) {
                return false;
            }
            weighed |= reach.onlyItsCost() || decided.test(i);
        }
        return true;
    }

    private static Set<Kind> kinds(ContextItem item, Ends counts) {
        Set<Kind> kinds = EnumSet.noneOf(Kind.class);
        if (counts.high() > 0) {
            kinds.add(Kind.INFORMATION);
        }
        if (counts.low() < 0) {
            kinds.add(Kind.BEHAVIOUR);
        }
        if (counts.low() <= 0 && counts.high() >= 0) {
            kinds.add(item.kind());
        }
        return kinds;
    }

    private boolean canBe(int item, Kind kind) {
        return cases.get(item).stream().anyMatch(c -> c.kinds().contains(kind));
    }

    /** By item, were it information: the tokens of all information of its scope up to it, as far as these are of that kind. */
    private List<Value.Between> running() {
        List<Value.Between> running = new ArrayList<>(items.stream()
                .map(i -> new Value.Between(i.tokens(), i.tokens()))
                .toList());
        for (Scope scope : Scope.values()) {
            double low = 0;
            double high = 0;
            for (int i : facts.plan().waiting().bySize()) {
                double tokens = items.get(i).tokens();
                if (items.get(i).scope() == scope) {
                    running.set(i, new Value.Between(low + tokens, high + tokens));
                    low += canBe(i, Kind.BEHAVIOUR) ? 0 : tokens;
                    high += canBe(i, Kind.INFORMATION) ? tokens : 0;
                }
            }
        }
        return running;
    }

    private ItemReach reach(List<Case> cases, Value.Between running) {
        Ends counts = Ends.NOWHERE;
        Map<Option, Ends> scores = new EnumMap<>(Option.class);
        Map<Option, Set<Truth>> excluded = new EnumMap<>(Option.class);
        Set<Option> placed = EnumSet.noneOf(Option.class);
        Set<Option> options = EnumSet.noneOf(Option.class);
        Set<Set<Option>> left = new HashSet<>();
        boolean known = true;
        for (Case one : cases) {
            counts = counts.or(one.counts());
            for (Kind kind : one.kinds()) {
                OpenRules open = new OpenRules(rules, values(one, kind, running));
                for (Option option : OPTIONS) {
                    scores.merge(option, open.sum(r -> r.points(option)), Ends::or);
                    excluded.computeIfAbsent(option, o -> EnumSet.noneOf(Truth.class))
                            .add(open.excluded(option));
                }
                Set<Option> best = best(open);
                Set<Option> weighed = weighed(open, best);
                placed.addAll(best);
                options.addAll(best);
                options.addAll(weighed);
                left.add(weighed);
                known &= open.weighingKnown();
            }
        }
        Map<Option, Truth> ruledOut = new EnumMap<>(Option.class);
        excluded.forEach((o, truths) ->
                ruledOut.put(o, truths.size() == 1 ? truths.iterator().next() : Truth.UNKNOWN));
        boolean alike = left.size() == 1 && known;
        return new ItemReach(
                counts,
                scores,
                ruledOut,
                options,
                alike && placed.size() == 1,
                alike && left.iterator().next().containsAll(placed));
    }

    private Function<String, Value> values(Case one, Kind kind, Value.Between running) {
        Value tokens = one.values().apply("item.tokens");
        Value until = kind == Kind.BEHAVIOUR ? tokens : facts.statements().sizesKnown() ? exact(running) : Value.OPEN;
        Value fits = fits(until);
        return name -> switch (name) {
            case Vocabulary.KIND -> Value.of(Names.word(kind));
            case RUNNING -> until;
            case "item.fits" -> fits;
            default -> one.values().apply(name);
        };
    }

    private static Value exact(Value.Between between) {
        return between.low() == between.high() ? Value.of(between.low()) : between;
    }

    private Value fits(Value until) {
        double window = facts.plan().window();
        double request = facts.plan().requestTokens();
        if (Double.isNaN(window)) {
            return Value.NONE;
        }
        if (!facts.statements().sizesKnown()) {
            return Value.OPEN;
        }
        return switch (until) {
            case Value.Num known -> Value.of(known.value() + request <= window);
            case Value.Between between when between.high() + request <= window -> Value.of(true);
            case Value.Between between when between.low() + request > window -> Value.of(false);
            default -> Value.OPEN;
        };
    }

    /** The options that could come out best by the rules alone. */
    private static Set<Option> best(OpenRules open) {
        Set<Option> best = EnumSet.noneOf(Option.class);
        for (Option one : OPTIONS) {
            boolean beats = true;
            boolean beatsAll = true;
            boolean noneSure = true;
            for (Option other : OPTIONS) {
                boolean ahead = one == other || canBeat(open, one, other);
                beats &= ahead || open.excluded(other) != Truth.FALSE;
                beatsAll &= ahead;
                noneSure &= open.excluded(other) != Truth.FALSE;
            }
            // Where all are ruled out, the best of them is taken.
            if (beats && open.excluded(one) != Truth.TRUE || beatsAll && noneSure) {
                best.add(one);
            }
        }
        return best;
    }

    private static boolean canBeat(OpenRules open, Option one, Option other) {
        double ahead = open.sum(r -> r.points(one) - r.points(other)).high();
        return ahead > 0 || ahead == 0 && one.compareTo(other) < 0;
    }

    /** What could be put to its cost where one of {@code best} would come out else; empty where nothing is. */
    private static Set<Option> weighed(OpenRules open, Set<Option> best) {
        Set<Option> weighed = open.weighed();
        weighed.removeIf(o -> open.excluded(o) == Truth.TRUE);
        boolean decides = weighed.size() > 1 && weighed.stream().anyMatch(best::contains);
        return decides ? weighed : EnumSet.noneOf(Option.class);
    }
}
