package app.steelyard.decision;

import app.steelyard.cost.Comparison;
import app.steelyard.cost.Notice;
import app.steelyard.plan.ContextItem;
import app.steelyard.plan.Kind;
import app.steelyard.plan.Placement;
import app.steelyard.plan.Plan;
import app.steelyard.plan.Scope;
import app.steelyard.text.Texts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** From facts and rules to an option for every item and an approach for the system. */
final class Reasoning {
    private static final Texts TEXTS = Texts.of(Reasoning.class);

    private final Facts facts;
    private final RuleBook book;
    private final List<Rule> itemRules;
    private final Map<String, Classification> kinds = new HashMap<>();
    private final List<ItemAdvice> items = new ArrayList<>();
    private final Approach approach;

    private Reasoning(Facts facts, RuleBook book) {
        this.facts = facts;
        this.book = book;
        itemRules = book.rules().stream()
                .filter(r -> r.about() == Question.About.ITEM)
                .toList();
        plan().items().forEach(i -> kinds.put(i.id(), classify(i)));
        Map<String, Kind> known = new HashMap<>();
        kinds.forEach((id, c) -> known.put(id, c.kind()));
        facts.running(known);
        plan().items().forEach(i -> items.add(advise(i)));
        weigh();
        approach = approach(items.stream()
                .filter(a -> a.item().scope() != Scope.REQUEST)
                .map(ItemAdvice::option)
                .toList());
        items.forEach(a -> facts.put(a.item(), Vocabulary.ADVICE, Value.of(Vocabulary.word(a.option()))));
        facts.put(Vocabulary.APPROACH, Value.of(Vocabulary.word(approach)));
    }

    static Reasoning of(PlanFacts plan, Answers answers, RuleBook rules) {
        return new Reasoning(Facts.of(plan, answers), rules);
    }

    private Plan plan() {
        return facts.plan().plan();
    }

    List<ItemAdvice> items() {
        return List.copyOf(items);
    }

    Approach approach() {
        return approach;
    }

    /** What is true of an item by now, for a test that every rule can apply. */
    Set<String> holding() {
        Set<String> ids = new java.util.TreeSet<>();
        for (Rule rule : book.rules()) {
            if (rule.about() == Question.About.SYSTEM) {
                if (rule.when().test(facts.ofSystem()) == Truth.TRUE) {
                    ids.add(rule.id());
                }
            } else if (plan().items().stream().anyMatch(i -> rule.when().test(facts.ofItem(i)) == Truth.TRUE)) {
                ids.add(rule.id());
            }
        }
        return ids;
    }

    private Classification classify(ContextItem item) {
        Scorer scorer = new Scorer(itemRules, Reasoning::kindPoints);
        Function<String, Value> values = facts.ofItem(item);
        Range score = scorer.range(values, facts.openOfItem(item));
        Kind kind = score.score() > 0 ? Kind.INFORMATION : score.score() < 0 ? Kind.BEHAVIOUR : item.kind();
        return new Classification(kind, score, Classification.Level.of(score), scorer.holding(values));
    }

    private static double kindPoints(Rule rule) {
        double points = 0;
        for (Effect effect : rule.effects()) {
            if (effect instanceof Effect.Counts counts) {
                points += counts.kind() == Kind.INFORMATION
                        ? rule.strength().points()
                        : -rule.strength().points();
            }
        }
        return points;
    }

    private ItemAdvice advise(ContextItem item) {
        Classification classification = kinds.get(item.id());
        if (classification == null) {
            throw new IllegalStateException(item.id());
        }
        facts.put(item, Vocabulary.KIND, Value.of(Vocabulary.word(classification.kind())));
        Function<String, Value> known = facts.ofItem(item);
        Function<String, Value> all = facts.openOfItem(item);
        boolean either = classification.confidence() == Classification.Level.LOW;
        Function<String, Value> open = name -> either && name.equals(Vocabulary.KIND) ? Value.OPEN : all.apply(name);
        List<OptionScore> options = new ArrayList<>();
        for (Option option : Option.values()) {
            options.add(score(option, known, open));
        }
        options.sort(Comparator.comparing((OptionScore o) -> o.excluded() == Truth.TRUE)
                .thenComparingDouble(o -> -o.score().score())
                .thenComparing(OptionScore::option));
        Option best = options.get(0).option();
        return new ItemAdvice(item, classification, best, options, List.of(), possible(best, options));
    }

    private OptionScore score(Option option, Function<String, Value> known, Function<String, Value> open) {
        Scorer scorer = new Scorer(itemRules, r -> points(r, option));
        Truth excluded = Truth.FALSE;
        List<Rule> bad = new ArrayList<>();
        for (Rule rule : itemRules) {
            if (excludes(rule, option)) {
                excluded = excluded.or(rule.when().test(open).and(Truth.UNKNOWN));
                if (rule.when().test(known) == Truth.TRUE) {
                    excluded = Truth.TRUE;
                    bad.add(rule);
                }
            }
        }
        List<Rule> holding = scorer.holding(known);
        holding.stream().filter(r -> points(r, option) < 0).forEach(bad::add);
        List<Rule> good = holding.stream().filter(r -> points(r, option) > 0).toList();
        return new OptionScore(option, scorer.range(known, open), excluded, good, bad);
    }

    private static double points(Rule rule, Option option) {
        double points = 0;
        for (Effect effect : rule.effects()) {
            if (effect instanceof Effect.For good && good.option() == option) {
                points += rule.strength().points();
            } else if (effect instanceof Effect.Against bad && bad.option() == option) {
                points -= rule.strength().points();
            }
        }
        return points;
    }

    private static boolean excludes(Rule rule, Option option) {
        return rule.effects().contains(new Effect.Excludes(option));
    }

    /** What else could come out: every option that could still reach the one that is best as far as is known. */
    private static List<Option> possible(Option best, List<OptionScore> options) {
        return options.stream()
                .filter(o -> o.option() != best && o.excluded() != Truth.TRUE)
                .filter(o -> options.stream()
                        .filter(other -> other.option() != o.option() && other.excluded() == Truth.FALSE)
                        .allMatch(other -> canReach(o, other)))
                .map(OptionScore::option)
                .toList();
    }

    private static boolean canReach(OptionScore one, OptionScore other) {
        double ahead = one.score().high() - other.score().low();
        return ahead > 0 || ahead == 0 && one.option().compareTo(other.option()) < 0;
    }

    /** Puts to their cost what the rules leave to it. */
    private void weigh() {
        for (int i = 0; i < items.size(); i++) {
            ItemAdvice advice = items.get(i);
            Function<String, Value> values = facts.ofItem(advice.item());
            List<Option> among = itemRules.stream()
                    .filter(r -> r.when().test(values) == Truth.TRUE)
                    .flatMap(r -> r.effects().stream())
                    .filter(Effect.Weighs.class::isInstance)
                    .flatMap(e -> ((Effect.Weighs) e).options().stream())
                    .distinct()
                    .filter(o -> advice.score(o).excluded() != Truth.TRUE)
                    .toList();
            if (among.size() > 1 && among.contains(advice.option())) {
                items.set(i, weighed(i, advice, among));
            }
        }
    }

    private ItemAdvice weighed(int index, ItemAdvice advice, List<Option> among) {
        List<ItemAdvice.Weighed> weighed = among.stream()
                .map(o -> cost(index, o))
                .sorted(Comparator.comparing((ItemAdvice.Weighed w) -> !w.feasible())
                        .thenComparingDouble(w -> Double.isNaN(w.tco()) ? Double.POSITIVE_INFINITY : w.tco()))
                .toList();
        ItemAdvice.Weighed first = weighed.get(0);
        Option option = Double.isNaN(first.tco()) ? advice.option() : first.option();
        return new ItemAdvice(
                advice.item(), advice.classification(), option, advice.options(), weighed, advice.alsoPossible());
    }

    private ItemAdvice.Weighed cost(int index, Option option) {
        List<ContextItem> placed =
                new ArrayList<>(items.stream().map(ItemAdvice::applied).toList());
        placed.set(index, placed.get(index).withPlacement(option.placement()));
        List<Placement> placements = placed.stream().map(ContextItem::placement).toList();
        return Comparison.of(plan().withItems(placed), facts.plan().book()).priced().stream()
                .filter(e -> e.architecture().placements().equals(placements))
                .findFirst()
                .map(e -> new ItemAdvice.Weighed(option, e.measures().tco(), e.feasible()))
                .orElse(new ItemAdvice.Weighed(option, Double.NaN, true));
    }

    /** What these options together are called. */
    static Approach approach(List<Option> options) {
        Set<Option> used = EnumSet.noneOf(Option.class);
        used.addAll(options);
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

    /** Every other approach that what is open could lead to. */
    List<Approach> alsoPossible() {
        Set<Set<Option>> reached = Set.of(EnumSet.noneOf(Option.class));
        for (ItemAdvice advice : items) {
            if (advice.item().scope() == Scope.REQUEST) {
                continue;
            }
            Set<Set<Option>> next = new java.util.HashSet<>();
            List<Option> options = new ArrayList<>(advice.alsoPossible());
            options.add(advice.option());
            advice.weighed().forEach(w -> options.add(w.option()));
            for (Set<Option> before : reached) {
                for (Option option : options) {
                    Set<Option> after = EnumSet.of(option);
                    after.addAll(before);
                    next.add(after);
                }
            }
            reached = next;
        }
        Set<Approach> approaches = EnumSet.noneOf(Approach.class);
        reached.forEach(used -> approaches.add(approach(List.copyOf(used))));
        approaches.remove(approach);
        return List.copyOf(approaches);
    }

    /** What to know: what the rules tell, and where they contradict each other. */
    List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        for (Rule rule : book.rules()) {
            rule.effects().stream()
                    .filter(Effect.Tells.class::isInstance)
                    .map(e -> ((Effect.Tells) e).severity())
                    .findFirst()
                    .ifPresent(severity -> tell(rule, severity, findings));
        }
        items.forEach(a -> conflicts(a, findings));
        findings.sort(Comparator.comparing(Finding::severity).reversed());
        return List.copyOf(findings);
    }

    private void tell(Rule rule, Notice.Severity severity, List<Finding> findings) {
        if (rule.about() == Question.About.SYSTEM) {
            if (rule.when().test(facts.ofSystem()) == Truth.TRUE) {
                findings.add(new Finding(severity, "", rule.sentence(), List.of(rule)));
            }
            return;
        }
        for (ContextItem item : plan().items()) {
            if (rule.when().test(facts.ofItem(item)) == Truth.TRUE) {
                findings.add(new Finding(severity, item.id(), rule.sentence(), List.of(rule)));
            }
        }
    }

    /** Two strong rules that point in opposite directions are never settled silently. */
    private void conflicts(ItemAdvice advice, List<Finding> findings) {
        for (OptionScore option : advice.options()) {
            List<Rule> good = strong(option.good());
            List<Rule> bad = strong(option.bad());
            if (!good.isEmpty() && !bad.isEmpty()) {
                findings.add(conflict(
                        advice, good.get(0), bad.get(0), option.option().label()));
            }
        }
        List<Rule> counted = strong(advice.classification().because());
        List<Rule> information = counted.stream().filter(r -> kindPoints(r) > 0).toList();
        List<Rule> behaviour = counted.stream().filter(r -> kindPoints(r) < 0).toList();
        if (!information.isEmpty() && !behaviour.isEmpty()) {
            findings.add(conflict(advice, information.get(0), behaviour.get(0), TEXTS.get("conflict.kind")));
        }
    }

    private static Finding conflict(ItemAdvice advice, Rule good, Rule bad, String about) {
        return new Finding(
                Notice.Severity.WARNING,
                advice.item().id(),
                TEXTS.get("conflict", advice.item().name(), about, good.sentence(), bad.sentence()),
                List.of(good, bad));
    }

    private static List<Rule> strong(List<Rule> rules) {
        return rules.stream().filter(r -> r.strength() == Strength.STRONG).toList();
    }
}
