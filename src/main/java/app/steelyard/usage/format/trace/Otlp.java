package app.steelyard.usage.format.trace;

import app.steelyard.usage.row.JsonCells;
import app.steelyard.usage.row.RowProblem;
import app.steelyard.usage.row.RowSink;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * What all signals of OTLP's JSON have in common: resources hold scopes and scopes hold what is told, each with attributes.
 * Whole numbers and times are texts in it. Source: the protocol's description.
 */
public final class Otlp {
    private Otlp() {}

    /** Reads an element of which the place is known. */
    @FunctionalInterface
    public interface Placed {
        void read(String pointer, JsonNode element) throws RowProblem;
    }

    /** Reads an element, and knows the attributes of its resource. */
    @FunctionalInterface
    public interface OfResource {
        void read(String pointer, JsonNode element, Map<String, String> resource) throws RowProblem;
    }

    /** The elements of a request, in resources and scopes under these names. */
    public static void each(
            JsonNode request, String resources, String scopes, String elements, RowSink rows, OfResource one) {
        each("", request, resources, rows, (at, resource) -> {
            Map<String, String> known = attributes(resource.path("resource"));
            each(
                    at,
                    resource,
                    scopes,
                    rows,
                    (within, scope) ->
                            each(within, scope, elements, rows, (place, element) -> one.read(place, element, known)));
        });
    }

    /** The elements of {@code list} in {@code holder}, which is at {@code pointer}. */
    public static void each(String pointer, JsonNode holder, String list, RowSink rows, Placed element) {
        String at = pointer + "/" + list;
        int[] place = {0};
        JsonCells.each(at, holder.path(list), rows, one -> element.read(at + "/" + place[0]++, one));
    }

    /** The scalar ones, by their names. */
    public static Map<String, String> attributes(JsonNode holder) {
        Map<String, String> all = new HashMap<>();
        for (JsonNode attribute : holder.path("attributes")) {
            String value =
                    JsonCells.text(attribute.path("value"), "stringValue", "intValue", "doubleValue", "boolValue");
            if (value != null) {
                all.put(attribute.path("key").asString(""), value);
            }
        }
        return all;
    }
}
