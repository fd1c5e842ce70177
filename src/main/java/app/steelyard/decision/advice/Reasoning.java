package app.steelyard.decision.advice;

import app.steelyard.cost.result.Notice;
import app.steelyard.decision.answers.Answers;
import app.steelyard.decision.rules.Approach;
import app.steelyard.decision.rules.Effect;
import app.steelyard.decision.rules.Option;
import app.steelyard.decision.rules.Question;
import app.steelyard.decision.rules.Rule;
import app.steelyard.decision.rules.RuleBook;
import app.steelyard.decision.rules.Strength;
import app.steelyard.decision.rules.Truth;
import app.steelyard.decision.rules.Value;
import app.steelyard.decision.rules.Vocabulary;
import app.steelyard.plan.Plan;
import app.steelyard.plan.item.ContextItem;
import app.steelyard.plan.item.Scope;
import app.steelyard.text.Texts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** From facts and rules to an option for every item and an approach for the system. */
public final class Reasoning {
    private static final Texts TEXTS = Texts.of(Reasoning.class);

    private final Facts facts;
    private final RuleBook book;
    private final List<Rule> itemRules;
    private final List<ItemAdvice> items = new ArrayList<>();
    private final Approach approach;

    private Reasoning(Facts facts, RuleBook book) {
        this.facts = facts;
        this.book = book;
        itemRules = book.rules().stream()
                .filter(r -> r.about() == Question.About.ITEM)
                .toList();
        Judgement judgement = new Judge(book).of(facts);
        judgement.weigh();
        for (int i = 0; i < plan().items().size(); i++) {
            items.add(advise(plan().items().get(i), judgement.option(i), judgement.weighed(i)));
        }
        approach = judgement.approach();
        items.forEach(a -> facts.put(a.item(), Vocabulary.ADVICE, Value.of(Vocabulary.word(a.option()))));
        facts.put(Vocabulary.APPROACH, Value.of(Vocabulary.word(approach)));
    }

    public static Reasoning of(PlanFacts plan, Answers answers, RuleBook rules) {
        return new Reasoning(Facts.of(plan, answers), rules);
    }

    private Plan plan() {
        return facts.plan().plan();
    }

    public List<ItemAdvice> items() {
        return List.copyOf(items);
    }

    public Approach approach() {
        return approach;
    }

    /** What is true of an item by now, for a test that every rule can apply. */
    public Set<String> holding() {
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
        Scorer scorer = new Scorer(itemRules, Rule::counts);
        Function<String, Value> values = facts.ofItem(item);
        ScoreRange score = scorer.range(values, facts.openOfItem(item));
        return new Classification(
                Judge.kind(item, score.score()), score, Classification.Level.of(score), scorer.holding(values));
    }

    private ItemAdvice advise(ContextItem item, Option option, List<ItemAdvice.Weighed> weighed) {
        Classification classification = classify(item);
        Function<String, Value> known = facts.ofItem(item);
        Function<String, Value> all = facts.openOfItem(item);
        boolean either = classification.confidence() == Classification.Level.LOW;
        Function<String, Value> open = name -> either && name.equals(Vocabulary.KIND) ? Value.OPEN : all.apply(name);
        List<OptionScore> options = new ArrayList<>();
        for (Option each : Option.values()) {
            options.add(score(each, known, open));
        }
        options.sort(Comparator.comparing((OptionScore o) -> o.excluded() == Truth.TRUE)
                .thenComparingDouble(o -> -o.score().score())
                .thenComparing(OptionScore::option));
        return new ItemAdvice(item, classification, option, options, weighed, possible(option, weighed, options));
    }

    private OptionScore score(Option option, Function<String, Value> known, Function<String, Value> open) {
        Scorer scorer = new Scorer(itemRules, r -> r.points(option));
        Truth excluded = Truth.FALSE;
        List<Rule> bad = new ArrayList<>();
        for (Rule rule : itemRules) {
            if (rule.excludes(option)) {
                excluded = excluded.or(rule.when().test(open).and(Truth.UNKNOWN));
                if (rule.when().test(known) == Truth.TRUE) {
                    excluded = Truth.TRUE;
                    bad.add(rule);
                }
            }
        }
        List<Rule> holding = scorer.holding(known);
        holding.stream().filter(r -> r.points(option) < 0).forEach(bad::add);
        List<Rule> good = holding.stream().filter(r -> r.points(option) > 0).toList();
        return new OptionScore(option, scorer.range(known, open), excluded, good, bad);
    }

    /** What else could come out: every option that could still reach the one taken, but for what the cost decides. */
    private static List<Option> possible(Option taken, List<ItemAdvice.Weighed> weighed, List<OptionScore> options) {
        return options.stream()
                .filter(o -> o.option() != taken && o.excluded() != Truth.TRUE)
                .filter(o -> weighed.stream().noneMatch(w -> w.option() == o.option()))
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

    /** Every other approach that what is open could lead to. */
    public List<Approach> alsoPossible() {
        // Cost decides otherwise only where something else does.
        boolean open = items.stream().anyMatch(a -> !a.alsoPossible().isEmpty());
        List<Set<Option>> each = items.stream()
                .filter(a -> a.item().scope() != Scope.REQUEST)
                .map(a -> {
                    Set<Option> options = EnumSet.of(a.option());
                    options.addAll(a.alsoPossible());
                    if (open) {
                        a.weighed().forEach(w -> options.add(w.option()));
                    }
                    return options;
                })
                .toList();
        return Judgement.reachable(each).stream().filter(a -> a != approach).toList();
    }

    /** What to know: what the rules tell, and where they contradict each other. */
    public List<Finding> findings() {
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

    /** Two strong rules that point in opposite directions are never settled silently; what is ruled out is settled. */
    private void conflicts(ItemAdvice advice, List<Finding> findings) {
        for (OptionScore option : advice.options()) {
            List<Rule> good = strong(option.good());
            List<Rule> bad = strong(option.bad());
            if (option.excluded() != Truth.TRUE && !good.isEmpty() && !bad.isEmpty()) {
                findings.add(conflict(
                        advice, good.get(0), bad.get(0), option.option().label()));
            }
        }
        List<Rule> counted = strong(advice.classification().because());
        List<Rule> information = counted.stream().filter(r -> r.counts() > 0).toList();
        List<Rule> behaviour = counted.stream().filter(r -> r.counts() < 0).toList();
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
