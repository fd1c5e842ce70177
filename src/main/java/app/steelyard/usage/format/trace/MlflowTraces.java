package app.steelyard.usage.format.trace;

import app.steelyard.text.Currency;
import app.steelyard.text.Texts;
import app.steelyard.usage.format.gateway.AnyUsage;
import app.steelyard.usage.format.gateway.Gateway;
import app.steelyard.usage.format.gateway.Relation;
import app.steelyard.usage.row.CellValues;
import app.steelyard.usage.row.Entry;
import app.steelyard.usage.row.Format;
import app.steelyard.usage.row.JsonCells;
import app.steelyard.usage.row.RowProblem;
import app.steelyard.usage.row.RowSink;
import app.steelyard.usage.row.UsageFinding;
import app.steelyard.usage.row.Vendors;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * MLflow's traces as JSON. A span has its usage in {@code mlflow.chat.tokenUsage}, and values of attributes may be JSON in a
 * text. MLflow passes on what vendors call input: cached tokens are inside it, but for Anthropic's messages beside it, and
 * the total never holds them there, so it proves nothing. A span above others repeats theirs, and the trace repeats them
 * all; only where no span has any usage, the trace's counts, and how many requests those were is not known. Source: MLflow's
 * code.
 */
public final class MlflowTraces {
    private static final String USAGE = "mlflow.chat.tokenUsage";
    private static final String OF_TRACE = "mlflow.trace.tokenUsage";
    private static final Set<String> NO_CALLS = Set.of("EMBEDDING", "RERANKER", "RETRIEVER");
    private static final UsageFinding WHOLE = Gateway.warning("mlflow.whole");

    public static final Format FORMAT = new Format.OfJson(
            "mlflow",
            Format.Kind.BOTH,
            head -> head.isJson()
                            && !head.hasProperties("resourceSpans")
                            && (head.text().contains(USAGE)
                                    || head.text().contains(OF_TRACE)
                                    || head.hasProperties("info", "data", "spans")
                                            && head.text().contains("mlflow."))
                    ? "mlflow"
                    : null,
            (page, rows) -> Gateway.each(page, rows, trace -> trace(trace, rows), "traces", "data"));

    private MlflowTraces() {}

    private static void trace(JsonNode trace, RowSink rows) throws RowProblem {
        JsonNode spans = spans(trace);
        JsonNode info = trace.path("info").isObject() ? trace.path("info") : trace;
        Calls calls = new Calls();
        for (JsonNode span : spans) {
            calls.met(id(span), parent(span), usage(span).isObject());
        }
        boolean told = false;
        Set<String> above = calls.above();
        int at = 0;
        for (JsonNode span : spans) {
            String pointer = "/data/spans/" + at++;
            if (usage(span).isObject()) {
                told = true;
                rows.attempt(pointer, () -> span(span, info, above, rows));
            } else {
                rows.leaveOut("spans without usage");
            }
        }
        JsonNode whole = unpacked(info.path("trace_metadata").path(OF_TRACE));
        if (!told && whole.isObject()) {
            rows.say(WHOLE);
            rows.accept(entry(trace.path("none"), info, Relation.INSIDE, whole, rows)
                    .requests(null)
                    .id(JsonCells.text(info, "trace_id", "request_id")));
        } else if (!told && spans.isEmpty()) {
            rows.leaveOut("traces without usage");
        }
    }

    private static JsonNode spans(JsonNode trace) throws RowProblem {
        JsonNode inside = JsonCells.at(trace, "data.spans");
        return inside.isArray() ? inside : unpacked(trace.path("spans"));
    }

    private static void span(JsonNode span, JsonNode info, Set<String> above, RowSink rows) throws RowProblem {
        String type = CellValues.name("mlflow.spanType", text(span, "mlflow.spanType"));
        if (type != null && NO_CALLS.contains(type.toUpperCase(Texts.LOCALE))) {
            rows.leaveOut(type);
            return;
        }
        String id = id(span);
        if (id != null && above.contains(id)) {
            rows.leaveOut("span above others");
            return;
        }
        String shape = String.valueOf(text(span, "mlflow.message.format"));
        Relation rule =
                shape.equals("anthropic") || shape.equals("null") && "anthropic".equals(vendor(span, model(span)))
                        ? Relation.BESIDE
                        : Relation.INSIDE;
        BigDecimal cost = Gateway.reckoned(
                "mlflow.llm.cost", JsonCells.text(attribute(span, "mlflow.llm.cost"), "total_cost"), rows);
        rows.accept(entry(span, info, rule, usage(span), rows)
                .cost(cost, Currency.USD)
                .id(id));
    }

    private static Entry.Builder entry(JsonNode span, JsonNode info, Relation rule, JsonNode usage, RowSink rows)
            throws RowProblem {
        String model = model(span);
        String vendor = vendor(span, model);
        JsonNode known = info.path("trace_metadata");
        return Entry.of(vendor)
                .at(time(span, info))
                .model(Vendors.without(vendor, model))
                .project(JsonCells.name(info, "trace_location.mlflow_experiment.experiment_id", "experiment_id"))
                .tenant(known.path("mlflow.trace.user").asString(null))
                .prefix(known.path("mlflow.trace.session").asString(null))
                .tokens(AnyUsage.ofParts(usage, rule, rows));
    }

    private static Instant time(JsonNode span, JsonNode info) throws RowProblem {
        String own = JsonCells.text(span, "start_time_unix_nano", "start_time_ns", "start_time");
        return Gateway.moment(
                "request_time",
                own == null ? JsonCells.text(info, "request_time", "timestamp_ms", "request_time_ms") : own);
    }

    private static @Nullable String id(JsonNode span) {
        return JsonCells.text(span, "span_id", "context.span_id");
    }

    private static @Nullable String parent(JsonNode span) {
        return JsonCells.text(span, "parent_span_id", "parent_id");
    }

    private static JsonNode usage(JsonNode span) throws RowProblem {
        return attribute(span, USAGE);
    }

    /** Older versions have the model among the inputs only. */
    private static @Nullable String model(JsonNode span) throws RowProblem {
        for (String name : List.of("mlflow.llm.model", "gen_ai.response.model", "gen_ai.request.model", "model")) {
            String model = CellValues.name(name, text(span, name));
            if (model != null) {
                return model;
            }
        }
        String asked = JsonCells.text(attribute(span, "mlflow.invocation_params"), "model", "model_name");
        return CellValues.name(
                "model", asked == null ? JsonCells.text(attribute(span, "mlflow.spanInputs"), "model") : asked);
    }

    private static String vendor(JsonNode span, @Nullable String model) throws RowProblem {
        String named = text(span, "mlflow.llm.provider");
        return Vendors.of("provider", named == null ? text(span, "gen_ai.provider.name") : named, model);
    }

    private static @Nullable String text(JsonNode span, String name) throws RowProblem {
        JsonNode found = attribute(span, name);
        return found.isValueNode() && !found.isNull() ? found.asString() : null;
    }

    private static JsonNode attribute(JsonNode span, String name) throws RowProblem {
        return unpacked(span.path("attributes").path(name));
    }

    /** What may be JSON in a text. */
    private static JsonNode unpacked(JsonNode value) throws RowProblem {
        String text = value.isString() ? value.asString().strip() : "";
        boolean packed = text.startsWith("{") || text.startsWith("[") || text.startsWith("\"");
        return packed ? Gateway.json("attributes", text) : value;
    }
}
