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
import app.steelyard.text.Names;
import app.steelyard.text.Texts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** From facts and rules to an option for every item and an approach for the system. */
public final class Reasoning {
    private static final Texts TEXTS = Texts.of(Reasoning.class);

    private final Facts facts;
    private final RuleBook book;
    private final List<Rule> itemRules;
    private final Reach reach;
    private final List<ItemAdvice> items = new ArrayList<>();
    private final Approach approach;

    private Reasoning(PlanFacts plan, Answers answers, RuleBook book) {
        facts = Facts.of(plan, answers);
        this.book = book;
        itemRules = book.rules().stream()
                .filter(r -> r.about() == Question.About.ITEM)
                .toList();
        reach = new Reach(plan, answers, itemRules);
        Judgement judgement = new Judge(book).of(facts).judgement();
        judgement.weigh();
        boolean costKnown = reach.costKnown(judgement::byCost);
        for (int i = 0; i < plan().items().size(); i++) {
            items.add(advise(i, judgement, costKnown));
        }
        approach = judgement.approach();
        for (int i = 0; i < items.size(); i++) {
            facts.put(i, Vocabulary.ADVICE, Value.of(Names.word(items.get(i).option())));
        }
        facts.put(Vocabulary.APPROACH, Value.of(Names.word(approach)));
    }

    public static Reasoning of(PlanFacts plan, Answers answers, RuleBook rules) {
        return new Reasoning(plan, answers, rules);
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
            } else if (IntStream.range(0, items.size())
                    .anyMatch(i -> rule.when().test(facts.ofItem(i)) == Truth.TRUE)) {
                ids.add(rule.id());
            }
        }
        return ids;
    }

    private ItemAdvice advise(int index, Judgement judgement, boolean costKnown) {
        Option taken = judgement.option(index);
        ContextItem item = plan().items().get(index);
        Function<String, Value> values = facts.ofItem(index);
        List<Rule> listed = itemRules.stream()
                .filter(r -> r.when().test(values) == Truth.TRUE)
                .toList();
        List<Rule> holding = listed.stream()
                .sorted(Comparator.comparing(Rule::strength).reversed())
                .toList();
        Reach.ItemReach far = reach.of(index);
        List<OptionScore> options = Stream.of(Option.values())
                .map(o -> score(o, listed, holding, far))
                .sorted(Comparator.comparing((OptionScore o) -> o.excluded() == Truth.TRUE)
                        .thenComparingDouble(o -> -o.score().score())
                        .thenComparing(OptionScore::option))
                .toList();
        List<Option> others = costKnown
                ? List.of()
                : options.stream()
                        .map(OptionScore::option)
                        .filter(o -> o != taken && far.options().contains(o))
                        .toList();
        return new ItemAdvice(item, classify(item, holding, far), taken, options, judgement.weighed(index), others);
    }

    private static Classification classify(ContextItem item, List<Rule> holding, Reach.ItemReach far) {
        ScoreRange score = range(holding, Rule::counts, far.counts());
        return new Classification(
                Judge.kind(item, score.score()),
                score,
                Classification.Level.of(score),
                holding.stream().filter(r -> r.counts() != 0).toList());
    }

    private static OptionScore score(Option option, List<Rule> listed, List<Rule> holding, Reach.ItemReach far) {
        List<Rule> excluding = listed.stream().filter(r -> r.excludes(option)).toList();
        return new OptionScore(
                option,
                range(
                        holding,
                        r -> r.points(option),
                        Objects.requireNonNull(far.scores().get(option))),
                excluding.isEmpty()
                        ? Truth.UNKNOWN.and(
                                Objects.requireNonNull(far.excluded().get(option)))
                        : Truth.TRUE,
                holding.stream().filter(r -> r.points(option) > 0).toList(),
                Stream.concat(excluding.stream(), holding.stream().filter(r -> r.points(option) < 0))
                        .toList());
    }

    private static ScoreRange range(List<Rule> holding, ToDoubleFunction<Rule> points, OpenRules.Ends ends) {
        return new ScoreRange(ends.low(), holding.stream().mapToDouble(points).sum(), ends.high());
    }

    /** Every other approach that what is open could lead to. */
    public List<Approach> alsoPossible() {
        List<Set<Set<Option>>> each = new ArrayList<>();
        for (ItemAdvice advice : items) {
            boolean unsure = facts.statements().unsure(advice.item(), "scope");
            if (unsure || advice.item().scope() != Scope.REQUEST) {
                Set<Set<Option>> ways = new HashSet<>();
                ways.add(EnumSet.of(advice.option()));
                advice.alsoPossible().forEach(o -> ways.add(EnumSet.of(o)));
                if (unsure) {
                    // What is new with every request says nothing of the system.
                    ways.add(EnumSet.noneOf(Option.class));
                }
                each.add(ways);
            }
        }
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
        for (int i = 0; i < items.size(); i++) {
            if (rule.when().test(facts.ofItem(i)) == Truth.TRUE) {
                String id = items.get(i).item().id();
                findings.add(new Finding(severity, id, rule.sentence(), List.of(rule)));
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
