package app.steelyard.decision.advice;

import app.steelyard.cost.engine.Trial;
import app.steelyard.cost.result.CachedPart;
import app.steelyard.decision.answers.Answer;
import app.steelyard.decision.answers.Answers;
import app.steelyard.decision.rules.AnswerKey;
import app.steelyard.decision.rules.Answering;
import app.steelyard.decision.rules.Question;
import app.steelyard.decision.rules.Questions;
import app.steelyard.decision.rules.Truth;
import app.steelyard.decision.rules.Value;
import app.steelyard.decision.rules.Vocabulary;
import app.steelyard.plan.Design;
import app.steelyard.plan.Plan;
import app.steelyard.plan.PlanField;
import app.steelyard.plan.PriceRef;
import app.steelyard.plan.item.ContextItem;
import app.steelyard.plan.item.Kind;
import app.steelyard.plan.item.Placement;
import app.steelyard.plan.item.Scope;
import app.steelyard.pricing.CachePolicy;
import app.steelyard.pricing.Model;
import app.steelyard.pricing.Quote;
import app.steelyard.pricing.TuningOffer;
import java.time.LocalDate;
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
    private final Answers answers;
    private final Value unsaid;
    private final Map<String, Value> system = new HashMap<>();
    /** By item: what was said of it. */
    private final List<Map<String, Value>> said = new ArrayList<>();
    /** By item: what follows from that and from prices; a map is replaced, never changed, since others may share it. */
    private final List<Map<String, Value>> derived = new ArrayList<>();

    private Facts(PlanFacts plan, Answers answers, Value unsaid) {
        this.plan = plan;
        this.answers = answers;
        this.unsaid = unsaid;
        system();
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
            facts.said.add(facts.said(item, Map.of()));
            facts.derived.add(Map.of());
        });
        facts.derive();
        return facts;
    }

    /** The same with another answer, or none, to the question that {@code key} means. */
    public Facts with(AnswerKey key, Answers other) {
        Facts facts = new Facts(plan, other, unsaid);
        facts.said.addAll(said);
        facts.derived.addAll(derived);
        if (key.aboutSystem()) {
            return facts.system.equals(system) ? facts : complete(new Facts(plan, other, unsaid));
        }
        for (int i = 0; i < items().size(); i++) {
            ContextItem item = items().get(i);
            if (item.id().equals(key.item())) {
                facts.said.set(i, facts.said(item, Map.of()));
                Map<String, Value> changed = new HashMap<>(derived.get(i));
                facts.derive(i, changed, plan.part(item).orElse(null));
                facts.derived.set(i, changed);
            }
        }
        return facts;
    }

    /** The same for a plan that differs in numbers of its items and traffic alone. */
    public Facts with(Plan other) {
        Facts facts = new Facts(plan.with(other), answers, unsaid);
        for (int i = 0; i < items().size(); i++) {
            boolean same = facts.items().get(i).equals(items().get(i));
            facts.said.add(same ? said.get(i) : facts.said(facts.items().get(i), Map.of()));
        }
        facts.derived.addAll(derived);
        facts.derive();
        return facts;
    }

    PlanFacts plan() {
        return plan;
    }

    private List<ContextItem> items() {
        return plan.plan().items();
    }

    public Function<String, Value> ofSystem() {
        return name -> system.getOrDefault(name, unsaid);
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
            return value == null ? system.getOrDefault(name, unsaid) : value;
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
                        .map(v -> values(said(items().get(item), Map.of(question.name(), v)), derived.get(item)))
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

    /** Whether the plan's sizes are what they are, nobody having said of one that it is not known. */
    boolean sizesKnown() {
        return items().stream().noneMatch(i -> unsure(i, "tokens") || unsure(i, "scope"));
    }

    /** The same of every number that costs and hit rates hang on. */
    boolean numbersKnown() {
        return sizesKnown()
                && items().stream().noneMatch(i -> unsure(i, "changes"))
                && !(answers.get(AnswerKey.ofSystem("requests")).orElse(null) instanceof Answer.DontKnow);
    }

    boolean unsure(ContextItem item, String question) {
        return answers.get(AnswerKey.ofItem(item.id(), question)).orElse(null) instanceof Answer.DontKnow;
    }

    private void system() {
        TuningOffer offer = plan.offer();
        system.put("tuning.closedToNew", Value.of(offer != null && PlanFacts.closedToNew(offer, plan.day())));
        system.putAll(asked(
                Question.About.SYSTEM,
                Map.of(),
                ofSystem(),
                q -> answer(
                        AnswerKey.ofSystem(q.id()),
                        q,
                        path -> PlanField.at(path)
                                .map(f -> Value.of(f.get(plan.plan())))
                                .orElse(unsaid))));
        system.put("system.tenants", Value.of(plan.plan().traffic().tenants()));
        system.put("system.promptTokens", Value.of(plan.promptTokens()));
        if (system.get("system.accuracyNow") instanceof Value.Num now
                && system.get("system.accuracyNeeded") instanceof Value.Num needed) {
            system.put("system.accuracyGap", Value.of(Math.round((needed.value() - now.value()) * 1e9) / 1e9));
        }
        cache();
        vendors();
        tuning();
    }

    /** What the engine says of a plan with everything cached; open where its numbers are. */
    private void cache() {
        CachePolicy policy = plan.policy();
        Trial.Prefix caching = plan.caching();
        system.put("cache.exists", Value.of(policy != null));
        system.put("cache.belowMinimum", Value.NONE);
        system.put("system.cachedSeconds", Value.NONE);
        if (caching != null) {
            boolean below = policy != null
                    && !caching.caches().parts().isEmpty()
                    && caching.caches().cachedTokens() == 0;
            system.put(
                    "system.cachedSeconds",
                    computed(Value.of(caching.firstToken().cached())));
            system.put("cache.belowMinimum", computed(Value.of(below)));
        }
    }

    private Value computed(Value value) {
        return unsaid instanceof Value.Open && !numbersKnown() ? Value.OPEN : value;
    }

    /** Answers to the questions that arise; what a question that does not arise was once answered counts for nothing. */
    private Map<String, Value> asked(
            Question.About about,
            Map<String, Value> fixed,
            Function<String, Value> outside,
            Function<Question, Value> given) {
        List<Question> questions = Questions.get().about(about);
        Map<String, Value> asked = new HashMap<>();
        questions.forEach(q -> asked.put(q.name(), Value.UNKNOWN));
        asked.putAll(fixed);
        Function<String, Value> values = name -> {
            Value value = asked.get(name);
            return value == null ? outside.apply(name) : value;
        };
        for (Question question : questions) {
            if (!fixed.containsKey(question.name())) {
                asked.put(
                        question.name(),
                        switch (question.when().test(values)) {
                            case TRUE -> given.apply(question);
                            case UNKNOWN -> unsaid instanceof Value.Open ? Value.OPEN : given.apply(question);
                            case FALSE -> Value.NONE;
                        });
            }
        }
        return asked;
    }

    private void vendors() {
        PriceRef tuned = plan.plan().tuning().model();
        boolean listed = answers.get(AnswerKey.ofSystem("vendors")).orElse(null) instanceof Answer.Names;
        Value unlisted = unsaid instanceof Value.Open ? Value.OPEN : Value.NONE;
        system.put(
                "model.vendorAllowed", listed ? allowed(plan.plan().inference().model()) : unlisted);
        system.put("tuning.vendorAllowed", tuned == null ? Value.NONE : listed ? allowed(tuned) : unlisted);
    }

    private Value allowed(PriceRef model) {
        return answers.get(AnswerKey.ofSystem("vendors")).orElse(null) instanceof Answer.Names names
                ? Value.of(names.names().contains(model.vendor()))
                : Value.NONE;
    }

    private void tuning() {
        LocalDate day = plan.day();
        TuningOffer offer = plan.offer();
        PriceRef tuned = plan.plan().tuning().model();
        boolean already = plan.plan().today().placementsOf(items()).contains(Placement.WEIGHTS);
        if (already) {
            system.put("system.tuningCustomer", Value.of(true));
        }
        system.put("tuning.chosen", Value.of(tuned != null));
        system.put("tuning.elsewhere", Value.of(!plan.elsewhere().isEmpty()));
        boolean closedToNew = offer != null && PlanFacts.closedToNew(offer, day);
        if (offer == null || PlanFacts.closed(offer, day)) {
            system.put("tuning.open", Value.of(false));
        } else {
            system.put(
                    "tuning.open", closedToNew ? system.getOrDefault("system.tuningCustomer", unsaid) : Value.of(true));
        }
        LocalDate retires = tuned == null
                ? null
                : plan.book().model(tuned).map(Model::retires).orElse(null);
        boolean ends = PlanFacts.past(retires, plan.end())
                || offer != null && PlanFacts.closed(offer, plan.end())
                || offer != null && PlanFacts.closedToNew(offer, plan.end());
        system.put("tuning.ends", Value.of(ends));
        system.put("tuning.cached", Value.NONE);
        if (tuned != null && offer != null) {
            system.put(
                    "tuning.cached",
                    Value.of(plan.book()
                            .cachePolicy(tuned, day)
                            .map(Quote::fact)
                            .filter(CachePolicy::onTunedModels)
                            .isPresent()));
        }
    }

    /** What was said of the item, where the values of {@code assumed} stand for what they name. */
    private Map<String, Value> said(ContextItem item, Map<String, Value> assumed) {
        Map<String, Value> fixed = new HashMap<>(assumed);
        // Whether a question arises depends on the scope, which is asked for after others.
        fixed.put("item.scope", unsure(item, "scope") ? unsaid : Value.of(Vocabulary.word(item.scope())));
        Map<String, Value> said = asked(
                Question.About.ITEM,
                fixed,
                ofSystem(),
                q -> answer(AnswerKey.ofItem(item.id(), q.id()), q, path -> itemField(item, path)));
        said.put("item.statedKind", Value.of(Vocabulary.word(item.kind())));
        return said;
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
        Value changes = ofItem(index).apply("item.changes");
        boolean known = changes instanceof Value.Num;
        Value otherwise = changes instanceof Value.None ? Value.NONE : unsaid;
        into.put(
                "item.changesPerLifetime",
                known ? plan.policy() == null ? Value.NONE : Value.of(plan.changesPerLifetime(item)) : otherwise);
        into.put("item.changesPerRound", known ? Value.of(plan.changesPerRound(item)) : otherwise);
        Trial.Prefix caching = plan.caching();
        boolean request = item.scope() == Scope.REQUEST && !(unsaid instanceof Value.Open && unsure(item, "scope"));
        Value hitRate = unsaid;
        Value pays = unsaid;
        if (caching == null || plan.policy() == null || request) {
            hitRate = Value.NONE;
            pays = Value.NONE;
        } else if (known && part != null && ofItem(index).apply("item.tokens") instanceof Value.Num) {
            hitRate = computed(Value.of(part.hitRate()));
            pays = computed(Value.of(part.hitRate() > caching.caches().breakEven()));
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
                Value seconds = promised ? computed(Value.of(plan.seconds(placements))) : unsaid;
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

    private Value answer(AnswerKey key, Question question, Function<String, Value> field) {
        Answer given = answers.get(key).orElse(null);
        if (question.answering() instanceof Answering.FromPlan stated) {
            return given instanceof Answer.DontKnow ? unsaid : field.apply(stated.path());
        }
        return switch (given) {
            case Answer.Word word -> Value.of(word.word());
            case Answer.Amount amount -> Value.of(amount.value());
            case null, default -> unsaid;
        };
    }

    private static Value itemField(ContextItem item, String path) {
        return switch (path) {
            case "tokens" -> Value.of(item.tokens());
            case "changesPerMonth" -> Value.of(item.changesPerMonth());
            case "scope" -> Value.of(Vocabulary.word(item.scope()));
            default -> throw new IllegalStateException(path);
        };
    }
}
