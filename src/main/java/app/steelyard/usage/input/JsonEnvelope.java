package app.steelyard.usage.input;

import app.steelyard.text.Texts;
import java.util.Deque;
import java.util.List;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Records in lists within another value, told one by one however long the lists are. Each has what stands around it
 * before the list, such as the session that its turns are listed in, as far as it has nothing of that name itself.
 *
 * @param within the names that lead to the records; lists on the way are opened
 * @param begun the value being built, so that what is whole of it can be kept
 * @param line on which all of it stands; 0 where the parser knows the lines
 */
record JsonEnvelope(
        JsonParser parser, List<String> within, Records<JsonNode> records, Deque<JsonRecords.Tree> begun, long line) {
    private static final Texts TEXTS = Texts.of(JsonEnvelope.class);

    /** Tells the records in the value that the parser is at. */
    void tell() {
        tell(0, "", JsonNodeFactory.instance.objectNode());
    }

    private void tell(int depth, String pointer, ObjectNode around) {
        long at = line > 0 ? line : parser.currentTokenLocation().getLineNr();
        if (parser.currentToken() == JsonToken.START_ARRAY) {
            JsonToken token;
            int number = 0;
            while ((token = parser.nextToken()) != null && token != JsonToken.END_ARRAY) {
                tell(depth, pointer + "/" + number++, around);
            }
        } else if (parser.currentToken() != JsonToken.START_OBJECT) {
            records.bad(at, pointer, TEXTS.get("json.noObject"));
        } else if (depth == within.size()) {
            JsonRecords.Tree tree = new JsonRecords.Tree(parser);
            begun.push(tree);
            JsonNode record = tree.value();
            begun.pop();
            if (record instanceof ObjectNode object) {
                around.properties().stream()
                        .filter(p -> !object.has(p.getKey()))
                        .forEach(p -> object.set(p.getKey(), p.getValue()));
            }
            records.record(at, pointer, record);
        } else {
            search(depth, pointer, around.deepCopy(), at);
        }
    }

    private void search(int depth, String pointer, ObjectNode around, long at) {
        boolean found = false;
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            JsonToken value = parser.nextToken();
            if (name.equals(within.get(depth))) {
                found = true;
                if (value != JsonToken.VALUE_NULL) {
                    tell(depth + 1, pointer + "/" + name, around);
                }
            } else if (value.isScalarValue()) {
                around.set(name, new JsonRecords.Tree(parser).scalar());
            } else {
                parser.skipChildren();
            }
        }
        if (!found) {
            records.bad(at, pointer + "/" + within.get(depth), TEXTS.get("json.noRecords"));
        }
    }
}
