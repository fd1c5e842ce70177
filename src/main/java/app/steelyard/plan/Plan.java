package app.steelyard.plan;

import app.steelyard.plan.ModelNumber.StatedModel;
import app.steelyard.plan.item.ContextItem;
import app.steelyard.plan.item.Placement;
import app.steelyard.plan.item.Scope;
import app.steelyard.plan.session.Latency;
import app.steelyard.plan.session.Outcome;
import app.steelyard.text.Currency;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Everything the user states, as one value. Every edit makes a new plan; every result is a function of one.
 *
 * @param name of the system, as shown
 * @param purpose what the plan is about and what it leaves out, in the user's words
 * @param items the context items, in the order of today's prompt; a proposal puts them where they cost least
 * @param outcome how often it succeeds, and what a failure costs
 * @param models what is known of single models, each named once; it goes before what the plan says of all
 * @param contract what is agreed with vendors beside their price lists
 * @param today the design in use now: the do-nothing baseline, whose set-up is already paid. A named design follows the
 *     items; {@link Design#AS_IS} does not. Never {@link Design#AS_PLACED}, which would move with every other idea
 * @param model how wrong what is derived may be
 * @param whatIf how sure its numbers are, and what else they might be
 * @param sources where a number comes from, by the path of its field, such as {@code traffic.requestsPerMonth} or
 *     {@code items.price-list.tokens}; under {@code draft}, why the plan is a draft only
 */
public record Plan(
        String name,
        String purpose,
        List<ContextItem> items,
        Traffic traffic,
        Inference inference,
        Caching caching,
        Tuning tuning,
        Retrieval retrieval,
        Outcome outcome,
        List<StatedModel> models,
        Contract contract,
        Latency latency,
        Finance finance,
        Design today,
        ModelError model,
        WhatIf whatIf,
        NavigableMap<String, String> sources) {

    /** Under this path {@link #sources} says why the plan is a draft only. */
    public static final String DRAFT = "draft";

    /**
     * How wrong what is derived may be.
     *
     * @param hitRate added to every derived hit rate, −1 to 1; 0 but in trials
     * @param hitRateError half of the span that holds the truth of a derived hit rate in 80 of 100 systems, 0 to 0.5; 0
     *     for none, null for what is known of the derivation
     */
    public record ModelError(double hitRate, @Nullable Double hitRateError) {
        public static final ModelError KNOWN = new ModelError(0, null);
    }

    public Plan {
        items = List.copyOf(items);
        models = List.copyOf(models);
        sources = Collections.unmodifiableNavigableMap(new TreeMap<>(sources));
    }

    /** A system at its beginning: nothing is cached today, nothing is in doubt, and no source is stated. */
    public Plan(
            String name,
            List<ContextItem> items,
            Traffic traffic,
            Inference inference,
            Caching caching,
            Tuning tuning,
            Retrieval retrieval,
            Finance finance) {
        this(
                name,
                "",
                items,
                traffic,
                inference,
                caching,
                tuning,
                retrieval,
                Outcome.UNKNOWN,
                List.of(),
                Contract.NONE,
                Latency.PUBLISHED_SHAPE,
                finance,
                Design.UNCACHED,
                ModelError.KNOWN,
                WhatIf.NOTHING,
                new TreeMap<>());
    }

    /** In which all its money is, and the cost of every design. */
    public Currency currency() {
        return finance.currency();
    }

    /** Why nothing built on the plan may pass for final; empty if it may. */
    public Optional<String> draft() {
        return Optional.ofNullable(sources.get(DRAFT));
    }

    public Plan withName(String value) {
        return new Plan(
                value, purpose, items, traffic, inference, caching, tuning, retrieval, outcome, models, contract,
                latency, finance, today, model, whatIf, sources);
    }

    public Plan withPurpose(String value) {
        return new Plan(
                name, value, items, traffic, inference, caching, tuning, retrieval, outcome, models, contract, latency,
                finance, today, model, whatIf, sources);
    }

    /** The plan with other items; ranges and scenarios of items that are gone go with them. */
    public Plan withItems(List<ContextItem> value) {
        Plan changed = withNumbers(value);
        return changed.withWhatIf(whatIf.of(changed));
    }

    /** The plan with items that differ from its own in numbers alone, so that everything else is still about them. */
    Plan withNumbers(List<ContextItem> value) {
        return new Plan(
                name, purpose, value, traffic, inference, caching, tuning, retrieval, outcome, models, contract,
                latency, finance, today, model, whatIf, sources);
    }

    public Plan withWhatIf(WhatIf value) {
        return with(items, today, value, sources);
    }

    private Plan with(List<ContextItem> other, Design now, WhatIf doubt, NavigableMap<String, String> stated) {
        return new Plan(
                name, purpose, other, traffic, inference, caching, tuning, retrieval, outcome, models, contract,
                latency, finance, now, model, doubt, stated);
    }

    public Plan withTraffic(Traffic value) {
        return new Plan(
                name, purpose, items, value, inference, caching, tuning, retrieval, outcome, models, contract, latency,
                finance, today, model, whatIf, sources);
    }

    public Plan withInference(Inference value) {
        return new Plan(
                name, purpose, items, traffic, value, caching, tuning, retrieval, outcome, models, contract, latency,
                finance, today, model, whatIf, sources);
    }

    public Plan withCaching(Caching value) {
        return new Plan(
                name, purpose, items, traffic, inference, value, tuning, retrieval, outcome, models, contract, latency,
                finance, today, model, whatIf, sources);
    }

    public Plan withTuning(Tuning value) {
        return new Plan(
                name, purpose, items, traffic, inference, caching, value, retrieval, outcome, models, contract, latency,
                finance, today, model, whatIf, sources);
    }

    public Plan withRetrieval(Retrieval value) {
        return new Plan(
                name, purpose, items, traffic, inference, caching, tuning, value, outcome, models, contract, latency,
                finance, today, model, whatIf, sources);
    }

    public Plan withOutcome(Outcome value) {
        return new Plan(
                name, purpose, items, traffic, inference, caching, tuning, retrieval, value, models, contract, latency,
                finance, today, model, whatIf, sources);
    }

    /** With other models spoken of; ranges and scenarios of those that are gone go with them. */
    public Plan withModels(List<StatedModel> value) {
        Plan changed = withModelNumbers(value);
        return changed.withWhatIf(whatIf.of(changed));
    }

    /** With models that differ in numbers alone, so that everything else is still about them. */
    Plan withModelNumbers(List<StatedModel> value) {
        return new Plan(
                name, purpose, items, traffic, inference, caching, tuning, retrieval, outcome, value, contract, latency,
                finance, today, model, whatIf, sources);
    }

    /** What is known of {@code one}, if anything is. */
    public Optional<StatedModel> stated(@Nullable PriceRef one) {
        return models.stream().filter(m -> m.model().equals(one)).findFirst();
    }

    public Plan withContract(Contract value) {
        return new Plan(
                name, purpose, items, traffic, inference, caching, tuning, retrieval, outcome, models, value, latency,
                finance, today, model, whatIf, sources);
    }

    public Plan withFinance(Finance value) {
        return new Plan(
                name, purpose, items, traffic, inference, caching, tuning, retrieval, outcome, models, contract,
                latency, value, today, model, whatIf, sources);
    }

    /** Without an exchange rate that nobody stated; one that a range is about is stated. */
    public Plan withoutFilledInRate() {
        return whatIf.range(PlanField.EXCHANGE_RATE.path()).isPresent()
                ? this
                : withFinance(finance.withoutFilledInRate());
    }

    /**
     * The plan with today's design. {@link Design#AS_PLACED} and {@link Design#AS_IS} write down where each item stands by
     * the placement column, or today, at this moment; from then on nothing moves it.
     */
    public Plan withToday(Design value) {
        boolean written = value == Design.AS_PLACED || value == Design.AS_IS;
        Design from = value == Design.AS_IS ? today : value;
        List<ContextItem> changed = items.stream()
                .map(i -> i.withToday(written ? from.placementOf(i) : null))
                .toList();
        return with(changed, written ? Design.AS_IS : value, whatIf, sources);
    }

    public Plan withSources(Map<String, String> value) {
        return with(items, today, whatIf, new TreeMap<>(value));
    }

    /** The plan with the source of one field stated; a blank text takes the statement away. */
    public Plan withSource(String path, String source) {
        Map<String, String> changed = new TreeMap<>(sources);
        if (source.isBlank()) {
            changed.remove(path);
        } else {
            changed.put(path, source);
        }
        return withSources(changed);
    }

    /**
     * Indexes of the items that today's prompt has in the cache, in its order. What changes with each request, and stands
     * before something that is to be cached, is sent to the cache with it and is never found again; at the end it is plain
     * input.
     */
    public List<Integer> cachedToday() {
        List<Integer> cached = new ArrayList<>();
        int last = 0;
        for (int i = 0; i < items.size(); i++) {
            if (today.placementOf(items.get(i)) == Placement.CACHED_PREFIX) {
                cached.add(i);
                last = items.get(i).scope() == Scope.REQUEST ? last : cached.size();
            }
        }
        return cached.subList(0, last);
    }

    /** The item with that id, if there is one. */
    public Optional<ContextItem> item(String id) {
        return items.stream().filter(i -> i.id().equals(id)).findFirst();
    }

    /** The plan with the item of that id changed. */
    public Plan withItem(String id, UnaryOperator<ContextItem> change) {
        return withItems(
                items.stream().map(i -> i.id().equals(id) ? change.apply(i) : i).toList());
    }

    /** The plan without the item of that id. */
    public Plan withoutItem(String id) {
        return withItems(items.stream().filter(i -> !i.id().equals(id)).toList());
    }

    /** The plan with the item at {@code index} replaced. */
    public Plan withItem(int index, ContextItem item) {
        List<ContextItem> changed = new ArrayList<>(items);
        changed.set(index, item);
        return withItems(changed);
    }
}
