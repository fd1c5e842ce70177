package app.steelyard.json;

import app.steelyard.text.Problem;
import app.steelyard.text.Texts;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads a file of ours, which holds one JSON object. Whatever the bytes are, the outcome is a {@link JsonReading}: nothing
 * is guessed and nothing is thrown.
 */
public final class JsonReader {
    private static final int MEBIBYTE = 1 << 20;
    private static final int MOST_MEBIBYTES = 16;

    /** Larger files are refused unread: far beyond any of ours, and small enough to be read at once. */
    public static final int MAX_BYTES = MOST_MEBIBYTES * MEBIBYTE;

    private static final int MAX_DEPTH = 32;
    private static final Texts TEXTS = Texts.of(JsonReader.class);
    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH).build())
            .build();

    private final JsonParser parser;
    private final JsonValue.Source source;

    private JsonReader(JsonParser parser, JsonValue.Source source) {
        this.parser = parser;
        this.source = source;
    }

    /** The bytes of a file, or why they could not be taken; a pipe is as good as a file. */
    public static JsonReading<byte[]> bytes(Path path) {
        String file = path.toString();
        if (Files.isDirectory(path)) {
            return refused(file, "file.folder");
        }
        try (InputStream in = Files.newInputStream(path)) {
            byte[] bytes = in.readNBytes(MAX_BYTES + 1);
            return bytes.length > MAX_BYTES
                    ? refused(file, "file.large", MOST_MEBIBYTES)
                    : new JsonReading<>(bytes, List.of(), null);
        } catch (NoSuchFileException e) {
            return refused(file, "file.missing");
        } catch (IOException | SecurityException e) {
            return refused(file, "file.unreadable");
        }
    }

    /**
     * Reads what a file holds.
     *
     * @param reader takes the object apart; what it returns counts only where nothing was refused
     */
    public static <T> JsonReading<T> read(Path path, Function<JsonValue, @Nullable T> reader) {
        JsonReading<byte[]> bytes = bytes(path);
        return bytes.value() == null
                ? new JsonReading<>(null, bytes.problems(), null)
                : read(path.toString(), bytes.value(), reader);
    }

    /**
     * The same of what was read already.
     *
     * @param file as problems are to name it
     */
    public static <T> JsonReading<T> read(String file, byte[] content, Function<JsonValue, @Nullable T> reader) {
        if (content.length > MAX_BYTES) {
            return refused(file, "file.large", MOST_MEBIBYTES);
        }
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        CharBuffer text = CharBuffer.allocate(content.length + 1);
        boolean bad = decoder.decode(ByteBuffer.wrap(content), text, true).isError();
        String decoded = text.flip().toString();
        if (bad) {
            int line = (int) decoded.chars().filter(c -> c == '\n').count() + 1;
            int column = decoded.length() - decoded.lastIndexOf('\n');
            return JsonReading.refused(new Problem(file, line, column, "", TEXTS.get("utf8")));
        }
        return read(file, decoded, reader);
    }

    /** The same of a text. */
    public static <T> JsonReading<T> read(String file, String text, Function<JsonValue, @Nullable T> reader) {
        List<Problem> problems = new ArrayList<>();
        JsonValue root = parse(text.startsWith("\uFEFF") ? text.substring(1) : text, file, problems);
        T value = root != null && root.isObject() ? reader.apply(root) : null;
        if (problems.isEmpty()) {
            return new JsonReading<>(value, List.of(), root);
        }
        List<Problem> inOrder = problems.stream()
                .distinct()
                .sorted(Comparator.comparingLong(Problem::line).thenComparingInt(Problem::column))
                .toList();
        return new JsonReading<>(null, inOrder, root);
    }

    /** Reads the file {@code name} that comes with the program beside {@code member}. */
    public static <T> JsonReading<T> packaged(Class<?> member, String name, Function<JsonValue, @Nullable T> reader) {
        try (InputStream in = member.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("not packaged: " + name);
            }
            return read(name, in.readAllBytes(), reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static <T> JsonReading<T> refused(String file, String key, Object... arguments) {
        return JsonReading.refused(Problem.ofFile(file, TEXTS.get(key, arguments)));
    }

    /** The one value of {@code text}; null, with a problem added, where it is not JSON. */
    private static @Nullable JsonValue parse(String text, String file, List<Problem> problems) {
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), text)) {
            JsonReader reader = new JsonReader(parser, new JsonValue.Source(file, problems));
            try {
                if (parser.nextToken() == null) {
                    problems.add(new Problem(file, 1, 1, "", TEXTS.get("empty")));
                    return null;
                }
                JsonValue value = reader.value(null, "");
                if (parser.nextToken() != null) {
                    reader.here(null, "").refuse(TEXTS.get("trailing"));
                    return null;
                }
                return value;
            } catch (StreamConstraintsException e) {
                problems.add(reader.at(e, TEXTS.get("limits", MAX_DEPTH)));
            } catch (JacksonException e) {
                problems.add(reader.at(e, TEXTS.get("syntax", JsonFault.words(e))));
            }
            return null;
        }
    }

    private Problem at(JacksonException e, String reason) {
        TokenStreamLocation at = e.getLocation() == null ? parser.currentLocation() : e.getLocation();
        String pointer = parser.streamReadContext().pathAsPointer().toString();
        return new Problem(source.file(), at.getLineNr(), at.getColumnNr(), pointer, reason);
    }

    private JsonValue here(@Nullable JsonValue parent, String key) {
        TokenStreamLocation at = parser.currentTokenLocation();
        return new JsonValue(source, parent, key, at.getLineNr(), at.getColumnNr(), new JsonValue.Word("null"));
    }

    private JsonValue value(@Nullable JsonValue parent, String key) {
        JsonValue here = here(parent, key);
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(here);
            case START_ARRAY -> list(here);
            case VALUE_STRING -> here.holding(new JsonValue.Text(parser.getString()));
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> here.holding(new JsonValue.Digits(parser.getString()));
            default -> here.holding(new JsonValue.Word(parser.getString()));
        };
    }

    private JsonValue object(JsonValue here) {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = parser.currentName();
            JsonValue name = here(here, key);
            parser.nextToken();
            if (members.putIfAbsent(key, value(here, key)) != null) {
                name.refuse(TEXTS.get("key.twice", key));
            }
        }
        return here.holding(new JsonValue.Members(members));
    }

    private JsonValue list(JsonValue here) {
        List<JsonValue> elements = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            elements.add(value(here, Integer.toString(elements.size())));
        }
        return here.holding(new JsonValue.Elements(elements));
    }
}
