package app.steelyard.usage.input;

import app.steelyard.text.Texts;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads JSON Lines, arrays, single values, and values one after the other. A line that is no JSON spoils itself only; a
 * file that breaks off keeps what was whole before.
 */
public final class JsonRecords {
    /** More characters in one value are refused, so that no file can fill the memory. */
    static final int LONGEST_VALUE = 1 << 26;

    /** Longer texts are prompts and answers, which nobody needs here; shorter ones may be a packed log event. */
    private static final int LONGEST_TEXT = 1 << 20;

    /** Of characters, and of decimal places either side of the point. */
    private static final int LONGEST_NUMBER = 400;

    private static final Texts TEXTS = Texts.of(JsonRecords.class);
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(200)
                    .maxStringLength(LONGEST_VALUE)
                    .maxNameLength(10_000)
                    // A number that is too long spoils its row, not the file.
                    .maxNumberLength(LONGEST_VALUE)
                    .build())
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .build();

    private JsonRecords() {}

    /**
     * Reads to the end.
     *
     * @throws IOException if the content cannot be read on
     */
    public static void read(Content content, Records<JsonNode> records) throws IOException {
        read(content, List.of(), records);
    }

    /**
     * The same where the records lie in lists within other values.
     *
     * @param within the names that lead to them; none where they are the values themselves
     */
    public static void read(Content content, List<String> within, Records<JsonNode> records) throws IOException {
        if (isLines(content.head())) {
            lines(content, within, records);
        } else {
            document(content, within, records);
        }
    }

    /** The names of the first object's own properties, as far as {@code text} reaches. */
    static Set<String> firstProperties(String text) {
        Set<String> names = new HashSet<>();
        try (JsonParser parser = parser(text)) {
            while (parser.nextToken() == JsonToken.START_ARRAY) {
                // The first object may lie in arrays.
            }
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                names.add(parser.currentName());
                parser.nextToken();
                parser.skipChildren();
            }
        } catch (JacksonException e) {
            // The text is only a beginning; what was seen of it counts.
        }
        return names;
    }

    /** Whether the first line is a whole value and more follows. */
    private static boolean isLines(String head) {
        String text = head.stripLeading();
        int end = text.indexOf('\n');
        if (end < 0 || !text.startsWith("{") || text.substring(end).isBlank() && head.length() < Content.HEAD) {
            return false;
        }
        try (JsonParser parser = parser(text.substring(0, end))) {
            parser.nextToken();
            parser.skipChildren();
            return parser.nextToken() == null;
        } catch (JacksonException e) {
            return false;
        }
    }

    private static JsonParser parser(String text) {
        return FACTORY.createParser(ObjectReadContext.empty(), text);
    }

    private static void lines(Content content, List<String> within, Records<JsonNode> records) throws IOException {
        Lines lines = new Lines(content, LONGEST_VALUE);
        while (lines.next()) {
            String text = lines.text();
            if (text == null) {
                records.bad(lines.number(), "", TEXTS.get("json.long", LONGEST_VALUE));
            } else if (!text.isBlank()) {
                line(text, lines, within, records);
            }
        }
    }

    private static void line(String text, Lines lines, List<String> within, Records<JsonNode> records) {
        try (JsonParser parser = parser(text)) {
            parser.nextToken();
            if (!within.isEmpty()) {
                new JsonEnvelope(parser, within, records, new ArrayDeque<>(), lines.number()).tell();
                if (parser.nextToken() != null) {
                    records.bad(lines.number(), "", TEXTS.get("json.more"));
                }
                return;
            }
            JsonNode value = new Tree(parser).value();
            if (parser.nextToken() != null) {
                records.bad(lines.number(), "", TEXTS.get("json.more"));
            } else if (value.isObject()) {
                records.record(lines.number(), value);
            } else {
                records.bad(lines.number(), "", TEXTS.get("json.noObject"));
            }
        } catch (UnexpectedEndOfInputException e) {
            boolean last = !lines.endedWithLineBreak();
            records.bad(lines.number(), "", TEXTS.get(last ? "json.cut.row" : "json.broken.row"));
            if (last) {
                records.trouble(TEXTS.get("json.cut", lines.number(), text.length()));
            }
        } catch (JacksonException e) {
            records.bad(lines.number(), "", TEXTS.get("json.broken.row"));
        }
    }

    private static void document(Content content, List<String> within, Records<JsonNode> records) throws IOException {
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), content)) {
            Deque<Tree> open = new ArrayDeque<>();
            try {
                while (parser.nextToken() != null) {
                    if (within.isEmpty()) {
                        values(parser, records, open, 0);
                    } else {
                        new JsonEnvelope(parser, within, records, open, 0).tell();
                    }
                }
            } catch (JacksonIOException e) {
                throw e.getCause();
            } catch (UnexpectedEndOfInputException e) {
                broken(parser, open, "json.cut", "json.cut.row", records);
            } catch (StreamConstraintsException e) {
                broken(parser, open, "json.limit", "json.broken.row", records);
            } catch (JacksonException e) {
                broken(parser, open, "json.broken", "json.broken.row", records);
            }
        }
    }

    /** Arrays of arrays are opened, as pages are often gathered so. */
    private static void values(JsonParser parser, Records<JsonNode> records, Deque<Tree> open, int depth) {
        long line = parser.currentTokenLocation().getLineNr();
        if (parser.currentToken() == JsonToken.START_ARRAY && depth < 2) {
            JsonToken token;
            while ((token = parser.nextToken()) != null && token != JsonToken.END_ARRAY) {
                values(parser, records, open, depth + 1);
            }
        } else if (parser.currentToken() == JsonToken.START_OBJECT) {
            Tree tree = new Tree(parser);
            open.push(tree);
            JsonNode value = tree.value();
            open.pop();
            records.record(line, value);
        } else {
            records.bad(line, "", TEXTS.get("json.noObject"));
            parser.skipChildren();
        }
    }

    /** Of a value only begun, what is whole in it is kept; the innermost element it broke off in is one bad row. */
    private static void broken(
            JsonParser parser, Deque<Tree> open, String key, String rowKey, Records<JsonNode> records) {
        long line = parser.currentLocation().getLineNr();
        long column = parser.currentLocation().getColumnNr();
        if (!open.isEmpty()) {
            Tree tree = open.pop();
            JsonNode rest = tree.whole();
            if (rest != null) {
                records.record(tree.line, rest);
            }
            records.bad(line, parser.streamReadContext().pathAsPointer().toString(), TEXTS.get(rowKey));
        }
        records.trouble(TEXTS.get(key, line, column));
    }

    /** Builds one value, and knows after a failure what of it is whole. */
    static final class Tree {
        private final JsonParser parser;
        private final long line;
        private final long start;
        private final Deque<JsonNode> path = new ArrayDeque<>();
        private JsonNode root = NODES.missingNode();

        Tree(JsonParser parser) {
            this.parser = parser;
            this.line = parser.currentTokenLocation().getLineNr();
            this.start = parser.currentTokenLocation().getCharOffset();
        }

        JsonNode value() {
            value(node -> root = node);
            return root;
        }

        /** A container is attached before it is filled, so that what is whole of it can be kept. */
        private void value(Consumer<JsonNode> attach) {
            if (parser.currentTokenLocation().getCharOffset() - start > LONGEST_VALUE) {
                throw new StreamConstraintsException(TEXTS.get("json.long", LONGEST_VALUE));
            }
            switch (parser.currentToken()) {
                case START_OBJECT -> object(attach);
                case START_ARRAY -> array(attach);
                default -> attach.accept(scalar());
            }
        }

        private void object(Consumer<JsonNode> attach) {
            ObjectNode node = NODES.objectNode();
            attach.accept(node);
            path.push(node);
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                String name = parser.currentName();
                parser.nextToken();
                value(child -> node.set(name, child));
            }
            path.pop();
        }

        private void array(Consumer<JsonNode> attach) {
            ArrayNode node = NODES.arrayNode();
            attach.accept(node);
            path.push(node);
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                value(node::add);
            }
            path.pop();
        }

        JsonNode scalar() {
            return switch (parser.currentToken()) {
                case VALUE_STRING ->
                    NODES.stringNode(parser.getStringLength() > LONGEST_TEXT ? "" : parser.getString());
                case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(parser.getString());
                case VALUE_TRUE -> NODES.booleanNode(true);
                case VALUE_FALSE -> NODES.booleanNode(false);
                default -> NODES.nullNode();
            };
        }

        /** What nobody can mean stays the text that it is, for as a number it may be larger than the memory. */
        private static JsonNode number(String text) {
            try {
                BigDecimal value = text.length() <= LONGEST_NUMBER ? new BigDecimal(text) : null;
                if (value != null && Math.abs((long) value.scale()) <= LONGEST_NUMBER) {
                    return NODES.numberNode(value);
                }
            } catch (NumberFormatException e) {
                // NaN, an infinity, or an exponent beyond all numbers.
                return NODES.stringNode(text);
            }
            return NODES.stringNode(text.length() > LONGEST_TEXT ? "" : text);
        }

        /**
         * The value without the innermost element of an array that is only begun; null where that is all of it. An
         * array with nothing else in it goes too, lest it say that there is nothing.
         */
        @Nullable
        JsonNode whole() {
            JsonNode inner = null;
            ArrayNode emptied = null;
            for (JsonNode node : path) {
                if (emptied != null) {
                    if (node instanceof ObjectNode object) {
                        object.removeIf(emptied::equals);
                    }
                    return root;
                }
                if (inner != null && node instanceof ArrayNode array) {
                    array.remove(array.size() - 1);
                    if (!array.isEmpty()) {
                        return root;
                    }
                    emptied = array;
                }
                inner = node;
            }
            return emptied == null ? null : root;
        }
    }
}
