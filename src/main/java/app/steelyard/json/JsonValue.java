package app.steelyard.json;

import app.steelyard.text.Names;
import app.steelyard.text.Problem;
import app.steelyard.text.Texts;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A value of a JSON text, and where it stands there. Its members are taken in the type they must have. What does not fit
 * is refused at its place and something of the right type returned in its stead, so that reading goes on and finds every
 * problem; {@link JsonReading} lets nothing of that out. So it is with members nobody asked for, once {@link #done} is
 * called.
 */
public final class JsonValue {
    private static final Texts TEXTS = Texts.of(JsonValue.class);
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern WHOLE = Pattern.compile("-?\\d{1,18}");
    private static final long MOST = 1_000_000_000_000L;
    private static final int SHOWN = 40;

    private final Source source;
    private final @Nullable JsonValue parent;
    private final String key;
    private final int line;
    private final int column;
    private final Content content;
    private final Set<String> asked = new LinkedHashSet<>(4);

    /** The file, and what was found wrong with it so far. */
    record Source(String file, List<Problem> problems) {}

    sealed interface Content {}

    /** Keys in the text's order. */
    record Members(Map<String, JsonValue> members) implements Content {}

    record Elements(List<JsonValue> elements) implements Content {}

    record Text(String text) implements Content {}

    /** A number as it is written. */
    record Digits(String text) implements Content {}

    /** True, false or null. */
    record Word(String text) implements Content {}

    JsonValue(Source source, @Nullable JsonValue parent, String key, int line, int column, Content content) {
        this.source = source;
        this.parent = parent;
        this.key = key;
        this.line = line;
        this.column = column;
        this.content = content;
    }

    /** The same place with something else in it. */
    JsonValue holding(Content other) {
        return new JsonValue(source, parent, key, line, column, other);
    }

    /** JSON pointer to this value (RFC 6901); empty for the whole text. */
    public String pointer() {
        return parent == null ? "" : pointer(parent.pointer(), key);
    }

    /** The pointer to {@code member} of what {@code object} points to. */
    public static String pointer(String object, String member) {
        return object + "/" + member.replace("~", "~0").replace("/", "~1");
    }

    /** Adds a problem at this place. */
    public void refuse(String reason) {
        source.problems.add(new Problem(source.file, line, column, pointer(), reason));
    }

    /** Adds a problem with what {@code pointer} names; see {@link #problem}. */
    public void refuse(String pointer, String reason) {
        source.problems.add(problem(pointer, reason));
    }

    /** A problem with what {@code pointer} names from here, in line and column of the innermost value around it that is there. */
    public Problem problem(String pointer, String reason) {
        JsonValue at = this;
        Iterator<String> steps = Arrays.stream(pointer.split("/", -1)).skip(1).iterator();
        JsonValue inner = at;
        while (inner != null) {
            at = inner;
            inner = steps.hasNext() ? at.child(steps.next().replace("~1", "/").replace("~0", "~")) : null;
        }
        return new Problem(source.file, at.line, at.column, pointer() + pointer, reason);
    }

    private @Nullable JsonValue child(String step) {
        return switch (content) {
            case Members object -> object.members.get(step);
            case Elements list
            when step.matches("\\d{1,9}") && Integer.parseInt(step) < list.elements.size() ->
                list.elements.get(Integer.parseInt(step));
            default -> null;
        };
    }

    /** How many problems were found so far, here and elsewhere. */
    public int problems() {
        return source.problems.size();
    }

    public boolean isText() {
        return content instanceof Text;
    }

    public boolean isNumber() {
        return content instanceof Digits;
    }

    public boolean isList() {
        return content instanceof Elements;
    }

    /** Whether this is an object; else that is refused. */
    public boolean isObject() {
        return content instanceof Members || wrong("type.object");
    }

    /** Refuses the value for its type. */
    private boolean wrong(String reason) {
        String found = switch (content) {
            case Members m -> TEXTS.get("found.object");
            case Elements e -> TEXTS.get("found.list");
            case Text t -> TEXTS.get("found.text");
            case Digits d -> TEXTS.get("found.number");
            case Word w -> w.text;
        };
        refuse(TEXTS.get(reason, found));
        return false;
    }

    /** The value as a sentence may show it: cut to a length that is fit for one, and empty for lists and objects. */
    public String shown() {
        String text = switch (content) {
            case Members m -> "";
            case Elements e -> "";
            case Text t -> t.text;
            case Digits d -> d.text;
            case Word w -> w.text;
        };
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
    }

    /** The member, if it is there. */
    public Optional<JsonValue> optional(String member) {
        asked.add(member);
        return Optional.ofNullable(content instanceof Members object ? object.members.get(member) : null);
    }

    /** The member, if it is there and not null. */
    public Optional<JsonValue> given(String member) {
        return optional(member).filter(v -> !(v.content instanceof Word word && word.text.equals("null")));
    }

    /** The member, which must be there. */
    public Optional<JsonValue> member(String member) {
        Optional<JsonValue> found = optional(member);
        if (found.isEmpty() && content instanceof Members) {
            source.problems.add(new Problem(
                    source.file, line, column, pointer(pointer(), member), TEXTS.get("key.missing", member)));
        }
        return found;
    }

    /** Refuses every member that was not asked for. */
    public void done() {
        if (content instanceof Members object) {
            object.members.forEach((name, value) -> {
                if (!asked.contains(name)) {
                    value.refuse(TEXTS.get("key.unknown", name, String.join(", ", asked)));
                }
            });
        }
    }

    /** Each member of an object, whatever its key. */
    public void members(BiConsumer<String, JsonValue> taker) {
        if (isObject()) {
            asked.addAll(((Members) content).members.keySet());
            ((Members) content).members.forEach(taker);
        }
    }

    /** The elements of a list, each read by {@code reader}, which may return null for one that it has refused. */
    public <T> List<T> list(Function<JsonValue, @Nullable T> reader) {
        List<T> all = new ArrayList<>();
        if (content instanceof Elements list) {
            for (JsonValue element : list.elements) {
                T one = reader.apply(element);
                if (one != null) {
                    all.add(one);
                }
            }
        } else {
            wrong("type.list");
        }
        return all;
    }

    /** The objects of a list that must be there and hold at least one; a member that nobody reads is refused. */
    public <T> List<T> objects(String member, Function<JsonValue, @Nullable T> reader) {
        Optional<JsonValue> list = member(member);
        list.filter(l -> l.content instanceof Elements e && e.elements.isEmpty())
                .ifPresent(l -> l.refuse(TEXTS.get("few")));
        return list.map(l -> l.<T>list(o -> o.object(reader))).orElse(List.of());
    }

    /** The object read by {@code reader}; null where it is none. A member that {@code reader} does not ask for is refused. */
    public <T> @Nullable T object(Function<JsonValue, @Nullable T> reader) {
        if (!isObject()) {
            return null;
        }
        T read = reader.apply(this);
        done();
        return read;
    }

    /** This text, which may be empty. */
    public String text() {
        if (content instanceof Text text) {
            return text.text;
        }
        wrong("type.text");
        return "";
    }

    /** This text, which must not be blank. */
    public String filled() {
        String text = text();
        if (isText() && text.isBlank()) {
            refuse(TEXTS.get("blank"));
        }
        return text;
    }

    /** This number; not a number where it is none. */
    public double number() {
        if (!(content instanceof Digits digits)) {
            wrong("type.number");
            return Double.NaN;
        }
        double value = Double.parseDouble(digits.text);
        if (Double.isInfinite(value)) {
            refuse(TEXTS.get("number.large"));
            return Double.NaN;
        }
        // A minus before zero says nothing.
        return value == 0 ? 0.0 : value;
    }

    /** This whole number, from {@code least} to a million million. */
    public long whole(long least) {
        if (content instanceof Digits digits && WHOLE.matcher(digits.text).matches()) {
            long value = Long.parseLong(digits.text);
            if (value >= least && value <= MOST) {
                return value;
            }
        }
        refuse(TEXTS.get("whole", shown(), least));
        return least;
    }

    public boolean flag() {
        return content instanceof Word word && !word.text.equals("null")
                ? word.text.equals("true")
                : wrong("type.flag");
    }

    /** This day, written 2026-01-31. */
    public LocalDate date() {
        String text = text();
        try {
            if (DAY.matcher(text).matches()) {
                return LocalDate.parse(text);
            }
        } catch (DateTimeException e) {
            // Said below: a day that is in no calendar, such as 30 February.
        }
        if (isText()) {
            refuse(TEXTS.get("date", shown()));
        }
        return LocalDate.EPOCH;
    }

    /** The constant that this text names as {@link app.steelyard.text.Names#word} does; the first one where there is none. */
    public <E extends Enum<E>> E choice(Class<E> type) {
        Map<String, E> constants = new LinkedHashMap<>();
        for (E constant : type.getEnumConstants()) {
            constants.put(Names.word(constant), constant);
        }
        E chosen = constants.get(choice(constants.keySet()));
        return chosen == null ? type.getEnumConstants()[0] : chosen;
    }

    /** This text, which must be one of {@code words}. */
    public String choice(Set<String> words) {
        String text = text();
        if (isText() && !words.contains(text)) {
            refuse(TEXTS.get("choice", shown(), String.join(", ", words)));
        }
        return text;
    }

    // Members by their keys: what must be there is refused where it is missing.

    public String filled(String member) {
        return member(member).map(JsonValue::filled).orElse("");
    }

    public double number(String member) {
        return member(member).map(JsonValue::number).orElse(Double.NaN);
    }

    public double numberOr(String member, double absent) {
        return optional(member).map(JsonValue::number).orElse(absent);
    }

    public LocalDate date(String member) {
        return member(member).map(JsonValue::date).orElse(LocalDate.EPOCH);
    }

    public <E extends Enum<E>> E choice(String member, Class<E> type) {
        return member(member).map(v -> v.choice(type)).orElse(type.getEnumConstants()[0]);
    }

    /**
     * The same object with another value for a member, or one more; it stands where {@code place} does. For files in an
     * earlier format.
     */
    public JsonValue with(String member, JsonValue place) {
        Map<String, JsonValue> changed = new LinkedHashMap<>(((Members) content).members);
        changed.put(member, new JsonValue(source, this, member, place.line, place.column, place.content));
        return holding(new Members(changed));
    }

    /** A text in this value's place. */
    public JsonValue asText(String text) {
        return holding(new Text(text));
    }

    /** A number, a flag or a constant in this value's place. */
    public JsonValue as(Object value) {
        return holding(
                switch (value) {
                    case Double number -> new Digits(JsonText.number(number).toString());
                    case Boolean flag -> new Word(flag.toString());
                    case Enum<?> constant -> new Text(Names.word(constant));
                    default -> new Text(value.toString());
                });
    }

    /** An empty object in this value's place. */
    public JsonValue asObject() {
        return holding(new Members(Map.of()));
    }

    /** A list in this value's place. */
    public JsonValue asList(List<JsonValue> elements) {
        return holding(new Elements(elements));
    }
}
