package app.steelyard.decision.advice;

import app.steelyard.decision.answers.Answers;
import app.steelyard.decision.rules.AnswerKey;
import app.steelyard.decision.rules.Answering;
import app.steelyard.decision.rules.Limits;
import app.steelyard.decision.rules.Question;
import app.steelyard.decision.rules.Questions;
import app.steelyard.decision.rules.Truth;
import app.steelyard.decision.rules.Value;
import app.steelyard.decision.rules.Vocabulary;
import app.steelyard.plan.item.ContextItem;
import app.steelyard.plan.item.Kind;
import app.steelyard.plan.item.Scope;
import java.util.ArrayList;
import java.util.HashMap;
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

    private static final String HIT_RATE = "item.hitRate";
    /** The names of what is derived for an item, by where it stands. */
    private static final List<String> DERIVED = List.of(
            "item.changesPerLifetime",
            "item.changesPerRound",
            HIT_RATE,
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

    /** A value that these do not tell from the one before stays the one before. */
    private final Limits limits;

    private Facts(PlanFacts plan, Statements statements, Map<String, Value> system, Limits limits) {
        this.plan = plan;
        this.statements = statements;
        this.system = system;
        this.limits = limits;
    }

    private static Facts complete(PlanFacts plan, Statements statements) {
        return complete(new Facts(plan, statements, SystemFacts.of(plan, statements), Limits.NONE));
    }

    /** As far as is known. */
    public static Facts of(PlanFacts plan, Answers answers) {
        return complete(plan, new Statements(plan.plan(), plan.success().stated(), answers, Value.UNKNOWN));
    }

    /** The same, where what nobody said could still be anything, and an answer could still turn out not to matter. */
    static Facts open(PlanFacts plan, Answers answers) {
        return complete(plan, new Statements(plan.plan(), plan.success().stated(), answers, Value.OPEN));
    }

    private static Facts complete(Facts facts) {
        for (int i = 0; i < facts.items().size(); i++) {
            facts.said.add(facts.said(facts.items().get(i)));
            facts.derived.add(new Value[DERIVED.size()]);
            facts.derive(i);
        }
        return facts;
    }

    /** What is known, with another answer, or none, to the question that {@code key} means. */
    public Facts with(AnswerKey key, Answers other, Limits told) {
        Statements said = new Statements(plan.plan(), plan.success().stated(), other, statements.unsaid());
        Map<String, Value> others = key.aboutSystem() ? SystemFacts.of(plan, said) : new HashMap<>(system);
        Facts facts = new Facts(plan, said, others, told);
        if (key.aboutSystem() && !others.equals(system)) {
            return complete(facts);
        }
        facts.said.addAll(this.said);
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

    /** What is known, for a plan that differs in numbers of its items and traffic alone. */
    Facts with(PlanFacts other, Limits told) {
        Statements said =
                new Statements(other.plan(), other.success().stated(), statements.answers(), statements.unsaid());
        Map<String, Value> others = other.plan().traffic().equals(plan.plan().traffic())
                ? SystemFacts.of(other, said, system)
                : SystemFacts.of(other, said);
        Facts facts = new Facts(other, said, others, told);
        facts.derived.addAll(derived);
        for (int i = 0; i < items().size(); i++) {
            boolean same = facts.items().get(i).equals(items().get(i));
            facts.said.add(same ? this.said.get(i) : facts.said(facts.items().get(i)));
            if (!same || !facts.cachedAs(this, i)) {
                facts.derive(i);
            }
        }
        return facts;
    }

    /** Whether the cache holds of the item what it held before, as far as that is told apart. */
    private boolean cachedAs(Facts before, int item) {
        double one = plan.hitRate(item);
        double other = before.plan.hitRate(item);
        return Double.isNaN(one) || Double.isNaN(other)
                ? Double.isNaN(one) && Double.isNaN(other)
                : limits.alike(HIT_RATE, one, other) && plan.cachePays(item) == before.plan.cachePays(item);
    }

    public PlanFacts plan() {
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

    /** Whether somebody could still say what failures cost, which is part of a design's cost. */
    boolean outcomeOpen() {
        Value known = ofSystem().apply("system.outcomeKnown");
        return known instanceof Value.Open
                || known.equals(Value.of(true)) && ofSystem().apply("system.failureCost") instanceof Value.Open;
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

    /**
     * All that was said of the item and follows from it, as far as {@code told} tells it from what another is; with the
     * answers to questions that do not arise, as they could.
     */
    List<Object> likeness(int item, Limits told) {
        ContextItem own = items().get(item);
        List<Object> likeness = new ArrayList<>();
        for (Question question : ABOUT_ITEMS) {
            likeness.add(statements.answers().get(AnswerKey.ofItem(own.id(), question.id())));
            likeness.add(told.place(question.name(), ofItem(item).apply(question.name())));
        }
        likeness.add(told.place("item.tokens", Value.of(own.tokens())));
        likeness.add(told.place("item.changes", Value.of(own.changesPerMonth())));
        likeness.add(own.scope());
        for (String name : DERIVED) {
            likeness.add(told.place(name, ofItem(item).apply(name)));
        }
        likeness.add(told.place(PLAIN_SECONDS, plainSeconds(item)));
        return likeness;
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

    /** Whether the item's values are known to be as they are for {@code before}, but for those of the system. */
    @SuppressWarnings("ReferenceEquality") // What no answer changed is the same object, which spares the comparison.
    boolean same(Facts before, int item) {
        return said.get(item) == before.said.get(item) && derived.get(item) == before.derived.get(item);
    }

    /** The names whose values differ for the item, {@code everywhere} those of the system. */
    Set<String> differing(Facts before, int item, Set<String> everywhere) {
        if (same(before, item)) {
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
    private void differing(Map<String, Value> one, Map<String, Value> other, Set<String> names) {
        if (one != other) {
            for (Map.Entry<String, Value> entry : one.entrySet()) {
                Value before = other.get(entry.getKey());
                if (before == null || !limits.alike(entry.getKey(), entry.getValue(), before)) {
                    names.add(entry.getKey());
                }
            }
            other.keySet().stream().filter(n -> !one.containsKey(n)).forEach(names::add);
        }
    }

    /** Whether {@link #running} comes to the same as it did for {@code before}, were the kinds the same. */
    @SuppressWarnings("ReferenceEquality") // As above.
    boolean sizedAs(Facts before) {
        for (int i = 0; i < items().size(); i++) {
            if (said.get(i) != before.said.get(i)
                    && (items().get(i).tokens() != before.items().get(i).tokens()
                            || !Objects.equals(
                                    said.get(i).get("item.tokens"),
                                    before.said.get(i).get("item.tokens")))) {
                return false;
            }
        }
        return true;
    }

    void put(int item, String name, Value value) {
        int slot = SLOTS.getOrDefault(name, -1);
        Value before = derived.get(item)[slot];
        if (before == null || !limits.alike(name, value, before)) {
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
        boolean request =
                item.scope() == Scope.REQUEST && !(unsaid instanceof Value.Open && statements.unsure(item, "scope"));
        Value hitRate = unsaid;
        Value pays = unsaid;
        if (plan.caching() == null || plan.policy() == null || request) {
            hitRate = Value.NONE;
            pays = Value.NONE;
        } else if (known
                && !Double.isNaN(plan.hitRate(index))
                && ofItem(index).apply("item.tokens") instanceof Value.Num) {
            hitRate = statements.computed(Value.of(plan.hitRate(index)));
            pays = statements.computed(Value.of(plan.cachePays(index)));
        }
        put(index, HIT_RATE, hitRate);
        put(index, "item.cachePays", pays);
    }

    /** How many tokens of information of each scope there are up to an item, the smallest first. */
    void running(List<Kind> kinds) {
        double request = plan.requestTokens();
        double window = plan.window();
        double[] running = new double[Scope.values().length];
        for (int i : plan.waiting().bySize()) {
            double tokens = said.get(i).get("item.tokens") instanceof Value.Num known ? known.value() : Double.NaN;
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
