package app.steelyard.decision.advice;

import app.steelyard.cost.engine.Trial;
import app.steelyard.cost.result.CachedPart;
import app.steelyard.decision.answers.Answers;
import app.steelyard.decision.rules.AnswerKey;
import app.steelyard.decision.rules.Answering;
import app.steelyard.decision.rules.Question;
import app.steelyard.decision.rules.Questions;
import app.steelyard.decision.rules.Truth;
import app.steelyard.decision.rules.Value;
import app.steelyard.plan.Design;
import app.steelyard.plan.Plan;
import app.steelyard.plan.item.ContextItem;
import app.steelyard.plan.item.Kind;
import app.steelyard.plan.item.Placement;
import app.steelyard.plan.item.Scope;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The value of every name in a condition: answers, the plan's own numbers, and what follows from prices. What nobody said
 * is {@link Value#UNKNOWN} where a decision is taken, and {@link Value#OPEN} where it is asked what an answer could still
 * change. Items go by their index in the plan.
 */
public final class Facts {
    private static final List<Question> ABOUT_ITEMS = Questions.get().about(Question.About.ITEM);

    private final PlanFacts plan;
    private final Statements statements;
    private final Map<String, Value> system;
    /** By item: what was said of it. */
    private final List<Map<String, Value>> said = new ArrayList<>();
    /** By item: what follows from that and from prices; a map is replaced, never changed, since others may share it. */
    private final List<Map<String, Value>> derived = new ArrayList<>();

    private Facts(PlanFacts plan, Answers answers, Value unsaid) {
        this.plan = plan;
        statements = new Statements(plan.plan(), answers, unsaid);
        system = SystemFacts.of(plan, statements);
    }

    /** As far as is known. */
    public static Facts of(PlanFacts plan, Answers answers) {
        return complete(new Facts(plan, answers, Value.UNKNOWN));
    }

    /** The same, where what nobody said could still be anything, and an answer could still turn out not to matter. */
    static Facts open(PlanFacts plan, Answers answers) {
        return complete(new Facts(plan, answers, Value.OPEN));
    }

    private static Facts complete(Facts facts) {
        facts.items().forEach(item -> {
            facts.said.add(facts.said(item));
            facts.derived.add(Map.of());
        });
        facts.derive();
        return facts;
    }

    /** The same with another answer, or none, to the question that {@code key} means. */
    public Facts with(AnswerKey key, Answers other) {
        Facts facts = new Facts(plan, other, statements.unsaid());
        facts.said.addAll(said);
        facts.derived.addAll(derived);
        if (key.aboutSystem()) {
            return facts.system.equals(system) ? facts : complete(new Facts(plan, other, statements.unsaid()));
        }
        for (int i = 0; i < items().size(); i++) {
            ContextItem item = items().get(i);
            if (item.id().equals(key.item())) {
                facts.said.set(i, facts.said(item));
                Map<String, Value> changed = new HashMap<>(derived.get(i));
                facts.derive(i, changed, plan.part(item).orElse(null));
                facts.derived.set(i, changed);
            }
        }
        return facts;
    }

    /** The same for a plan that differs in numbers of its items and traffic alone. */
    public Facts with(Plan other) {
        Facts facts = new Facts(plan.with(other), statements.answers(), statements.unsaid());
        for (int i = 0; i < items().size(); i++) {
            boolean same = facts.items().get(i).equals(items().get(i));
            facts.said.add(same ? said.get(i) : facts.said(facts.items().get(i)));
        }
        facts.derived.addAll(derived);
        facts.derive();
        return facts;
    }

    PlanFacts plan() {
        return plan;
    }

    Statements statements() {
        return statements;
    }

    private List<ContextItem> items() {
        return plan.plan().items();
    }

    public Function<String, Value> ofSystem() {
        return name -> system.getOrDefault(name, statements.unsaid());
    }

    Function<String, Value> ofItem(int item) {
        return values(said.get(item), derived.get(item));
    }

    private Function<String, Value> values(Map<String, Value> own, Map<String, Value> computed) {
        return name -> {
            Value value = computed.get(name);
            if (value == null) {
                value = own.get(name);
            }
            return value == null ? system.getOrDefault(name, statements.unsaid()) : value;
        };
    }

    /**
     * Every answer to the first choice about the item that is open, that nobody ever says among them: in each of these
     * cases more is known than in all of them together.
     */
    List<Function<String, Value>> cases(int item) {
        for (Question question : ABOUT_ITEMS) {
            if (question.answering() instanceof Answering.Choice choice
                    && said.get(item).get(question.name()) instanceof Value.Open) {
                boolean arises = question.when().test(ofItem(item)) == Truth.TRUE;
                return Stream.concat(
                                choice.words().stream().map(Value::of),
                                arises ? Stream.of(Value.UNKNOWN) : Stream.of(Value.UNKNOWN, Value.NONE))
                        .map(v -> values(
                                statements.of(items().get(item), Map.of(question.name(), v), ofSystem()),
                                derived.get(item)))
                        .toList();
            }
        }
        return List.of(ofItem(item));
    }

    /** The names whose values differ from those that {@code before} has for the system. */
    Set<String> differing(Facts before) {
        Set<String> names = new HashSet<>();
        differing(system, before.system, names);
        return names;
    }

    /** The names whose values differ for the item, {@code everywhere} those of the system. */
    @SuppressWarnings("ReferenceEquality") // What no answer changed is the same object, which spares the comparison.
    Set<String> differing(Facts before, int item, Set<String> everywhere) {
        if (said.get(item) == before.said.get(item) && derived.get(item) == before.derived.get(item)) {
            return everywhere;
        }
        Set<String> names = new HashSet<>(everywhere);
        differing(said.get(item), before.said.get(item), names);
        differing(derived.get(item), before.derived.get(item), names);
        return names;
    }

    @SuppressWarnings("ReferenceEquality") // As above.
    private static void differing(Map<String, Value> one, Map<String, Value> other, Set<String> names) {
        if (one != other) {
            for (Map.Entry<String, Value> entry : one.entrySet()) {
                if (!entry.getValue().equals(other.get(entry.getKey()))) {
                    names.add(entry.getKey());
                }
            }
            if (one.size() != other.size()) {
                Stream.of(one, other)
                        .flatMap(m -> m.keySet().stream())
                        .filter(n -> !one.containsKey(n) || !other.containsKey(n))
                        .forEach(names::add);
            }
        }
    }

    void put(int item, String name, Value value) {
        if (!value.equals(derived.get(item).get(name))) {
            Map<String, Value> changed = new HashMap<>(derived.get(item));
            changed.put(name, value);
            derived.set(item, changed);
        }
    }

    void put(String name, Value value) {
        system.put(name, value);
    }

    private Map<String, Value> said(ContextItem item) {
        return statements.of(item, Map.of(), ofSystem());
    }

    private void derive() {
        Map<String, CachedPart> parts = plan.parts();
        for (int i = 0; i < items().size(); i++) {
            Map<String, Value> changed = new HashMap<>(derived.get(i));
            derive(i, changed, parts.get(items().get(i).id()));
            derived.set(i, changed);
        }
        waiting();
    }

    private void derive(int index, Map<String, Value> into, @Nullable CachedPart part) {
        ContextItem item = items().get(index);
        Value unsaid = statements.unsaid();
        Value changes = ofItem(index).apply("item.changes");
        boolean known = changes instanceof Value.Num;
        Value otherwise = changes instanceof Value.None ? Value.NONE : unsaid;
        into.put(
                "item.changesPerLifetime",
                known ? plan.policy() == null ? Value.NONE : Value.of(plan.changesPerLifetime(item)) : otherwise);
        into.put("item.changesPerRound", known ? Value.of(plan.changesPerRound(item)) : otherwise);
        Trial.Prefix caching = plan.caching();
        boolean request =
                item.scope() == Scope.REQUEST && !(unsaid instanceof Value.Open && statements.unsure(item, "scope"));
        Value hitRate = unsaid;
        Value pays = unsaid;
        if (caching == null || plan.policy() == null || request) {
            hitRate = Value.NONE;
            pays = Value.NONE;
        } else if (known && part != null && ofItem(index).apply("item.tokens") instanceof Value.Num) {
            hitRate = statements.computed(Value.of(part.hitRate()));
            pays = statements.computed(
                    Value.of(part.hitRate() > caching.caches().breakEven()));
        }
        into.put("item.hitRate", hitRate);
        into.put("item.cachePays", pays);
    }

    /** How long the first token takes with an item and all that is smaller uncached, and the rest from the cache. */
    private void waiting() {
        List<Placement> placements = new ArrayList<>(Design.PROMPT_CACHING.placementsOf(items()));
        boolean promised = system.get("system.latency") instanceof Value.Num;
        bySize().forEach(i -> {
            if (items().get(i).scope() != Scope.REQUEST) {
                placements.set(i, Placement.PLAIN_PROMPT);
                Value seconds =
                        promised ? statements.computed(Value.of(plan.seconds(placements))) : statements.unsaid();
                put(i, "item.plainSeconds", plan.caching() == null ? Value.NONE : seconds);
            }
        });
    }

    /** The indexes of the items, the smallest first. */
    List<Integer> bySize() {
        return Stream.iterate(0, i -> i + 1)
                .limit(items().size())
                .sorted(Comparator.comparingDouble(i -> items().get(i).tokens()))
                .toList();
    }

    /** How many tokens of information of each scope there are up to an item, the smallest first. */
    void running(List<Kind> kinds) {
        double request = plan.requestTokens();
        double window = plan.window();
        double[] running = new double[Scope.values().length];
        for (int i : bySize()) {
            double tokens = ofItem(i).apply("item.tokens") instanceof Value.Num known ? known.value() : Double.NaN;
            int scope = items().get(i).scope().ordinal();
            boolean information = kinds.get(i) == Kind.INFORMATION;
            running[scope] += information ? tokens : 0;
            double until = information ? running[scope] : tokens;
            put(i, "item.runningTokens", Value.of(until));
            put(i, "item.fits", fits(until + request, window));
        }
    }

    private static Value fits(double total, double window) {
        if (Double.isNaN(window)) {
            return Value.NONE;
        }
        return Double.isNaN(total) ? Value.UNKNOWN : Value.of(total <= window);
    }
}
