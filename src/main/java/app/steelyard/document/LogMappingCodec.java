package app.steelyard.document;

import app.steelyard.json.JsonReader;
import app.steelyard.json.JsonText;
import app.steelyard.json.JsonValue;
import app.steelyard.text.Currency;
import app.steelyard.text.Names;
import app.steelyard.text.Refusal;
import app.steelyard.text.Texts;
import app.steelyard.usage.log.LogMapping;
import app.steelyard.usage.log.LogMapping.Meaning;
import app.steelyard.usage.log.LogMapping.TimeUnit;
import app.steelyard.usage.log.MappingWishes;
import app.steelyard.usage.notation.DayOrder;
import app.steelyard.usage.notation.DecimalSign;
import app.steelyard.usage.notation.NotationScout;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** A mapping as text, format 1, described by {@code docs/mapping.schema.json}. */
public final class LogMappingCodec {
    private static final int FORMAT = 1;
    private static final String INSIDE = "inside";
    private static final Set<String> CACHED = new LinkedHashSet<>(List.of(INSIDE, "beside"));
    /** What a mapping says beside its columns. */
    private static final List<String> OTHERS = List.of("times", "cached", "vendor", "currency", "numbers", "dates");

    private static final Texts TEXTS = Texts.of(LogMappingCodec.class);

    private LogMappingCodec() {}

    /**
     * Reads the file.
     *
     * @throws Refusal with everything that is wrong with it
     */
    public static LogMapping open(Path path) {
        return JsonReader.read(path, LogMappingCodec::mapping).orRefuse();
    }

    /** The same of a text; {@code file} as problems are to name it. */
    static LogMapping read(String text, String file) {
        return JsonReader.read(file, text, LogMappingCodec::mapping).orRefuse();
    }

    private static @Nullable LogMapping mapping(JsonValue root) {
        if (root.number("format") != FORMAT) {
            root.optional("format")
                    .filter(JsonValue::isNumber)
                    .ifPresent(f -> f.refuse(TEXTS.get("format.only", FORMAT)));
            return null;
        }
        Map<Meaning, String> columns =
                root.member("columns").map(LogMappingCodec::columns).orElse(Map.of());
        TimeUnit times =
                root.optional("times").map(t -> t.choice(TimeUnit.class)).orElse(TimeUnit.ISO);
        String cached = root.optional("cached").map(c -> c.choice(CACHED)).orElse(INSIDE);
        String vendor = matching(root, "vendor", "[a-z0-9-]*", "");
        String code = matching(root, "currency", "[A-Z]{3}", Currency.USD.code());
        Currency currency = Currency.isCode(code) ? new Currency(code) : Currency.USD;
        NotationScout.Wish notation = notation(root);
        root.done();
        return new LogMapping(columns, times, cached.equals(INSIDE), vendor, currency, notation);
    }

    private static Map<Meaning, String> columns(JsonValue json) {
        Map<String, Meaning> meanings = Arrays.stream(Meaning.values())
                .collect(Collectors.toMap(Names::word, m -> m, (a, b) -> a, LinkedHashMap::new));
        Map<Meaning, String> columns = new EnumMap<>(Meaning.class);
        int before = json.problems();
        json.members((word, column) -> {
            Meaning meaning = meanings.get(word);
            if (meaning == null) {
                column.refuse(TEXTS.get("mapping.meaning", word, String.join(", ", meanings.keySet())));
            } else {
                columns.put(meaning, column.filled().strip().toLowerCase(Locale.ROOT));
            }
        });
        LogMapping pointed = new LogMapping(columns, TimeUnit.ISO, true, "", Currency.USD);
        if (json.problems() == before) {
            pointed.missing().forEach(m -> json.refuse(TEXTS.get("mapping.missing", Names.word(m))));
        }
        return columns;
    }

    /** The names of all that a mapping may say, as they stand in its file. */
    public static List<String> words() {
        return Stream.concat(Arrays.stream(Meaning.values()).map(Names::word), OTHERS.stream())
                .toList();
    }

    /** Whether it is one of {@link #words}. */
    public static boolean isWord(String name) {
        return words().contains(name);
    }

    /**
     * What is said of a log in the words of a mapping, each of which may be left out.
     *
     * @throws Refusal if a value cannot be meant
     */
    public static MappingWishes wishes(Map<String, String> said) {
        ObjectNode text = JsonText.object();
        said.forEach(text::put);
        return JsonReader.read("", JsonText.write(text), LogMappingCodec::wishes)
                .orRefuse();
    }

    private static MappingWishes wishes(JsonValue root) {
        Map<Meaning, String> columns = new EnumMap<>(Meaning.class);
        for (Meaning meaning : Meaning.values()) {
            root.optional(Names.word(meaning))
                    .ifPresent(c -> columns.put(meaning, c.filled().strip().toLowerCase(Locale.ROOT)));
        }
        String currency = matching(root, "currency", "[A-Z]{3}", "");
        String vendor = matching(root, "vendor", "[a-z0-9-]*", "");
        return new MappingWishes(
                columns,
                root.optional("times").map(t -> t.choice(TimeUnit.class)).orElse(null),
                root.optional("cached")
                        .map(c -> c.choice(CACHED).equals(INSIDE))
                        .orElse(null),
                vendor.isEmpty() ? null : vendor,
                Currency.isCode(currency) ? new Currency(currency) : null,
                notation(root));
    }

    private static NotationScout.Wish notation(JsonValue root) {
        return new NotationScout.Wish(
                root.optional("numbers").map(n -> n.choice(DecimalSign.class)).orElse(null),
                root.optional("dates").map(d -> d.choice(DayOrder.class)).orElse(null));
    }

    private static String matching(JsonValue root, String key, String pattern, String absent) {
        Optional<JsonValue> value = root.optional(key);
        String text = value.map(JsonValue::text).orElse(absent);
        value.filter(v -> v.isText() && !text.matches(pattern))
                .ifPresent(v -> v.refuse(TEXTS.get("mapping." + key, v.shown())));
        return text;
    }

    /** The text of {@code mapping}, always the same for the same mapping. */
    public static String write(LogMapping mapping) {
        ObjectNode root = JsonText.object();
        root.put("format", FORMAT);
        ObjectNode columns = root.putObject("columns");
        new EnumMap<>(mapping.columns()).forEach((meaning, column) -> columns.put(Names.word(meaning), column));
        root.put("times", Names.word(mapping.timeUnit()));
        root.put("cached", mapping.inside() ? INSIDE : "beside");
        if (!mapping.vendor().isEmpty()) {
            root.put("vendor", mapping.vendor());
        }
        root.put("currency", mapping.currency().code());
        if (mapping.notation().numbers() != null) {
            root.put("numbers", Names.word(mapping.notation().numbers()));
        }
        if (mapping.notation().days() != null) {
            root.put("dates", Names.word(mapping.notation().days()));
        }
        return JsonText.write(root);
    }
}
