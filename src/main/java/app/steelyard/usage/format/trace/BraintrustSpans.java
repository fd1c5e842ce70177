package app.steelyard.usage.format.trace;

import app.steelyard.text.Currency;
import app.steelyard.usage.format.gateway.AnyUsage;
import app.steelyard.usage.format.gateway.Gateway;
import app.steelyard.usage.format.gateway.Relation;
import app.steelyard.usage.row.Entry;
import app.steelyard.usage.row.Format;
import app.steelyard.usage.row.JsonCells;
import app.steelyard.usage.row.RowProblem;
import app.steelyard.usage.row.RowSink;
import app.steelyard.usage.row.Tokens;
import app.steelyard.usage.row.Vendors;
import java.math.BigDecimal;
import tools.jackson.databind.JsonNode;

/**
 * Spans of Braintrust's logs and experiments, as its API answers or as they are exported. Only those of type {@code llm} are
 * calls; the others repeat what is below them. The prompt holds the cached tokens, also Anthropic's, unless the total proves
 * otherwise. Source: Braintrust's API description and SDK.
 */
public final class BraintrustSpans {
    public static final Format FORMAT = new Format.OfJson(
            "braintrust",
            Format.Kind.BOTH,
            head -> head.hasProperties("span_attributes", "metrics")
                            && (head.hasProperties("root_span_id") || head.hasProperties("_xact_id"))
                    ? "braintrust"
                    : null,
            (page, rows) -> Gateway.each(page, rows, span -> span(span, rows), "events", "data", "rows"));

    private BraintrustSpans() {}

    private static void span(JsonNode span, RowSink rows) throws RowProblem {
        String type = JsonCells.name(span, "span_attributes.type");
        if (type != null && !type.equals("llm")) {
            rows.leaveOut(type);
            return;
        }
        JsonNode counts = span.path("metrics");
        Tokens tokens = counts.isObject() ? AnyUsage.of(counts, Relation.INSIDE, rows) : Tokens.NONE;
        if (type == null || tokens.total() == 0) {
            rows.leaveOut("spans without usage");
            return;
        }
        String model = JsonCells.name(span, "metadata.model");
        String vendor = Vendors.of("provider", JsonCells.text(span, "metadata.provider"), model);
        BigDecimal cost = Gateway.reckoned("estimated_cost", JsonCells.text(counts, "estimated_cost", "cost"), rows);
        String start = JsonCells.text(counts, "start");
        String id = JsonCells.text(span, "span_id", "id");
        rows.accept(Entry.of(vendor)
                .at(Gateway.moment("created", start == null ? JsonCells.text(span, "created") : start))
                .model(Vendors.without(vendor, model))
                .project(JsonCells.name(span, "project_id"))
                .tenant(JsonCells.text(span, "metadata.user_id"))
                .prefix(JsonCells.text(span, "metadata.session_id", "metadata.thread_id"))
                .tokens(tokens)
                .cost(cost, Currency.USD)
                .id(id));
    }
}
