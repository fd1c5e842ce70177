package app.steelyard.decision.advice;

import app.steelyard.cost.result.Evaluation;
import app.steelyard.decision.rules.Approach;
import app.steelyard.decision.rules.Option;
import app.steelyard.plan.item.ContextItem;
import app.steelyard.plan.item.Placement;
import app.steelyard.plan.item.Scope;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Which option each item gets, and what the system is then called; what the rules left to the cost is put to it. */
public final class Judgement {
    private final PlanFacts facts;
    private final List<Option> options = new ArrayList<>();
    /** By item: what is left to the cost; empty where the rules decided. */
    private final List<List<Option>> open = new ArrayList<>();

    private final List<List<ItemAdvice.Weighed>> weighed = new ArrayList<>();

    Judgement(PlanFacts facts) {
        this.facts = facts;
    }

    /** Adds the next item with what the rules gave it. */
    void add(Option option, List<Option> left) {
        options.add(option);
        open.add(left);
        weighed.add(List.of());
    }

    Option option(int item) {
        return options.get(item);
    }

    /** The cost of each option that the rules left to it; empty where they decided. */
    List<ItemAdvice.Weighed> weighed(int item) {
        return weighed.get(item);
    }

    /** Whether the item was put to its cost, and that is known. */
    boolean byCost(int item) {
        return !weighed.get(item).isEmpty()
                && !Double.isNaN(weighed.get(item).get(0).tco());
    }

    /** Puts everything to its cost that the rules left to it. */
    void weigh() {
        for (int i = 0; i < options.size(); i++) {
            weigh(i);
        }
    }

    private void weigh(int item) {
        if (open.get(item).isEmpty() || !weighed.get(item).isEmpty()) {
            return;
        }
        List<ItemAdvice.Weighed> costs = open.get(item).stream()
                .map(o -> cost(item, o))
                .sorted(Comparator.comparing((ItemAdvice.Weighed w) -> !w.feasible())
                        .thenComparingDouble(w -> Double.isNaN(w.ranked()) ? Double.POSITIVE_INFINITY : w.ranked()))
                .toList();
        weighed.set(item, costs);
        if (!Double.isNaN(costs.get(0).tco())) {
            options.set(item, costs.get(0).option());
        }
    }

    private ItemAdvice.Weighed cost(int item, Option option) {
        List<Placement> placements =
                new ArrayList<>(options.stream().map(Option::placement).toList());
        placements.set(item, option.placement());
        return facts.costs().of(placements) instanceof Evaluation.Priced priced
                ? new ItemAdvice.Weighed(option, priced.measures().tco(), priced.ranked(), priced.feasible())
                : new ItemAdvice.Weighed(option, Double.NaN, Double.NaN, true);
    }

    /** What the system is called, putting to their cost no more items than that takes. */
    public Approach approach() {
        Set<Approach> approaches = reachable();
        for (int i = 0; approaches.size() > 1; i++) {
            if (!open.get(i).isEmpty()) {
                weigh(i);
                approaches = reachable();
            }
        }
        return approaches.iterator().next();
    }

    private Set<Approach> reachable() {
        List<ContextItem> items = facts.plan().items();
        List<Set<Set<Option>>> each = new ArrayList<>();
        Set<Option> certain = EnumSet.noneOf(Option.class);
        for (int i = 0; i < items.size(); i++) {
            if (items.get(i).scope() != Scope.REQUEST) {
                if (weighed.get(i).isEmpty() && !open.get(i).isEmpty()) {
                    each.add(open.get(i).stream().map(EnumSet::of).collect(Collectors.toSet()));
                } else {
                    certain.add(options.get(i));
                }
            }
        }
        each.add(Set.of(certain));
        return reachable(each);
    }

    /**
     * Every approach that can be made.
     *
     * @param each by item the ways it can go, each with the options it then uses
     */
    static Set<Approach> reachable(List<Set<Set<Option>>> each) {
        Set<Set<Option>> reached = Set.of(EnumSet.noneOf(Option.class));
        // Items that can go the same ways for certain add nothing to one another.
        Set<Set<Set<Option>>> certain = new HashSet<>();
        for (Set<Set<Option>> ways : each) {
            if (ways.size() > 1 || certain.add(ways)) {
                Set<Set<Option>> next = new HashSet<>();
                for (Set<Option> before : reached) {
                    for (Set<Option> way : ways) {
                        Set<Option> after = EnumSet.copyOf(before);
                        after.addAll(way);
                        next.add(after);
                    }
                }
                reached = next;
            }
        }
        Set<Approach> approaches = EnumSet.noneOf(Approach.class);
        reached.forEach(used -> approaches.add(approach(used)));
        return approaches;
    }

    /** What these options together are called. */
    private static Approach approach(Set<Option> used) {
        if (used.contains(Option.WEIGHTS)) {
            return used.contains(Option.CACHED_PREFIX) || used.contains(Option.RETRIEVED)
                    ? Approach.HYBRID
                    : Approach.FINE_TUNING;
        }
        if (used.contains(Option.RETRIEVED)) {
            return Approach.RETRIEVAL;
        }
        if (used.contains(Option.CACHED_PREFIX)) {
            return Approach.PROMPT_CACHING;
        }
        return used.contains(Option.STRUCTURED_OUTPUT) ? Approach.STRUCTURED_OUTPUT : Approach.PLAIN_PROMPT;
    }
}
