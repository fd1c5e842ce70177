package app.steelyard.document;

import app.steelyard.plan.PriceRef;
import app.steelyard.text.Texts;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Turns JSON into a record, and goes on after a problem so as to find the others. */
final class RecordReader {
    private static final Texts TEXTS = Texts.of(RecordReader.class);

    private final List<PlanFileProblem> problems;

    RecordReader(List<PlanFileProblem> problems) {
        this.problems = problems;
    }

    /** The record, or null with a problem added. */
    @Nullable
    Object record(Class<?> type, Json json, String pointer, Set<String> alsoKnown) {
        if (!(json instanceof Json.Members object)) {
            return wrong(pointer, json, "type.object", found(json));
        }
        List<RecordComponent> components = RecordShape.components(type);
        unknownKeys(object, components, pointer, alsoKnown);
        @Nullable Object[] values = new @Nullable Object[components.size()];
        boolean whole = true;
        for (int i = 0; i < components.size(); i++) {
            RecordComponent component = components.get(i);
            String inner = PlanFileProblem.child(pointer, component.getName());
            Json member = object.members().get(component.getName());
            if (member != null) {
                values[i] = value(component.getType(), component.getGenericType(), member, inner);
                whole &= values[i] != null;
            } else if (!RecordShape.optional(component)) {
                whole = wrong(inner, json, "key.missing", component.getName()) != null;
            }
        }
        return whole ? RecordShape.make(type, values) : null;
    }

    private void unknownKeys(
            Json.Members object, List<RecordComponent> components, String pointer, Set<String> alsoKnown) {
        Set<String> known = components.stream().map(RecordComponent::getName).collect(Collectors.toSet());
        object.members().forEach((key, value) -> {
            if (!known.contains(key) && !alsoKnown.contains(key)) {
                String names = components.stream().map(RecordComponent::getName).collect(Collectors.joining(", "));
                wrong(PlanFileProblem.child(pointer, key), value, "key.unknown", key, names);
            }
        });
    }

    private @Nullable Object value(Class<?> type, Type generic, Json json, String pointer) {
        if (type == double.class || type == Double.class) {
            return number(json, pointer);
        }
        if (type == List.class) {
            return list(RecordShape.elementType(generic), json, pointer);
        }
        if (type.isRecord() && type != PriceRef.class) {
            return record(type, json, pointer, Set.of());
        }
        if (type != String.class && !type.isEnum() && type != LocalDate.class && type != PriceRef.class) {
            return texts(json, pointer);
        }
        if (!(json instanceof Json.Text text)) {
            return wrong(pointer, json, "type.text", found(json));
        }
        if (type == String.class) {
            return text.value();
        }
        if (type == LocalDate.class) {
            return date(text, pointer);
        }
        return type == PriceRef.class ? reference(text, pointer) : choice(type, text, pointer);
    }

    private @Nullable Double number(Json json, String pointer) {
        if (!(json instanceof Json.Num number)) {
            wrong(pointer, json, "type.number", found(json));
            return null;
        }
        if (Double.isInfinite(number.value())) {
            wrong(pointer, json, "number.large");
            return null;
        }
        // A minus before zero says nothing.
        return number.value() == 0 ? 0.0 : number.value();
    }

    private @Nullable List<Object> list(Class<?> type, Json json, String pointer) {
        if (!(json instanceof Json.Elements array)) {
            wrong(pointer, json, "type.array", found(json));
            return null;
        }
        List<Object> values = new ArrayList<>();
        for (int i = 0; i < array.elements().size(); i++) {
            Object value =
                    value(type, type, array.elements().get(i), PlanFileProblem.child(pointer, Integer.toString(i)));
            if (value != null) {
                values.add(value);
            }
        }
        return values.size() == array.elements().size() ? values : null;
    }

    private @Nullable NavigableMap<String, String> texts(Json json, String pointer) {
        if (!(json instanceof Json.Members object)) {
            wrong(pointer, json, "type.object", found(json));
            return null;
        }
        NavigableMap<String, String> values = new TreeMap<>();
        object.members().forEach((key, value) -> {
            if (value instanceof Json.Text text) {
                values.put(key, text.value());
            } else {
                wrong(PlanFileProblem.child(pointer, key), value, "type.text", found(value));
            }
        });
        return values.size() == object.members().size() ? values : null;
    }

    private @Nullable LocalDate date(Json.Text text, String pointer) {
        try {
            if (text.value().matches("\\d{4}-\\d{2}-\\d{2}")) {
                return LocalDate.parse(text.value());
            }
        } catch (DateTimeParseException e) {
            // Said below: a day that is in no calendar, such as 30 February.
        }
        wrong(pointer, text, "date", text.value());
        return null;
    }

    private @Nullable PriceRef reference(Json.Text text, String pointer) {
        try {
            return PriceRef.parse(text.value());
        } catch (IllegalArgumentException e) {
            wrong(pointer, text, "reference", text.value());
            return null;
        }
    }

    private @Nullable Object choice(Class<?> type, Json.Text text, String pointer) {
        List<String> words = new ArrayList<>();
        for (Object constant : type.getEnumConstants()) {
            String word = RecordShape.word((Enum<?>) constant);
            if (word.equals(text.value())) {
                return constant;
            }
            words.add(word);
        }
        return wrong(pointer, text, "choice", text.value(), String.join(", ", words));
    }

    private static String found(Json json) {
        return switch (json) {
            case Json.Members m -> TEXTS.get("found.object");
            case Json.Elements e -> TEXTS.get("found.array");
            case Json.Text t -> TEXTS.get("found.text");
            case Json.Num n -> TEXTS.get("found.number");
            case Json.Other o -> o.text();
        };
    }

    private @Nullable Object wrong(String pointer, Json at, String key, Object... arguments) {
        problems.add(new PlanFileProblem(pointer, at.place().line(), at.place().column(), TEXTS.get(key, arguments)));
        return null;
    }
}
