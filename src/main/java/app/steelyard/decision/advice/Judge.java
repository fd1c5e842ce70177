package app.steelyard.decision.advice;

import app.steelyard.decision.answers.Answers;
import app.steelyard.decision.rules.AnswerKey;
import app.steelyard.decision.rules.Approach;
import app.steelyard.decision.rules.Limits;
import app.steelyard.decision.rules.Option;
import app.steelyard.decision.rules.Rule;
import app.steelyard.decision.rules.RuleBook;
import app.steelyard.decision.rules.Truth;
import app.steelyard.decision.rules.Value;
import app.steelyard.decision.rules.Vocabulary;
import app.steelyard.plan.item.ContextItem;
import app.steelyard.plan.item.Kind;
import app.steelyard.text.Names;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Applies the rules and explains nothing, which is quick: to see what a change would do, thousands of cases are judged, and
 * each takes from the first what the change leaves alone.
 */
public final class Judge {
    private static final Option[] OPTIONS = Option.values();

    private final Limits limits;
    private final Rules counting;
    private final Rules placing;

    public Judge(RuleBook book) {
        limits = Limits.of(book.rules());
        counting = new Rules(book.rules().stream().filter(r -> r.counts() != 0).toList());
        placing = new Rules(book.rules().stream().filter(Rule::places).toList());
    }

    /** Some rules, and which of them hang on a name. */
    private static final class Rules {
        private final List<Rule> all;
        private final Map<String, List<Integer>> byName = new HashMap<>();

        Rules(List<Rule> all) {
            this.all = all;
            for (int r = 0; r < all.size(); r++) {
                int rule = r;
                all.get(r)
                        .when()
                        .names()
                        .forEach(n -> byName.computeIfAbsent(n, k -> new ArrayList<>())
                                .add(rule));
            }
        }

        boolean[] holding(Function<String, Value> values) {
            boolean[] holding = new boolean[all.size()];
            for (int r = 0; r < holding.length; r++) {
                holding[r] = holds(r, values);
            }
            return holding;
        }

        /** Those that hang on {@code name}. */
        List<Integer> on(String name) {
            return byName.getOrDefault(name, List.of());
        }

        boolean[] holding(Function<String, Value> values, boolean[] before, Set<String> names) {
            return holding(values, before, names, List.of());
        }

        /**
         * The same where only the values of {@code names} differ from those that {@code before} is for.
         *
         * @param but rules that are left as they were
         */
        @SuppressWarnings("ReferenceEquality") // The array given is copied once, when it first changes.
        boolean[] holding(Function<String, Value> values, boolean[] before, Set<String> names, List<Integer> but) {
            boolean[] holding = before;
            for (String name : names) {
                for (int rule : on(name)) {
                    if (!but.contains(rule)) {
                        boolean holds = holds(rule, values);
                        if (holds != holding[rule]) {
                            holding = holding == before ? before.clone() : holding;
                            holding[rule] = holds;
                        }
                    }
                }
            }
            return holding;
        }

        private boolean holds(int rule, Function<String, Value> values) {
            return all.get(rule).when().test(values) == Truth.TRUE;
        }
    }

    /**
     * One item as judged.
     *
     * @param counts which of the rules that count hold
     * @param kind what it then is
     * @param places which of the rules that have a say in where it goes hold
     * @param left what is left to the cost; empty where the rules decide
     */
    private record Judged(boolean[] counts, Kind kind, boolean[] places, Option option, List<Option> left) {
        boolean goesAs(Judged other) {
            return option == other.option && left.equals(other.left);
        }
    }

    /** One case as judged, from which others can be. */
    public final class Case {
        private final Facts facts;
        private final @Nullable Case before;
        private @Nullable Approach approach;
        /** In a case made from another, a rule that makes no difference may be left as it was there. */
        private final List<Judged> items = new ArrayList<>();
        /** The items that go the same way however long the first token takes without the cache. */
        private final BitSet patient = new BitSet();

        private Case(Facts facts) {
            this.facts = facts;
            this.before = null;
            int count = facts.plan().plan().items().size();
            List<boolean[]> counts = new ArrayList<>();
            List<Kind> kinds = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                counts.add(counting.holding(facts.ofItem(i)));
                kinds.add(kind(i, counts.get(i)));
            }
            facts.running(kinds);
            for (int i = 0; i < count; i++) {
                items.add(placed(counts.get(i), kinds.get(i), placing.holding(facts.ofItem(i))));
                patient.set(i, patient(items.get(i)));
            }
        }

        private boolean patient(Judged item) {
            List<Integer> rules = placing.on(Facts.PLAIN_SECONDS);
            if (rules.size() > 1) {
                return false;
            }
            boolean[] otherwise = item.places().clone();
            rules.forEach(r -> otherwise[r] = !otherwise[r]);
            return placed(item.counts(), item.kind(), otherwise).goesAs(item);
        }

        /** Most items are left alone by most changes. */
        private Case(Facts facts, Case before) {
            this.facts = facts;
            this.before = before;
            items.addAll(before.items);
            Set<String> everywhere = facts.differing(before.facts);
            boolean same = facts.sizedAs(before.facts);
            for (int i = 0; i < items.size(); i++) {
                if (!everywhere.isEmpty() || !facts.same(before.facts, i)) {
                    same &= counted(i, facts.differing(before.facts, i, everywhere));
                }
            }
            if (!same) {
                facts.running(items.stream().map(Judged::kind).toList());
            }
            for (int i = 0; i < items.size(); i++) {
                if (!everywhere.isEmpty() || !facts.same(before.facts, i)) {
                    items.set(i, again(before, i, facts.differing(before.facts, i, everywhere)));
                }
            }
        }

        /** Whether the item is still of the same kind. */
        @SuppressWarnings("ReferenceEquality") // The same array says that nothing changed.
        private boolean counted(int item, Set<String> differing) {
            Judged known = items.get(item);
            boolean[] counts = counting.holding(facts.ofItem(item), known.counts(), differing);
            boolean told = !differing.contains(Vocabulary.KIND);
            Kind kind = told && counts == known.counts() ? known.kind() : kind(item, counts);
            items.set(item, new Judged(counts, kind, known.places(), known.option(), known.left()));
            return told && kind == known.kind();
        }

        private Kind kind(int item, boolean[] holding) {
            Kind kind = Judge.this.kind(facts.plan().plan().items().get(item), holding);
            facts.put(item, Vocabulary.KIND, Value.of(Names.word(kind)));
            return kind;
        }

        @SuppressWarnings("ReferenceEquality") // The same array says that nothing changed.
        private Judged again(Case before, int item, Set<String> differing) {
            Judged known = items.get(item);
            Function<String, Value> values = facts.ofItem(item);
            List<Integer> slow = before.patient.get(item) ? placing.on(Facts.PLAIN_SECONDS) : List.of();
            boolean[] places = placing.holding(values, known.places(), differing, slow);
            if (places != known.places() && !slow.isEmpty()) {
                places = placing.holding(values, known.places(), differing);
            }
            return places == known.places() ? known : placed(known.counts(), known.kind(), places);
        }

        public Facts facts() {
            return facts;
        }

        /** What comes of another answer, or none, to the question that {@code key} means. */
        public Case with(AnswerKey key, Answers answers) {
            return new Case(facts.with(key, answers, limits), this);
        }

        /** What comes of a plan that differs in numbers of its items and traffic alone. */
        public Case with(PlanFacts plan) {
            return new Case(facts.with(plan, limits), this);
        }

        /** What the system is called, which is no question where the rules alone decide and each item goes as before. */
        public Approach approach() {
            Approach known = approach;
            if (known == null) {
                known = before != null && goesAs(before)
                        ? before.approach()
                        : judgement().approach();
                approach = known;
            }
            return known;
        }

        private boolean goesAs(Case other) {
            for (int i = 0; i < items.size(); i++) {
                Judged item = items.get(i);
                if (!item.left().isEmpty() || !item.goesAs(other.items.get(i))) {
                    return false;
                }
            }
            return true;
        }

        public Judgement judgement() {
            Judgement judgement = new Judgement(facts.plan());
            items.forEach(i -> judgement.add(i.option(), i.left()));
            return judgement;
        }
    }

    /** Judges, and adds to {@code facts} what follows from the kinds of the items. */
    public Case of(Facts facts) {
        return new Case(facts);
    }

    private Kind kind(ContextItem item, boolean[] holding) {
        double score = 0;
        for (int r = 0; r < holding.length; r++) {
            score += holding[r] ? counting.all.get(r).counts() : 0;
        }
        return kind(item, score);
    }

    /** What an item of this score is; where nothing speaks for either, what the plan says. */
    static Kind kind(ContextItem item, double score) {
        return score > 0 ? Kind.INFORMATION : score < 0 ? Kind.BEHAVIOUR : item.kind();
    }

    private Judged placed(boolean[] counts, Kind kind, boolean[] holding) {
        double[] points = new double[OPTIONS.length];
        boolean[] excluded = new boolean[OPTIONS.length];
        List<Option> among = new ArrayList<>();
        for (int r = 0; r < holding.length; r++) {
            if (holding[r]) {
                Rule rule = placing.all.get(r);
                for (Option option : OPTIONS) {
                    points[option.ordinal()] += rule.points(option);
                    excluded[option.ordinal()] |= rule.excludes(option);
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
        return new Judged(counts, kind, holding, option, open.size() > 1 && open.contains(option) ? open : List.of());
    }
}
