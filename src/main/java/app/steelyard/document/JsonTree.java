package app.steelyard.document;

import app.steelyard.text.JsonFault;
import app.steelyard.text.Texts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;

/** Reads a JSON text into {@link Json}, which unlike Jackson's tree knows where each value stands. */
final class JsonTree {
    private static final int MAX_DEPTH = 32;
    private static final Texts TEXTS = Texts.of(JsonTree.class);
    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH).build())
            .build();

    private final JsonParser parser;
    private final List<PlanFileProblem> problems;

    private JsonTree(JsonParser parser, List<PlanFileProblem> problems) {
        this.parser = parser;
        this.problems = problems;
    }

    /** The one value of {@code text}; empty, with a problem added, where it is not JSON. */
    static Optional<Json> read(String text, List<PlanFileProblem> problems) {
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), text)) {
            JsonTree tree = new JsonTree(parser, problems);
            if (parser.nextToken() == null) {
                problems.add(new PlanFileProblem("", 1, 1, TEXTS.get("json.empty")));
                return Optional.empty();
            }
            Json value = tree.value("");
            if (parser.nextToken() != null) {
                tree.add("", tree.place(), "json.trailing");
                return Optional.empty();
            }
            return Optional.of(value);
        } catch (StreamConstraintsException e) {
            problems.add(at(e, TEXTS.get("json.limits", MAX_DEPTH)));
        } catch (JacksonException e) {
            problems.add(at(e, TEXTS.get("json.syntax", JsonFault.words(e))));
        }
        return Optional.empty();
    }

    private static PlanFileProblem at(JacksonException e, String reason) {
        TokenStreamLocation at = e.getLocation();
        return new PlanFileProblem("", at == null ? 0 : at.getLineNr(), at == null ? 0 : at.getColumnNr(), reason);
    }

    private Json value(String pointer) {
        Json.Place place = place();
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(pointer, place);
            case START_ARRAY -> array(pointer, place);
            case VALUE_STRING -> new Json.Text(parser.getString(), place);
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new Json.Num(parser.getDoubleValue(), place);
            default -> new Json.Other(parser.getString(), place);
        };
    }

    private Json object(String pointer, Json.Place place) {
        LinkedHashMap<String, Json> members = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = parser.currentName();
            Json.Place keyPlace = place();
            parser.nextToken();
            String inner = PlanFileProblem.child(pointer, key);
            Json value = value(inner);
            if (members.putIfAbsent(key, value) != null) {
                add(inner, keyPlace, "key.twice", key);
            }
        }
        return new Json.Members(members, place);
    }

    private Json array(String pointer, Json.Place place) {
        List<Json> elements = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            elements.add(value(PlanFileProblem.child(pointer, Integer.toString(elements.size()))));
        }
        return new Json.Elements(elements, place);
    }

    private Json.Place place() {
        TokenStreamLocation at = parser.currentTokenLocation();
        return new Json.Place(at.getLineNr(), at.getColumnNr());
    }

    private void add(String pointer, Json.Place place, String key, Object... arguments) {
        problems.add(new PlanFileProblem(pointer, place.line(), place.column(), TEXTS.get(key, arguments)));
    }
}
