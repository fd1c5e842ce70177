package app.steelyard.usage.format.trace;

import app.steelyard.usage.format.gateway.Gateway;
import app.steelyard.usage.row.Format;
import app.steelyard.usage.row.JsonCells;
import app.steelyard.usage.row.RowProblem;
import app.steelyard.usage.row.RowSink;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Traces in OTLP's JSON, a whole file or one export request a line, with the attributes that {@link SpanUsage} knows.
 * Whole numbers and times are texts in it. Source: the protocol's description.
 */
public final class OtlpTraces {
    public static final Format FORMAT = new Format.OfJson(
            "otlp",
            Format.Kind.BOTH,
            head -> {
                if (!head.hasProperties("resourceSpans")) {
                    return null;
                }
                return head.text().contains("llm.token_count.") ? "otlp.openInference" : "otlp.genAi";
            },
            OtlpTraces::read);

    private OtlpTraces() {}

    private static void read(JsonNode request, RowSink rows) {
        Set<String> above = above(request);
        each("", request, "resourceSpans", rows, (at, resource) -> {
            String service = attributes(resource.path("resource")).get("service.name");
            each(
                    at,
                    resource,
                    "scopeSpans",
                    rows,
                    (within, scope) ->
                            each(within, scope, "spans", rows, (place, span) -> read(span, service, above, rows)));
        });
    }

    /** Reads an element of which the place is known. */
    private interface Placed {
        void read(String pointer, JsonNode element) throws RowProblem;
    }

    private static void each(String pointer, JsonNode holder, String list, RowSink rows, Placed element) {
        String at = pointer + "/" + list;
        int[] place = {0};
        JsonCells.each(at, holder.path(list), rows, one -> element.read(at + "/" + place[0]++, one));
    }

    /** The spans that have others with usage below them, which they repeat, whatever they are called. */
    private static Set<String> above(JsonNode request) {
        Map<String, String> parents = new HashMap<>();
        List<String> using = new ArrayList<>();
        for (JsonNode resource : request.path("resourceSpans")) {
            for (JsonNode scope : resource.path("scopeSpans")) {
                for (JsonNode span : scope.path("spans")) {
                    String id = id(span, "spanId");
                    parents.put(id, id(span, "parentSpanId"));
                    if (SpanUsage.isCall(attributes(span)::get)) {
                        using.add(id);
                    }
                }
            }
        }
        Set<String> above = new HashSet<>();
        for (String id : using) {
            String parent = parents.get(id);
            while (parent != null && above.add(parent)) {
                parent = parents.get(parent);
            }
        }
        return above;
    }

    private static String id(JsonNode span, String name) {
        return JsonCells.text(span, "traceId") + ":" + JsonCells.text(span, name);
    }

    private static void read(JsonNode span, @Nullable String service, Set<String> above, RowSink rows)
            throws RowProblem {
        if (above.contains(id(span, "spanId"))) {
            rows.leaveOut("span above others");
            return;
        }
        String trace = JsonCells.text(span, "traceId");
        String id = JsonCells.text(span, "spanId");
        SpanUsage.read(
                attributes(span)::get,
                Gateway.nanos("startTimeUnixNano", JsonCells.text(span, "startTimeUnixNano")),
                id == null ? null : trace + ":" + id,
                service,
                null,
                rows);
    }

    private static Map<String, String> attributes(JsonNode holder) {
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
