package app.steelyard.document;

import app.steelyard.json.JsonReader;
import app.steelyard.json.JsonValue;
import app.steelyard.plan.ItemNumber;
import app.steelyard.plan.PlanField;
import app.steelyard.plan.PlanNumber;
import app.steelyard.plan.check.PlanValidator;
import app.steelyard.text.Alike;
import app.steelyard.text.Refusal;
import app.steelyard.text.Texts;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The presets that come with the program, and how numbers with sources are read. */
public final class Presets {
    private static final Texts TEXTS = Texts.of(Presets.class);
    private static final String ITEM = "conversation";

    private Presets() {}

    /** Those of traffic, in the order shown. */
    public static List<Preset> shipped() {
        return packaged("presets.json");
    }

    /** Those of success and failures, in the order shown. */
    public static List<Preset> outcomes() {
        return packaged("outcomes.json");
    }

    private static List<Preset> packaged(String file) {
        return JsonReader.packaged(Presets.class, file, root -> {
                    List<Preset> all = root.objects("presets", Presets::preset);
                    root.done();
                    return all;
                })
                .packaged();
    }

    /**
     * The preset of that id or name.
     *
     * @throws Refusal if there is none
     */
    public static Preset named(String name) {
        List<Preset> all =
                Stream.concat(shipped().stream(), outcomes().stream()).toList();
        String id = name.strip().toLowerCase(Locale.ROOT).replaceAll("[\\s_]+", "-");
        return all.stream()
                .filter(p -> p.id().equals(id) || p.name().equalsIgnoreCase(name.strip()))
                .findFirst()
                .orElseThrow(
                        () -> unknown(name, id, all.stream().map(Preset::id).toList()));
    }

    private static Refusal unknown(String name, String id, List<String> known) {
        List<String> alike = Alike.to(id, known, '.');
        return new Refusal(TEXTS.get(
                alike.isEmpty() ? "preset.unknown" : "preset.unknown.alike",
                name,
                String.join(", ", known),
                String.join(", ", alike)));
    }

    private static Preset preset(JsonValue json) {
        return new Preset(
                json.filled("id"),
                json.filled("name"),
                json.filled("what"),
                json.filled("basis"),
                traffic(json, json.optional("outcome").isPresent() ? "outcome" : "traffic"),
                conversation(json, ITEM));
    }

    /** The numbers of a plan under {@code member}, by their paths; none where it is left out. */
    public static Map<PlanField, Preset.Value> traffic(JsonValue json, String member) {
        Map<String, PlanField> known = byPath(Stream.of(PlanField.values()), PlanField::path);
        return values(json, member, known, PlanField.class, Function.identity());
    }

    /** The numbers of an item under {@code member}, by their paths within it; none where it is left out. */
    public static Map<ItemNumber.Kind, Preset.Value> conversation(JsonValue json, String member) {
        String before = new ItemNumber("", ItemNumber.Kind.TOKENS).path().replace("tokens", "");
        Map<String, ItemNumber.Kind> known = byPath(
                Stream.of(ItemNumber.Kind.values()),
                k -> new ItemNumber("", k).path().substring(before.length()));
        return values(json, member, known, ItemNumber.Kind.class, k -> new ItemNumber(ITEM, k));
    }

    private static <K> Map<String, K> byPath(Stream<K> all, Function<K, String> path) {
        return all.collect(Collectors.toMap(path, Function.identity()));
    }

    private static <K extends Enum<K>> Map<K, Preset.Value> values(
            JsonValue json,
            String member,
            Map<String, K> known,
            Class<K> type,
            Function<K, ? extends PlanNumber> number) {
        Map<K, Preset.Value> values = new EnumMap<>(type);
        json.optional(member)
                .ifPresent(object -> object.members((path, stated) -> {
                    K key = known.get(path);
                    if (key == null) {
                        stated.refuse(TEXTS.get("preset.number.unknown", path));
                    } else {
                        Optional.ofNullable(stated.object(v -> value(v, number.apply(key))))
                                .ifPresent(v -> values.put(key, v));
                    }
                }));
        return values;
    }

    private static Preset.Value value(JsonValue json, PlanNumber number) {
        double value = json.number("value");
        Optional<JsonValue> low = json.optional("low");
        Optional<JsonValue> high = json.optional("high");
        Preset.Value read = new Preset.Value(
                value,
                low.map(JsonValue::number).orElse(null),
                high.map(JsonValue::number).orElse(null),
                json.filled("source"));
        PlanValidator.check(number, value).ifPresent(p -> json.refuse(p.reason()));
        if (!ordered(read, number)) {
            json.refuse(TEXTS.get("preset.range"));
        }
        return read;
    }

    private static boolean ordered(Preset.Value read, PlanNumber number) {
        @Nullable Double low = read.low();
        @Nullable Double high = read.high();
        return low == null || high == null
                ? low == null && high == null
                : low < high
                        && read.value() >= low
                        && read.value() <= high
                        && PlanValidator.inside(number, low)
                        && PlanValidator.inside(number, high);
    }
}
