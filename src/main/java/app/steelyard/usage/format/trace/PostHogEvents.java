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
import tools.jackson.databind.JsonNode;

/**
 * Events of PostHog's LLM analytics, of which {@code $ai_generation} are calls. Cached tokens are where the vendor has them,
 * beside Anthropic's input and inside the others', unless an event says which. The cost is PostHog's own reckoning. Source:
 * PostHog's description of these events, and its code.
 */
public final class PostHogEvents {
    private static final String CALL = "$ai_generation";

    private PostHogEvents() {}

    /** As JSON. */
    public static final Format LINES = new Format.OfJson(
            "posthog-json",
            Format.Kind.BOTH,
            head -> head.isJson() && head.text().contains("$ai_") && head.hasProperties("event", "properties")
                    ? "posthog"
                    : null,
            (page, rows) -> Gateway.each(
                    page,
                    rows,
                    event -> read(names -> JsonCells.text(event, names), Gateway.object(event, "properties"), rows),
                    "results",
                    "data",
                    "batch"));

    /** As a table whose cells of properties are JSON. */
    public static final Format CSV = new Format.OfTable(
            "posthog-csv",
            Format.Kind.BOTH,
            head -> head.has("event", "properties", "timestamp") && head.text().contains("$ai_") ? "posthog" : null,
            (row, rows) -> read(row::get, Gateway.json("properties", row.get("properties")), rows));

    private static void read(Gateway.Fields event, JsonNode told, RowSink rows) throws RowProblem {
        String name = String.valueOf(event.get("event"));
        if (!name.equals(CALL)) {
            rows.leaveOut("other events");
            return;
        }
        String model = CellValues.name("$ai_model", JsonCells.text(told, "$ai_model"));
        String vendor = Vendors.of("$ai_provider", JsonCells.text(told, "$ai_provider"), model);
        Boolean beside = CellValues.flag(JsonCells.text(told, "$ai_cache_reporting_exclusive"));
        boolean anthropic = vendor.equals("anthropic") || Vendors.ofModel(model).equals("anthropic");
        Relation rule = Boolean.TRUE.equals(beside) || beside == null && anthropic ? Relation.BESIDE : Relation.INSIDE;
        Tokens tokens = rule.tokens(
                rows,
                JsonCells.count(told, "$ai_input_tokens"),
                JsonCells.count(told, "$ai_cache_read_input_tokens"),
                JsonCells.count(told, "$ai_cache_creation_input_tokens"),
                JsonCells.count(told, "$ai_output_tokens"),
                null);
        if (tokens.total() == 0) {
            rows.leaveOut(Gateway.FAILED);
            return;
        }
        BigDecimal cost = Gateway.reckoned("$ai_total_cost_usd", JsonCells.text(told, "$ai_total_cost_usd"), rows);
        String session = JsonCells.text(told, "$ai_session_id");
        rows.accept(Entry.of(vendor)
                .at(Gateway.moment("timestamp", event.get("timestamp")))
                .model(Vendors.without(vendor, model))
                .tenant(event.get("distinct_id"))
                .prefix(session == null ? JsonCells.text(told, "$ai_trace_id") : session)
                .tokens(tokens)
                .cost(cost, Currency.USD)
                .id(event.get("uuid", "id")));
    }
}
