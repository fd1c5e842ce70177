package app.steelyard.json;

import app.steelyard.text.Visible;
import java.math.BigDecimal;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.SerializableString;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.io.CharacterEscapes;
import tools.jackson.core.io.SerializedString;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.DecimalNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** JSON as a person would write it: two spaces, line feeds, and numbers without exponents or trailing zeros. */
public final class JsonText {
    private static final DefaultIndenter INDENT = new DefaultIndenter("  ", "\n");
    private static final JsonMapper MAPPER = JsonMapper.builder(
                    JsonFactory.builder().characterEscapes(new Hidden()).build())
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .defaultPrettyPrinter(new DefaultPrettyPrinter(Separators.createDefaultInstance()
                            .withObjectNameValueSpacing(Separators.Spacing.AFTER)
                            .withObjectEmptySeparator("")
                            .withArrayEmptySeparator(""))
                    .withObjectIndenter(INDENT)
                    .withArrayIndenter(INDENT))
            .build();

    private JsonText() {}

    /** Writes what nobody sees as an escape, so that what is printed is what it seems to be. */
    private static final class Hidden extends CharacterEscapes {
        private static final long serialVersionUID = 1;

        @Override
        public int[] getEscapeCodesForAscii() {
            int[] codes = CharacterEscapes.standardAsciiEscapesForJSON();
            codes[0x7f] = CharacterEscapes.ESCAPE_STANDARD;
            return codes;
        }

        @Override
        public @Nullable SerializableString getEscapeSequence(int c) {
            return Visible.isPlain((char) c) ? null : new SerializedString("\\u%04x".formatted(c));
        }
    }

    /** An empty object, to be filled in the order in which its keys are to appear. */
    public static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    /** The shortest decimal that reads back as {@code value}, which must be finite. */
    public static JsonNode number(double value) {
        return DecimalNode.valueOf(plain(new BigDecimal(Double.toString(value))));
    }

    /** The number without trailing zeros. */
    public static BigDecimal plain(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    /** Puts an array of objects under {@code key}, one for each of {@code all}, filled by {@code fill}. */
    public static <T> void each(
            ObjectNode into, String key, Iterable<? extends T> all, BiConsumer<ObjectNode, ? super T> fill) {
        ArrayNode array = into.putArray(key);
        all.forEach(one -> fill.accept(array.addObject(), one));
    }

    /** Puts an array of texts under {@code key}. */
    public static void texts(ObjectNode into, String key, Iterable<String> texts) {
        ArrayNode array = into.putArray(key);
        texts.forEach(array::add);
    }

    /** The text of {@code node}, ending with a line feed. */
    public static String write(JsonNode node) {
        return MAPPER.writeValueAsString(node) + "\n";
    }
}
