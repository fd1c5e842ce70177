package app.steelyard.decision.rules;

import app.steelyard.json.JsonFault;
import app.steelyard.text.Texts;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A value in a JSON text and where it is. Its members can be taken in the type they must have; what does not fit is
 * reported with its pointer, and so is every member nobody asked for. Reading goes on, so as to find every problem.
 */
public final class Spot {
    private static final Texts TEXTS = Texts.of(Spot.class);
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final JsonNode node;
    private final String pointer;
    private final List<JsonProblem> problems;
    private final Set<String> asked = new HashSet<>();

    private Spot(JsonNode node, String pointer, List<JsonProblem> problems) {
        this.node = node;
        this.pointer = pointer;
        this.problems = problems;
    }

    /** The object that {@code text} holds; empty, with a problem added, where it holds none. */
    public static Optional<Spot> parse(String text, List<JsonProblem> problems) {
        try {
            JsonNode node = MAPPER.readTree(text);
            if (node.isObject()) {
                return Optional.of(new Spot(node, "", problems));
            }
            problems.add(new JsonProblem("", TEXTS.get("json.object", kind(node))));
        } catch (JacksonException e) {
            problems.add(new JsonProblem("", TEXTS.get("json.syntax", JsonFault.withPlace(e))));
        }
        return Optional.empty();
    }

    public void refuse(String key, Object... arguments) {
        problems.add(new JsonProblem(pointer, TEXTS.get(key, arguments)));
    }

    public boolean has(String key) {
        return node.has(key);
    }

    public boolean isText() {
        return node.isString();
    }

    boolean isNumber() {
        return node.isNumber();
    }

    public boolean isArray() {
        return node.isArray();
    }

    /** The member, which must be there. */
    public Optional<Spot> member(String key) {
        asked.add(key);
        if (!node.has(key)) {
            refuse("json.missing", key);
            return Optional.empty();
        }
        return Optional.of(child(key));
    }

    /** The member, if it is there. */
    public Optional<Spot> optional(String key) {
        asked.add(key);
        return node.has(key) ? Optional.of(child(key)) : Optional.empty();
    }

    private Spot child(String key) {
        return new Spot(node.get(key), pointer + "/" + key.replace("~", "~0").replace("/", "~1"), problems);
    }

    /** Reports every member that was not asked for. */
    public void done() {
        for (String name : node.propertyNames()) {
            if (!asked.contains(name)) {
                child(name).refuse("json.unknown", name, String.join(", ", new java.util.TreeSet<>(asked)));
            }
        }
    }

    /** Whether this is an object; else that is reported. */
    public boolean isObject() {
        if (!node.isObject()) {
            refuse("json.object", kind(node));
        }
        return node.isObject();
    }

    /** Each member of an object. */
    public void members(BiConsumer<String, Spot> taker) {
        if (isObject()) {
            node.propertyNames().forEach(n -> taker.accept(n, child(n)));
        }
    }

    /** Each element of the list under {@code key}. */
    void each(String key, Consumer<Spot> taker) {
        member(key).ifPresent(list -> list.elements(taker));
    }

    /** Each element of this list. */
    public void elements(Consumer<Spot> taker) {
        if (!node.isArray()) {
            refuse("json.list", kind(node));
            return;
        }
        for (int i = 0; i < node.size(); i++) {
            taker.accept(new Spot(node.get(i), pointer + "/" + i, problems));
        }
    }

    /** The texts of the list under {@code key}; none where that is missing. */
    List<String> texts(String key) {
        List<String> texts = new ArrayList<>();
        optional(key).ifPresent(list -> list.elements(e -> texts.add(e.asText())));
        return texts;
    }

    public String text(String key) {
        return member(key).map(Spot::asText).orElse("");
    }

    String textOr(String key, String absent) {
        return optional(key).map(Spot::asText).orElse(absent);
    }

    public String asText() {
        if (!node.isString()) {
            refuse("json.text", kind(node));
            return "";
        }
        if (node.stringValue().isBlank()) {
            refuse("json.blank");
        }
        return node.stringValue();
    }

    public double number(String key) {
        return member(key).map(Spot::asNumber).orElse(Double.NaN);
    }

    public double numberOr(String key, double absent) {
        return optional(key).map(Spot::asNumber).orElse(absent);
    }

    public double asNumber() {
        if (!node.isNumber() || !Double.isFinite(node.doubleValue())) {
            refuse("json.number", kind(node));
            return Double.NaN;
        }
        return node.doubleValue();
    }

    @Nullable
    public LocalDate date(String key) {
        return member(key)
                .flatMap(spot -> {
                    String text = spot.asText();
                    try {
                        if (text.matches("\\d{4}-\\d{2}-\\d{2}")) {
                            return Optional.of(LocalDate.parse(text));
                        }
                    } catch (DateTimeException e) {
                        // Reported below, like every other text that is no day.
                    }
                    spot.refuse("json.date", text);
                    return Optional.empty();
                })
                .orElse(null);
    }

    /** The constant of this name, written as in files; the first one, with a problem added, where there is none. */
    public <E extends Enum<E>> E choice(Class<E> type) {
        String text = asText();
        List<String> allowed = new ArrayList<>();
        for (E constant : type.getEnumConstants()) {
            String word = Vocabulary.word(constant);
            if (word.equals(text)) {
                return constant;
            }
            allowed.add(word);
        }
        refuse("json.choice", text, String.join(", ", allowed));
        return type.getEnumConstants()[0];
    }

    private static String kind(JsonNode node) {
        return TEXTS.get("json.kind." + node.getNodeType().name());
    }
}
