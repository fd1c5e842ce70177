package app.steelyard.app.check;

import app.steelyard.app.plan.NewPlan;
import app.steelyard.app.plan.TakenPreset;
import app.steelyard.document.Preset;
import app.steelyard.document.Presets;
import app.steelyard.json.JsonValue;
import app.steelyard.plan.Caching;
import app.steelyard.plan.Design;
import app.steelyard.plan.Distribution;
import app.steelyard.plan.ItemNumber;
import app.steelyard.plan.Plan;
import app.steelyard.plan.PlanField;
import app.steelyard.plan.PriceRef;
import app.steelyard.plan.item.ContextItem;
import app.steelyard.plan.item.Kind;
import app.steelyard.plan.item.Placement;
import app.steelyard.plan.item.Scope;
import app.steelyard.plan.typed.RangeText;
import app.steelyard.text.Refusal;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is stated of a system and what must be assumed of it, which is all that its plan is made of.
 *
 * @param model whose prices and cache it runs on, or those like it
 * @param lifetime of the cache; null for the vendor's first
 * @param keyed whether requests name a cache key or a breakpoint
 * @param preset whose numbers stand where none is given; null for none
 * @param items the prompt without the conversation
 * @param growing whether the conversation is cached as well
 * @param traffic in place of the preset's numbers, or more of them
 * @param conversation likewise; empty for a system without one
 */
record StatedSystem(
        @Nullable PriceRef model,
        @Nullable String lifetime,
        @Nullable Boolean keyed,
        @Nullable Preset preset,
        List<Item> items,
        @Nullable Boolean growing,
        Map<PlanField, Preset.Value> traffic,
        Map<ItemNumber.Kind, Preset.Value> conversation) {

    /** The day whose prices and rules of caches apply. */
    private static final LocalDate DAY = LocalDate.of(2026, 11, 29);

    /** Where no model is named; a plain automatic cache, as most systems of the bank have. */
    private static final PriceRef UNNAMED_MODEL = new PriceRef("openai", "gpt-5.1");

    /** Where a system's traffic is not known it matters only for what several sessions share. */
    private static final double REQUESTS = 10_000;

    /** A part of the prompt that stays as long as it is. */
    record Item(String id, Scope scope, boolean cached, Preset.Value tokens) {
        static Item of(JsonValue json) {
            return new Item(
                    json.filled("id"),
                    json.choice("scope", Scope.class),
                    json.member("cached").map(JsonValue::flag).orElse(false),
                    json.member("tokens").map(t -> t.object(Item::tokens)).orElse(new Preset.Value(0, null, null, "")));
        }

        private static Preset.Value tokens(JsonValue json) {
            return new Preset.Value(
                    json.number("value"),
                    json.optional("low").map(JsonValue::number).orElse(null),
                    json.optional("high").map(JsonValue::number).orElse(null),
                    json.filled("source"));
        }
    }

    static StatedSystem of(JsonValue json) {
        return new StatedSystem(
                json.optional("model").map(m -> reference(m)).orElse(null),
                json.optional("lifetime").map(JsonValue::filled).orElse(null),
                json.optional("keyed").map(JsonValue::flag).orElse(null),
                json.optional("preset").map(p -> preset(p)).orElse(null),
                json.optional("items")
                        .map(l -> l.<Item>list(i -> i.object(Item::of)))
                        .orElse(List.of()),
                json.optional("conversationCached").map(JsonValue::flag).orElse(null),
                Presets.traffic(json, "traffic"),
                Presets.conversation(json, "conversation"));
    }

    private static @Nullable PriceRef reference(JsonValue json) {
        try {
            return PriceRef.parse(json.filled());
        } catch (IllegalArgumentException e) {
            json.refuse(String.valueOf(e.getMessage()));
            return null;
        }
    }

    private static @Nullable Preset preset(JsonValue json) {
        try {
            return Presets.named(json.filled());
        } catch (Refusal e) {
            json.refuse(String.valueOf(e.getMessage()));
            return null;
        }
    }

    /** This one where {@code own} says nothing else. */
    StatedSystem with(StatedSystem own) {
        return new StatedSystem(
                or(own.model, model),
                or(own.lifetime, lifetime),
                or(own.keyed, keyed),
                or(own.preset, preset),
                own.items.isEmpty() ? items : own.items,
                or(own.growing, growing),
                merged(PlanField.class, traffic, own.traffic),
                merged(ItemNumber.Kind.class, conversation, own.conversation));
    }

    private static <T> @Nullable T or(@Nullable T own, @Nullable T usual) {
        return own == null ? usual : own;
    }

    private static <K extends Enum<K>, V> Map<K, V> merged(Class<K> type, Map<K, V> usual, Map<K, V> own) {
        Map<K, V> merged = new EnumMap<>(type);
        merged.putAll(usual);
        merged.putAll(own);
        return merged;
    }

    /** Its plan, with a range for every number that is not sure, on a cache as it was seen to behave. */
    Plan plan(String name) {
        PriceRef reference = Optional.ofNullable(model).orElse(UNNAMED_MODEL);
        Plan plan = NewPlan.of(reference, DAY).withName(name);
        plan = plan.withItems(items.stream().map(StatedSystem::item).toList())
                .withCaching(new Caching(lifetime, null, null, 0)
                        .withBehaviour(Caching.Behaviour.OBSERVED)
                        .withKeyed(Boolean.TRUE.equals(keyed)))
                .withToday(Design.UNCACHED);
        plan = PlanField.REQUESTS_PER_MONTH.with(plan, REQUESTS);
        plan = PlanField.HORIZON_MONTHS.with(plan, 1);
        for (Item item : items) {
            plan = ranged(plan, item);
        }
        plan = TakenPreset.of(plan, numbers(), null).plan();
        return Boolean.FALSE.equals(growing)
                ? plan.withItems(plan.items().stream()
                        .map(i -> i.growth() == null ? i : i.withPlacement(Placement.PLAIN_PROMPT))
                        .toList())
                : plan;
    }

    private static ContextItem item(Item item) {
        return new ContextItem(
                item.id,
                item.id,
                item.tokens.value(),
                Kind.INFORMATION,
                item.scope,
                0,
                item.cached ? Placement.CACHED_PREFIX : Placement.PLAIN_PROMPT);
    }

    private static Plan ranged(Plan plan, Item item) {
        Double low = item.tokens.low();
        Double high = item.tokens.high();
        return low == null || high == null
                ? plan
                : RangeText.apply(
                        plan,
                        new ItemNumber(item.id, ItemNumber.Kind.TOKENS),
                        new RangeText.Ranged(item.tokens.value(), low, high, Distribution.PERT));
    }

    private Preset numbers() {
        Map<PlanField, Preset.Value> all =
                merged(PlanField.class, preset == null ? Map.of() : preset.traffic(), traffic);
        // A preset's conversation is taken where something is said of one, or nothing of the prompt at all.
        boolean without = conversation.isEmpty() && !items.isEmpty();
        Map<ItemNumber.Kind, Preset.Value> talk = merged(
                ItemNumber.Kind.class, preset == null || without ? Map.of() : preset.conversation(), conversation);
        return new Preset("", "", "", "", all, talk);
    }
}
