package app.steelyard.usage.format.trace;

import app.steelyard.text.Currency;
import app.steelyard.usage.format.gateway.Gateway;
import app.steelyard.usage.format.gateway.Relation;
import app.steelyard.usage.row.CellValues;
import app.steelyard.usage.row.Entry;
import app.steelyard.usage.row.Format;
import app.steelyard.usage.row.JsonCells;
import app.steelyard.usage.row.RowProblem;
import app.steelyard.usage.row.RowSink;
import app.steelyard.usage.row.Tokens;
import app.steelyard.usage.row.Vendors;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Spans of Datadog's LLM Observability: its export API, and what its SDKs send. Only those of kind {@code llm} are calls. The
 * input holds the cached tokens; the costs are Datadog's own estimate in billionths of a US dollar. Source: Datadog's
 * description of both APIs.
 */
public final class DatadogSpans {
    private static final int BILLIONTHS = 9;

    public static final Format FORMAT = new Format.OfJson(
            "datadog",
            Format.Kind.BOTH,
            head -> head.hasProperties("metrics", "start_ns", "span_id")
                            || head.hasProperties("metrics", "span_kind", "ml_app")
                    ? "datadog"
                    : null,
            Pages::new);

    private DatadogSpans() {}

    private static final class Pages implements Format.Reader<JsonNode> {
        private boolean more;

        @Override
        public void read(JsonNode page, RowSink rows) throws RowProblem {
            more = JsonCells.text(page, "meta.page.after") != null;
            Gateway.each(
                    page.path("data").isObject() ? page.path("data") : page,
                    rows,
                    one -> {
                        JsonNode told = one.path("attributes").isObject() ? one.path("attributes") : one;
                        Gateway.each(told, rows, span -> span(span, told, rows), "spans");
                    },
                    "data");
        }

        @Override
        public void end(RowSink rows) {
            if (more) {
                rows.more(null);
            }
        }
    }

    private static void span(JsonNode span, JsonNode around, RowSink rows) throws RowProblem {
        String kind = CellValues.name("span_kind", JsonCells.text(span, "span_kind", "meta.kind", "meta.span.kind"));
        JsonNode counts = span.path("metrics");
        if (kind != null && !kind.equals("llm") || !counts.isObject()) {
            rows.leaveOut(kind == null ? "span" : kind);
            return;
        }
        Tokens tokens = Relation.INSIDE.tokens(
                rows,
                JsonCells.count(counts, "input_tokens", "prompt_tokens"),
                JsonCells.count(counts, "cache_read_input_tokens"),
                JsonCells.count(counts, "cache_write_input_tokens", "cache_creation_input_tokens"),
                JsonCells.count(counts, "output_tokens", "completion_tokens"),
                JsonCells.count(counts, "total_tokens"));
        if (tokens.total() == 0) {
            rows.leaveOut(Gateway.FAILED);
            return;
        }
        String model = JsonCells.name(span, "model_name", "meta.model_name");
        String vendor =
                Vendors.of("model_provider", JsonCells.text(span, "model_provider", "meta.model_provider"), model);
        BigDecimal cost =
                Gateway.reckoned("estimated_total_cost", JsonCells.text(counts, "estimated_total_cost"), rows);
        String id = JsonCells.text(span, "span_id");
        rows.accept(Entry.of(vendor)
                .at(Gateway.moment("start_ns", JsonCells.text(span, "start_ns", "start_ms", "timestamp")))
                .model(Vendors.without(vendor, model))
                .project(CellValues.name("ml_app", first(span, around, "ml_app")))
                .prefix(first(span, around, "session_id"))
                .tokens(tokens)
                .cost(cost == null ? null : cost.movePointLeft(BILLIONTHS), Currency.USD)
                .id(id == null ? null : JsonCells.text(span, "trace_id") + ":" + id));
    }

    private static @Nullable String first(JsonNode span, JsonNode around, String name) {
        String own = JsonCells.text(span, name);
        return own == null ? JsonCells.text(around, name) : own;
    }
}
