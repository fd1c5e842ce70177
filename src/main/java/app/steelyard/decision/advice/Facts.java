package app.steelyard.decision.advice;

import app.steelyard.cost.engine.Trial;
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
import java.util.function.BiConsumer;
import java.util.function.Function;

/** The value of every name in a condition: answers, the plan's own numbers, and what follows from prices. */
public final class Facts {
    private final PlanFacts plan;
    private final Answers answers;
    private final Map<String, Value> system = new HashMap<>();
    private final Map<String, Map<String, Value>> items = new HashMap<>();

    /** Answers to questions of which it is open whether they arise, by item. */
    private final Map<String, Set<String>> moot = new HashMap<>();

    private Facts(PlanFacts plan, Answers answers) {
        this.plan = plan;
        this.answers = answers;
    }

    public static Facts of(PlanFacts plan, Answers answers) {
        Facts facts = new Facts(plan, answers);
        facts.system();
        plan.plan().items().forEach(facts::item);
        facts.waiting();
        return facts;
    }

    PlanFacts plan() {
        return plan;
    }

    public Function<String, Value> ofSystem() {
        return name -> system.getOrDefault(name, Value.UNKNOWN);
    }

    Function<String, Value> ofItem(ContextItem item) {
        Map<String, Value> own = items.getOrDefault(item.id(), Map.of());
        return name -> {
            Value value = own.get(name);
            return value == null ? system.getOrDefault(name, Value.UNKNOWN) : value;
        };
    }

    /** The same, where what nobody said could still be anything, and an answer could still turn out not to matter. */
    Function<String, Value> openOfItem(ContextItem item) {
        Function<String, Value> known = ofItem(item);
        Set<String> may = moot.getOrDefault(item.id(), Set.of());
        return name -> {
            Value value = known.apply(name);
            return value instanceof Value.Unknown || may.contains(name) ? Value.OPEN : value;
        };
    }

    void put(ContextItem item, String name, Value value) {
        items.computeIfAbsent(item.id(), id -> new HashMap<>()).put(name, value);
    }

    void put(String name, Value value) {
        system.put(name, value);
    }

    /** How long the first token takes with an item and all that is smaller uncached, and the rest from the cache. */
    private void waiting() {
        List<ContextItem> all = plan.plan().items();
        List<Placement> placements = new ArrayList<>(Design.PROMPT_CACHING.placementsOf(all));
        boolean promised = system.get("system.latency") instanceof Value.Num;
        all.stream()
                .filter(i -> i.scope() != Scope.REQUEST)
                .sorted(Comparator.comparingDouble(ContextItem::tokens))
                .forEach(item -> {
                    placements.set(all.indexOf(item), Placement.PLAIN_PROMPT);
                    double seconds = promised ? plan.seconds(placements) : Double.NaN;
                    put(item, "item.plainSeconds", plan.caching() == null ? Value.NONE : Value.of(seconds));
                });
    }

    /** How many tokens of information of each scope there are up to an item, the smallest first. */
    void running(Map<String, Kind> kinds) {
        double request = plan.requestTokens();
        for (Scope scope : Scope.values()) {
            List<ContextItem> alike = plan.plan().items().stream()
                    .filter(i -> i.scope() == scope && kinds.get(i.id()) == Kind.INFORMATION)
                    .sorted(Comparator.comparingDouble(ContextItem::tokens))
                    .toList();
            double running = 0;
            for (ContextItem item : alike) {
                running += ofItem(item).apply("item.tokens") instanceof Value.Num known ? known.value() : Double.NaN;
                put(item, "item.runningTokens", Value.of(running));
                put(item, "item.fits", fits(running + request));
            }
        }
        for (ContextItem item : plan.plan().items()) {
            if (kinds.get(item.id()) == Kind.BEHAVIOUR) {
                Value tokens = ofItem(item).apply("item.tokens");
                put(item, "item.runningTokens", tokens);
                put(item, "item.fits", fits(tokens instanceof Value.Num known ? known.value() + request : Double.NaN));
            }
        }
    }

    private Value fits(double total) {
        if (Double.isNaN(plan.window())) {
            return Value.NONE;
        }
        return Double.isNaN(total) ? Value.UNKNOWN : Value.of(total <= plan.window());
    }

    private void system() {
        TuningOffer offer = plan.offer();
        system.put("tuning.closedToNew", Value.of(offer != null && PlanFacts.closedToNew(offer, plan.day())));
        ask(
                Question.About.SYSTEM,
                ofSystem(),
                this::put,
                q -> answer(AnswerKey.ofSystem(q.id()), q, this::systemField));
        number("system.tenants", plan.plan().traffic().tenants());
        number("system.promptTokens", plan.promptTokens());
        if (system.get("system.accuracyNow") instanceof Value.Num now
                && system.get("system.accuracyNeeded") instanceof Value.Num needed) {
            number("system.accuracyGap", Math.round((needed.value() - now.value()) * 1e9) / 1e9);
        }
        CachePolicy policy = plan.policy();
        system.put("cache.exists", Value.of(policy != null));
        system.put("cache.belowMinimum", Value.NONE);
        system.put("tuning.cached", Value.NONE);
        system.put("system.cachedSeconds", Value.NONE);
        system.put("model.vendorAllowed", Value.NONE);
        system.put("tuning.vendorAllowed", Value.NONE);
        Trial.Prefix caching = plan.caching();
        if (caching != null) {
            number("system.cachedSeconds", caching.firstToken().cached());
            system.put(
                    "cache.belowMinimum",
                    Value.of(policy != null
                            && !caching.caches().parts().isEmpty()
                            && caching.caches().cachedTokens() == 0));
        }
        vendors();
        tuning();
    }

    /** Answers to the questions that arise; what a question that does not arise was once answered counts for nothing. */
    private static void ask(
            Question.About about, Function<String, Value> values, BiConsumer<String, Value> put, Asking asking) {
        for (Question question : Questions.get().about(about)) {
            put.accept(question.name(), Value.UNKNOWN);
        }
        for (Question question : Questions.get().about(about)) {
            boolean arises = question.when().test(values) != Truth.FALSE;
            put.accept(question.name(), arises ? asking.answer(question) : Value.NONE);
        }
    }

    private interface Asking {
        Value answer(Question question);
    }

    private void number(String name, double value) {
        system.put(name, Value.of(value));
    }

    private void vendors() {
        if (answers.get(AnswerKey.ofSystem("vendors")).orElse(Answer.DONT_KNOW) instanceof Answer.Names allowed) {
            Plan stated = plan.plan();
            system.put(
                    "model.vendorAllowed",
                    Value.of(allowed.names().contains(stated.inference().model().vendor())));
            PriceRef tuned = stated.tuning().model();
            if (tuned != null) {
                system.put("tuning.vendorAllowed", Value.of(allowed.names().contains(tuned.vendor())));
            }
        }
    }

    private void tuning() {
        Plan stated = plan.plan();
        LocalDate day = plan.day();
        TuningOffer offer = plan.offer();
        boolean already = stated.today().placementsOf(stated.items()).contains(Placement.WEIGHTS);
        if (already) {
            system.put("system.tuningCustomer", Value.of(true));
        }
        system.put("tuning.chosen", Value.of(stated.tuning().model() != null));
        system.put("tuning.elsewhere", Value.of(!plan.elsewhere().isEmpty()));
        boolean closedToNew = offer != null && PlanFacts.closedToNew(offer, day);
        if (offer == null || PlanFacts.closed(offer, day)) {
            system.put("tuning.open", Value.of(false));
        } else {
            system.put(
                    "tuning.open",
                    closedToNew ? system.getOrDefault("system.tuningCustomer", Value.UNKNOWN) : Value.of(true));
        }
        PriceRef tuned = stated.tuning().model();
        LocalDate retires = tuned == null
                ? null
                : plan.book().model(tuned).map(Model::retires).orElse(null);
        boolean ends = PlanFacts.past(retires, plan.end())
                || offer != null && PlanFacts.closed(offer, plan.end())
                || offer != null && PlanFacts.closedToNew(offer, plan.end());
        system.put("tuning.ends", Value.of(ends));
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

    private void item(ContextItem item) {
        // Whether a question arises depends on the scope, which is asked for after others.
        put(item, "item.scope", scope(item));
        ask(
                Question.About.ITEM,
                ofItem(item),
                (name, value) -> put(item, name, name.equals("item.scope") ? scope(item) : value),
                q -> answer(AnswerKey.ofItem(item.id(), q.id()), q, path -> itemField(item, path)));
        Set<String> may = new HashSet<>();
        for (Question question : Questions.get().about(Question.About.ITEM)) {
            if (question.when().test(ofItem(item)) == Truth.UNKNOWN) {
                may.add(question.name());
            }
        }
        moot.put(item.id(), may);
        put(item, "item.statedKind", Value.of(Vocabulary.word(item.kind())));
        boolean changesKnown = ofItem(item).apply("item.changes") instanceof Value.Num;
        if (ofItem(item).apply("item.changes") instanceof Value.None) {
            put(item, "item.changesPerLifetime", Value.NONE);
            put(item, "item.changesPerRound", Value.NONE);
        } else if (changesKnown) {
            put(
                    item,
                    "item.changesPerLifetime",
                    plan.policy() == null ? Value.NONE : Value.of(plan.changesPerLifetime(item)));
            put(item, "item.changesPerRound", Value.of(plan.changesPerRound(item)));
        }
        boolean sizeKnown = ofItem(item).apply("item.tokens") instanceof Value.Num;
        Trial.Prefix caching = plan.caching();
        if (caching == null || plan.policy() == null || item.scope() == Scope.REQUEST) {
            put(item, "item.hitRate", Value.NONE);
            put(item, "item.cachePays", Value.NONE);
        } else if (changesKnown && sizeKnown) {
            plan.part(item).ifPresent(part -> {
                put(item, "item.hitRate", Value.of(part.hitRate()));
                put(
                        item,
                        "item.cachePays",
                        Value.of(part.hitRate() > caching.caches().breakEven()));
            });
        }
    }

    private Value scope(ContextItem item) {
        boolean unsure = answers.get(AnswerKey.ofItem(item.id(), "scope")).orElse(null) instanceof Answer.DontKnow;
        return unsure ? Value.UNKNOWN : Value.of(Vocabulary.word(item.scope()));
    }

    private Value answer(AnswerKey key, Question question, Function<String, Value> field) {
        Answer given = answers.get(key).orElse(null);
        if (question.answering() instanceof Answering.FromPlan stated) {
            return given instanceof Answer.DontKnow ? Value.UNKNOWN : field.apply(stated.path());
        }
        return switch (given) {
            case Answer.Word word -> Value.of(word.word());
            case Answer.Amount amount -> Value.of(amount.value());
            case null, default -> Value.UNKNOWN;
        };
    }

    private Value systemField(String path) {
        return app.steelyard.plan.PlanField.at(path)
                .map(f -> Value.of(f.get(plan.plan())))
                .orElse(Value.UNKNOWN);
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
