package app.steelyard.usage.format.gateway;

import app.steelyard.usage.row.CellValues;
import app.steelyard.usage.row.Entry;
import app.steelyard.usage.row.Format;
import app.steelyard.usage.row.JsonCells;
import app.steelyard.usage.row.RowProblem;
import app.steelyard.usage.row.RowSink;
import app.steelyard.usage.row.Tokens;
import app.steelyard.usage.row.UsageFinding;
import app.steelyard.usage.row.Vendors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Databricks' system tables of served models, a row a request: {@code system.serving.endpoint_usage}, which knows the model
 * only by an id that {@code served_entities} explains, so that it is best joined before it is exported, and
 * {@code system.ai_gateway.usage}, which names it and tells the cached tokens, inside the input unless a total proves
 * otherwise. Source: Databricks' description of its system tables.
 */
public final class DatabricksUsage {
    private static final String OWN = "databricks";
    private static final UsageFinding NO_MODEL = Gateway.warning("databricks.noModel");

    private DatabricksUsage() {}

    /** As a table. */
    public static final Format CSV = new Format.OfTable(
            "databricks-csv",
            Format.Kind.USAGE,
            head -> variant(
                    head.has("input_token_count", "output_token_count", "request_time")
                            && (head.has("served_entity_id") || head.has("databricks_request_id")),
                    head.has("event_time", "input_tokens", "output_tokens")
                            && (head.has("destination_model") || head.has("endpoint_id"))),
            (row, rows) -> read(row::get, Gateway.json("token_details", row.get("token_details")), rows));

    /** As JSON. */
    public static final Format LINES = new Format.OfJson(
            "databricks-json",
            Format.Kind.USAGE,
            head -> variant(
                    head.hasProperties("input_token_count", "output_token_count", "request_time")
                            && (head.hasProperties("served_entity_id") || head.hasProperties("databricks_request_id")),
                    head.hasProperties("event_time", "input_tokens", "output_tokens")
                            && (head.hasProperties("destination_model") || head.hasProperties("endpoint_id"))),
            (page, rows) -> Gateway.each(
                    page,
                    rows,
                    row -> read(names -> JsonCells.text(row, names), Gateway.object(row, "token_details"), rows),
                    "data",
                    "rows"));

    private static @Nullable String variant(boolean serving, boolean gateway) {
        return serving ? "databricks.serving" : gateway ? "databricks.gateway" : null;
    }

    private static void read(Gateway.Fields row, JsonNode details, RowSink rows) throws RowProblem {
        Tokens tokens = Relation.INSIDE.tokens(
                rows,
                CellValues.count("input_token_count", row.get("input_token_count", "input_tokens")),
                JsonCells.count(details, "cache_read_input_tokens"),
                JsonCells.count(details, "cache_creation_input_tokens"),
                CellValues.count("output_token_count", row.get("output_token_count", "output_tokens")),
                CellValues.count("total_tokens", row.get("total_tokens")));
        if (tokens.total() == 0) {
            rows.leaveOut(Gateway.FAILED);
            return;
        }
        String model = CellValues.name(
                "model",
                row.get(
                        "destination_model",
                        "model_name",
                        "model",
                        "external_model_name",
                        "foundation_model_name",
                        "entity_name",
                        "served_entity_name"));
        if (model == null) {
            rows.say(NO_MODEL);
        }
        String maker = Vendors.ofModel(model);
        rows.accept(Entry.of(maker.equals(Vendors.UNKNOWN) ? OWN : maker)
                .at(Gateway.moment("request_time", row.get("request_time", "event_time", "timestamp_ms")))
                .model(Vendors.without(maker, model))
                .project(CellValues.name("endpoint_name", row.get("endpoint_name", "workspace_id")))
                .tenant(row.get("requester"))
                .tokens(tokens)
                .id(row.get("databricks_request_id", "request_id")));
    }
}
