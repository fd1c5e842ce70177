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
import app.steelyard.decision.rules.Vocabulary;
import app.steelyard.plan.Plan;
import app.steelyard.plan.item.ContextItem;
import app.steelyard.plan.item.Kind;
import app.steelyard.plan.item.Scope;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The value of every name in a condition: answers, the plan's own numbers, and what follows from prices. What nobody said
 * is {@link Value#UNKNOWN} where a decision is taken, and {@link Value#OPEN} where it is asked what an answer could still
 * change. Items go by their index in the plan.
 */
public final class Facts {
    private static final List<Question> ABOUT_ITEMS = Questions.get().about(Question.About.ITEM);
    /** It takes longer to work out than all others together. */
    static final String PLAIN_SECONDS = "item.plainSeconds";
    /** The names of what is derived for an item, by where it stands. */
    private static final List<String> DERIVED = List.of(
            "item.changesPerLifetime",
            "item.changesPerRound",
            "item.hitRate",
            "item.cachePays",
            Vocabulary.KIND,
            "item.runningTokens",
            "item.fits",
            Vocabulary.ADVICE);

    private static final Map<String, Integer> SLOTS =
            DERIVED.stream().collect(Collectors.toMap(n -> n, DERIVED::indexOf));

    private final PlanFacts plan;
    private final Statements statements;
    private final Map<String, Value> system;
    /** By item: what was said of it. */
    private final List<Map<String, Value>> said = new ArrayList<>();
    /**
     * By item: what follows from that and from prices, null where nothing does yet; an array is replaced, never changed, since
     * others may share it.
     */
    private final List<@Nullable Value[]> derived = new ArrayList<>();

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
        for (int i = 0; i < facts.items().size(); i++) {
            facts.said.add(facts.said(facts.items().get(i)));
            facts.derived.add(new Value[DERIVED.size()]);
            facts.derive(i);
        }
        return facts;
    }

    /** The same with another answer, or none, to the question that {@code key} means. */
    public Facts with(AnswerKey key, Answers other) {
        Facts facts = new Facts(plan, other, statements.unsaid());
        if (key.aboutSystem() && !facts.system.equals(system)) {
            return complete(facts);
        }
        facts.said.addAll(said);
        facts.derived.addAll(derived);
        for (int i = 0; i < items().size() && !key.aboutSystem(); i++) {
            ContextItem item = items().get(i);
            if (item.id().equals(key.item())) {
                facts.said.set(i, facts.said(item));
                facts.derive(i);
            }
        }
        return facts;
    }

    /** The same for a plan that differs in numbers of its items and traffic alone. */
    public Facts with(Plan other) {
        Facts facts = new Facts(plan.with(other), statements.answers(), statements.unsaid());
        facts.derived.addAll(derived);
        for (int i = 0; i < items().size(); i++) {
            boolean same = facts.items().get(i).equals(items().get(i));
            facts.said.add(same ? said.get(i) : facts.said(facts.items().get(i)));
            if (!same || !facts.plan.cachedAs(plan, items().get(i))) {
                facts.derive(i);
            }
        }
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
        return values(item, said.get(item));
    }

    private Function<String, Value> values(int item, Map<String, Value> own) {
        @Nullable Value[] computed = derived.get(item);
        return name -> {
            Integer slot = SLOTS.get(name);
            Value value = slot == null ? own.get(name) : computed[slot];
            if (value == null && name.equals(PLAIN_SECONDS)) {
                return plainSeconds(item);
            }
            return value == null ? system.getOrDefault(name, statements.unsaid()) : value;
        };
    }

    /** How long the first token takes with an item and all that is smaller uncached, and the rest from the cache. */
    private Value plainSeconds(int item) {
        if (items().get(item).scope() == Scope.REQUEST) {
            return statements.unsaid();
        }
        if (plan.caching() == null) {
            return Value.NONE;
        }
        return promised() ? statements.computed(Value.of(plan.waiting().seconds(item))) : statements.unsaid();
    }

    private boolean promised() {
        return system.get("system.latency") instanceof Value.Num;
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
                        .map(v ->
                                values(item, statements.of(items().get(item), Map.of(question.name(), v), ofSystem())))
                        .toList();
            }
        }
        return List.of(ofItem(item));
    }

    /** The names whose values differ from those that {@code before} has for the system, or could for all items. */
    @SuppressWarnings("ReferenceEquality") // The same plan waits as long.
    Set<String> differing(Facts before) {
        Set<String> names = new HashSet<>();
        differing(system, before.system, names);
        if (plan != before.plan && (promised() || before.promised())) {
            names.add(PLAIN_SECONDS);
        }
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
        for (int slot = 0; slot < DERIVED.size(); slot++) {
            if (!Objects.equals(derived.get(item)[slot], before.derived.get(item)[slot])) {
                names.add(DERIVED.get(slot));
            }
        }
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

    /** Whether {@link #running} comes to the same as it did for {@code before}, were the kinds the same. */
    boolean sizedAs(Facts before) {
        for (int i = 0; i < items().size(); i++) {
            if (items().get(i).tokens() != before.items().get(i).tokens()
                    || !Objects.equals(
                            said.get(i).get("item.tokens"), before.said.get(i).get("item.tokens"))) {
                return false;
            }
        }
        return true;
    }

    void put(int item, String name, Value value) {
        int slot = SLOTS.getOrDefault(name, -1);
        if (!value.equals(derived.get(item)[slot])) {
            @Nullable Value[] changed = derived.get(item).clone();
            changed[slot] = value;
            derived.set(item, changed);
        }
    }

    void put(String name, Value value) {
        system.put(name, value);
    }

    private Map<String, Value> said(ContextItem item) {
        return statements.of(item, Map.of(), ofSystem());
    }

    private void derive(int index) {
        ContextItem item = items().get(index);
        Value unsaid = statements.unsaid();
        Value changes = ofItem(index).apply("item.changes");
        boolean known = changes instanceof Value.Num;
        Value otherwise = changes instanceof Value.None ? Value.NONE : unsaid;
        put(
                index,
                "item.changesPerLifetime",
                known ? plan.policy() == null ? Value.NONE : Value.of(plan.changesPerLifetime(item)) : otherwise);
        put(index, "item.changesPerRound", known ? Value.of(plan.changesPerRound(item)) : otherwise);
        Trial.Prefix caching = plan.caching();
        CachedPart part = plan.parts().get(item.id());
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
        put(index, "item.hitRate", hitRate);
        put(index, "item.cachePays", pays);
    }

    /** How many tokens of information of each scope there are up to an item, the smallest first. */
    void running(List<Kind> kinds) {
        double request = plan.requestTokens();
        double window = plan.window();
        double[] running = new double[Scope.values().length];
        for (int i : plan.waiting().bySize()) {
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
