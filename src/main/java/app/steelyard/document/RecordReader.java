package app.steelyard.document;

import app.steelyard.json.JsonValue;
import app.steelyard.plan.PriceRef;
import app.steelyard.text.Currency;
import app.steelyard.text.Names;
import app.steelyard.text.Texts;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Turns JSON into a record, whose components are the keys. */
final class RecordReader {
    private static final Texts TEXTS = Texts.of(RecordReader.class);

    private RecordReader() {}

    /** The record, or null with a problem added. */
    static @Nullable Object record(Class<?> type, JsonValue json) {
        int before = json.problems();
        if (!json.isObject()) {
            return null;
        }
        List<RecordComponent> components = RecordShape.components(type);
        @Nullable Object[] values = new @Nullable Object[components.size()];
        for (int i = 0; i < components.size(); i++) {
            RecordComponent component = components.get(i);
            Optional<JsonValue> member = RecordShape.optional(component)
                    ? json.optional(component.getName())
                    : json.member(component.getName());
            values[i] = member.map(m -> value(component.getType(), component.getGenericType(), m))
                    .orElse(null);
        }
        json.done();
        return json.problems() == before ? RecordShape.make(type, values) : null;
    }

    /** The object with those of {@code keys} that it leaves out as they are in {@code usual}. */
    static JsonValue completed(JsonValue json, Record usual, List<String> keys) {
        JsonValue whole = json;
        for (RecordComponent component : RecordShape.components(usual.getClass())) {
            Object value = RecordShape.get(usual, component);
            if (value != null
                    && keys.contains(component.getName())
                    && json.optional(component.getName()).isEmpty()) {
                whole = whole.with(component.getName(), json.as(value));
            }
        }
        return whole;
    }

    static List<String> keys(Class<? extends Record> type) {
        return RecordShape.components(type).stream()
                .map(RecordComponent::getName)
                .toList();
    }

    private static @Nullable Object value(Class<?> type, Type generic, JsonValue json) {
        if (type == double.class || type == Double.class) {
            return json.number();
        }
        if (type == boolean.class || type == Boolean.class) {
            return json.flag();
        }
        if (type == List.class) {
            Class<?> element = RecordShape.elementType(generic);
            return json.list(e -> value(element, element, e));
        }
        if (type == String.class) {
            return json.text();
        }
        if (type == LocalDate.class) {
            return json.date();
        }
        if (type == PriceRef.class) {
            return reference(json);
        }
        if (type == Currency.class) {
            return currency(json);
        }
        if (type.isEnum()) {
            return choice(type, json);
        }
        return type.isRecord() ? record(type, json) : texts(json);
    }

    private static @Nullable Object choice(Class<?> type, JsonValue json) {
        Map<String, Object> constants = new LinkedHashMap<>();
        for (Object constant : type.getEnumConstants()) {
            constants.put(Names.word((Enum<?>) constant), constant);
        }
        return constants.get(json.choice(constants.keySet()));
    }

    private static NavigableMap<String, String> texts(JsonValue json) {
        NavigableMap<String, String> values = new TreeMap<>();
        json.members((key, value) -> values.put(key, value.text()));
        return values;
    }

    private static @Nullable Currency currency(JsonValue json) {
        String code = json.text();
        if (Currency.isCode(code)) {
            return new Currency(code);
        }
        if (json.isText()) {
            json.refuse(TEXTS.get("currency", json.shown()));
        }
        return null;
    }

    /** A model or service; null, with a problem added, where it is none. */
    static @Nullable PriceRef reference(JsonValue json) {
        String text = json.text();
        try {
            return PriceRef.parse(text);
        } catch (IllegalArgumentException e) {
            if (json.isText()) {
                json.refuse(TEXTS.get("reference", json.shown()));
            }
            return null;
        }
    }
}
