package app.steelyard.decision.advice;

import app.steelyard.cost.engine.Trial;
import app.steelyard.cost.result.Adaptation;
import app.steelyard.decision.rules.Value;
import app.steelyard.plan.PriceRef;
import app.steelyard.pricing.CachePolicy;
import app.steelyard.pricing.Model;
import app.steelyard.pricing.Quote;
import app.steelyard.pricing.TuningOffer;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The values of the names that belong to the system as a whole: what was said, and what follows from it and from prices. */
final class SystemFacts {
    /** What says of a way to answer that it could be weighed against today's. */
    private static final Map<Adaptation, String> COMPARED = Map.of(
            Adaptation.PROMPTED, "system.comparesPrompt",
            Adaptation.PROMPTED_ELSEWHERE, "system.comparesOther",
            Adaptation.TUNED, "system.comparesTuned",
            Adaptation.RETRIEVED, "system.comparesRetrieval",
            Adaptation.INFORMATION_IN_WEIGHTS, "system.comparesWeights");

    private final PlanFacts plan;
    private final Statements statements;
    private final Map<String, Value> system;

    private SystemFacts(PlanFacts plan, Statements statements, Map<String, Value> known) {
        this.plan = plan;
        this.statements = statements;
        this.system = new HashMap<>(known);
    }

    /** By name; the map is the caller's own. */
    static Map<String, Value> of(PlanFacts plan, Statements statements) {
        SystemFacts facts = new SystemFacts(plan, statements, Map.of());
        facts.stated();
        facts.sizes();
        facts.cache();
        facts.vendors();
        facts.tuning();
        return facts.system;
    }

    /** The same where only the items' numbers are others than those that {@code before} is for. */
    static Map<String, Value> of(PlanFacts plan, Statements statements, Map<String, Value> before) {
        SystemFacts facts = new SystemFacts(plan, statements, before);
        facts.sizes();
        facts.cache();
        return facts.system;
    }

    private Value get(String name) {
        return system.getOrDefault(name, statements.unsaid());
    }

    private void stated() {
        TuningOffer offer = plan.offer();
        system.put("tuning.closedToNew", Value.of(offer != null && PlanFacts.closedToNew(offer, plan.day())));
        COMPARED.forEach((way, name) -> system.put(name, Value.of(plan.success().compares(way))));
        system.putAll(statements.ofSystem(this::get));
        system.put("system.tenants", Value.of(plan.plan().traffic().tenants()));
        if (system.get("system.accuracyNow") instanceof Value.Num now
                && system.get("system.accuracyNeeded") instanceof Value.Num needed) {
            system.put("system.accuracyGap", Value.of(difference(needed, now)));
        }
        boolean tunedToday = plan.success().tunedToday();
        Value gain = gain(
                get(tunedToday ? "system.accuracyPrompted" : "system.accuracyNow"),
                get(tunedToday ? "system.accuracyNow" : "system.accuracyTuned"));
        system.put("system.tunedGain", plan.plan().tuning().model() == null ? Value.NONE : statements.ofScopes(gain));
        system.put("system.outcomeKnown", statements.ofScopes(outcomeKnown()));
    }

    private static double difference(Value.Num more, Value.Num less) {
        return Math.round((more.value() - less.value()) * 1e9) / 1e9;
    }

    private Value gain(Value untuned, Value tuned) {
        if (untuned instanceof Value.Num from && tuned instanceof Value.Num to) {
            return Value.of(difference(to, from));
        }
        return untuned instanceof Value.None || tuned instanceof Value.None ? Value.NONE : statements.unsaid();
    }

    /** Whether it is known of all designs how often they succeed, so that they are ranked by it. */
    private Value outcomeKnown() {
        List<Value> rates = plan.success().needed().stream()
                .map(way -> get(plan.success().name(way)))
                .toList();
        if (rates.stream().anyMatch(Value.None.class::isInstance)) {
            return Value.of(false);
        }
        return rates.stream().allMatch(Value.Num.class::isInstance) ? Value.of(true) : statements.unsaid();
    }

    private void sizes() {
        system.put("system.promptTokens", Value.of(plan.promptTokens()));
    }

    /** What the engine says of a plan with everything cached; open where its numbers are. */
    private void cache() {
        CachePolicy policy = plan.policy();
        Trial.Cached caching = plan.caching();
        system.put("cache.exists", Value.of(policy != null));
        system.put("cache.belowMinimum", Value.NONE);
        system.put("system.cachedSeconds", Value.NONE);
        if (caching != null) {
            boolean below = policy != null
                    && caching.tokens() == 0
                    && Arrays.stream(caching.hitRates()).anyMatch(h -> !Double.isNaN(h));
            system.put("system.cachedSeconds", statements.computed(Value.of(caching.seconds())));
            system.put("cache.belowMinimum", statements.computed(Value.of(below)));
        }
    }

    private void vendors() {
        PriceRef tuned = plan.plan().tuning().model();
        system.put(
                "model.vendorAllowed",
                statements.allowed(plan.plan().inference().model()));
        system.put("tuning.vendorAllowed", tuned == null ? Value.NONE : statements.allowed(tuned));
    }

    private void tuning() {
        LocalDate day = plan.day();
        TuningOffer offer = plan.offer();
        PriceRef tuned = plan.plan().tuning().model();
        if (plan.tunedToday()) {
            system.put("system.tuningCustomer", Value.of(true));
        }
        system.put("tuning.chosen", Value.of(tuned != null));
        system.put("tuning.elsewhere", Value.of(!plan.elsewhere().isEmpty()));
        boolean closedToNew = offer != null && PlanFacts.closedToNew(offer, day);
        if (offer == null || PlanFacts.closed(offer, day)) {
            system.put("tuning.open", Value.of(false));
        } else {
            system.put("tuning.open", closedToNew ? get("system.tuningCustomer") : Value.of(true));
        }
        LocalDate retires = tuned == null
                ? null
                : plan.book().model(tuned).map(Model::retires).orElse(null);
        boolean ends = PlanFacts.past(retires, plan.end())
                || offer != null && PlanFacts.closed(offer, plan.end())
                || offer != null && PlanFacts.closedToNew(offer, plan.end());
        system.put("tuning.ends", Value.of(ends));
        system.put("tuning.cheaper", Value.of(plan.tunedIsCheaper()));
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
}
