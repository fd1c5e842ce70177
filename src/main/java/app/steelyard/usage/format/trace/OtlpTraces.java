package app.steelyard.usage.format.trace;

import app.steelyard.usage.format.gateway.Gateway;
import app.steelyard.usage.row.Format;
import app.steelyard.usage.row.JsonCells;
import app.steelyard.usage.row.RowProblem;
import app.steelyard.usage.row.RowSink;
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
        Otlp.each(
                request,
                "resourceSpans",
                "scopeSpans",
                "spans",
                rows,
                (place, span, resource) -> read(span, resource.get("service.name"), above, rows));
    }

    private static Set<String> above(JsonNode request) {
        Calls calls = new Calls();
        for (JsonNode resource : request.path("resourceSpans")) {
            for (JsonNode scope : resource.path("scopeSpans")) {
                for (JsonNode span : scope.path("spans")) {
                    calls.met(
                            id(span, "spanId"), id(span, "parentSpanId"), SpanUsage.isCall(Otlp.attributes(span)::get));
                }
            }
        }
        return calls.above();
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
                Otlp.attributes(span)::get,
                Gateway.nanos("startTimeUnixNano", JsonCells.text(span, "startTimeUnixNano")),
                id == null ? null : trace + ":" + id,
                service,
                null,
                rows);
    }
}
