package app.steelyard.document;

import app.steelyard.json.JsonText;
import app.steelyard.plan.PriceRef;
import app.steelyard.text.Currency;
import app.steelyard.text.Names;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.BooleanNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** Turns a record into JSON: its components in their order, without those left out. */
final class RecordWriter {
    private RecordWriter() {}

    static void write(Object value, ObjectNode into) {
        for (RecordComponent component : RecordShape.components(value.getClass())) {
            Object part = RecordShape.get(value, component);
            if (part != null) {
                into.set(component.getName(), node(part));
            }
        }
    }

    /** Takes those of {@code keys} out of {@code object} that are as in {@code usual}. */
    static void leaveOut(ObjectNode object, Record usual, List<String> keys) {
        ObjectNode unsaid = JsonText.object();
        write(usual, unsaid);
        for (String key : keys) {
            if (unsaid.path(key).equals(object.path(key))) {
                object.remove(key);
            }
        }
    }

    private static JsonNode node(Object value) {
        return switch (value) {
            case Double number -> JsonText.number(number);
            case Boolean flag -> BooleanNode.valueOf(flag);
            case Enum<?> constant -> StringNode.valueOf(Names.word(constant));
            case PriceRef reference -> StringNode.valueOf(reference.toString());
            case Currency currency -> StringNode.valueOf(currency.code());
            case List<?> list -> {
                ArrayNode array = JsonNodeFactory.instance.arrayNode();
                list.forEach(element -> array.add(node(element)));
                yield array;
            }
            case Map<?, ?> map -> {
                ObjectNode object = JsonText.object();
                map.forEach((key, text) -> object.put((String) key, (String) text));
                yield object;
            }
            case Record record -> {
                ObjectNode object = JsonText.object();
                write(record, object);
                yield object;
            }
            default -> StringNode.valueOf(value.toString());
        };
    }
}
