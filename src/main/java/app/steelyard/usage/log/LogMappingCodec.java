package app.steelyard.usage.log;

import app.steelyard.json.JsonFault;
import app.steelyard.text.Texts;
import app.steelyard.usage.log.LogMapping.Meaning;
import app.steelyard.usage.log.LogMapping.TimeUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A mapping as text, format 1, described by {@code docs/mapping.schema.json}. */
public final class LogMappingCodec {
    private static final int FORMAT = 1;
    private static final Set<String> KEYS = Set.of("format", "columns", "times", "cached", "vendor", "currency");
    private static final Texts TEXTS = Texts.of(LogMappingCodec.class);
    private static final ObjectMapper MAPPER = JsonMapper.shared();

    private LogMappingCodec() {}

    /** A text that is no mapping; the message names everything that is wrong with it. */
    public static final class Problem extends Exception {
        private static final long serialVersionUID = 1;

        Problem(List<String> reasons) {
            super(String.join("\n", reasons));
        }
    }

    /** @throws Problem if anything in it is wrong */
    public static LogMapping read(String text) throws Problem {
        List<String> problems = new ArrayList<>();
        JsonNode root;
        try {
            root = MAPPER.readTree(text);
        } catch (JacksonException e) {
            throw new Problem(List.of(TEXTS.get("mapping.json", JsonFault.withPlace(e))));
        }
        if (!(root instanceof ObjectNode object)) {
            throw new Problem(List.of(TEXTS.get("mapping.object")));
        }
        if (object.path("format").asInt(0) != FORMAT) {
            throw new Problem(List.of(TEXTS.get("mapping.format", FORMAT)));
        }
        object.propertyNames().stream()
                .filter(k -> !KEYS.contains(k))
                .forEach(k -> problems.add(
                        TEXTS.get("mapping.key", k, KEYS.stream().sorted().collect(Collectors.joining(", ")))));
        Map<Meaning, String> columns = columns(object.path("columns"), problems);
        TimeUnit times = word(object, "times", TimeUnit.class, TimeUnit.ISO, problems);
        String cached = text(object, "cached", "inside", problems);
        if (!Set.of("inside", "beside").contains(cached)) {
            problems.add(TEXTS.get("mapping.word", "cached", cached, "inside, beside"));
        }
        String vendor = text(object, "vendor", "", problems);
        String currency = text(object, "currency", "USD", problems);
        if (!currency.matches("[A-Z]{3}")) {
            problems.add(TEXTS.get("mapping.currency", currency));
        }
        if (!vendor.matches("[a-z0-9-]*")) {
            problems.add(TEXTS.get("mapping.vendor", vendor));
        }
        LogMapping mapping = new LogMapping(columns, times, cached.equals("inside"), vendor, currency);
        mapping.missing().forEach(m -> problems.add(TEXTS.get("mapping.missing", name(m))));
        if (!problems.isEmpty()) {
            throw new Problem(problems);
        }
        return mapping;
    }

    private static Map<Meaning, String> columns(JsonNode node, List<String> problems) {
        Map<Meaning, String> columns = new EnumMap<>(Meaning.class);
        node.properties().forEach(e -> {
            Meaning meaning = constant(e.getKey(), Meaning.class);
            if (meaning == null) {
                problems.add(TEXTS.get("mapping.word", "columns", e.getKey(), names(Meaning.class)));
            } else if (!e.getValue().isString() || e.getValue().asString().isBlank()) {
                problems.add(TEXTS.get("mapping.column", e.getKey()));
            } else {
                columns.put(meaning, e.getValue().asString().strip().toLowerCase(Locale.ROOT));
            }
        });
        return columns;
    }

    private static String text(ObjectNode object, String key, String otherwise, List<String> problems) {
        JsonNode value = object.get(key);
        if (value == null) {
            return otherwise;
        }
        if (!value.isString()) {
            problems.add(TEXTS.get("mapping.text", key));
            return otherwise;
        }
        return value.asString();
    }

    private static <E extends Enum<E>> E word(
            ObjectNode object, String key, Class<E> type, E otherwise, List<String> problems) {
        String text = text(object, key, name(otherwise), problems);
        E found = constant(text, type);
        if (found == null) {
            problems.add(TEXTS.get("mapping.word", key, text, names(type)));
            return otherwise;
        }
        return found;
    }

    private static <E extends Enum<E>> @Nullable E constant(String word, Class<E> type) {
        return Arrays.stream(type.getEnumConstants())
                .filter(c -> name(c).equals(word))
                .findFirst()
                .orElse(null);
    }

    private static String names(Class<? extends Enum<?>> type) {
        return Arrays.stream(type.getEnumConstants()).map(LogMappingCodec::name).collect(Collectors.joining(", "));
    }

    private static String name(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    /** The text of {@code mapping}, always the same for the same mapping. */
    public static String write(LogMapping mapping) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("format", FORMAT);
        ObjectNode columns = root.putObject("columns");
        new EnumMap<>(mapping.columns()).forEach((meaning, column) -> columns.put(name(meaning), column));
        root.put("times", name(mapping.timeUnit()));
        root.put("cached", mapping.inside() ? "inside" : "beside");
        if (!mapping.vendor().isEmpty()) {
            root.put("vendor", mapping.vendor());
        }
        root.put("currency", mapping.currency());
        return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
    }
}
