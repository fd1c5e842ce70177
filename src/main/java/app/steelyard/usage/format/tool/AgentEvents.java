package app.steelyard.usage.format.tool;

import app.steelyard.pricing.kind.Modifiers;
import app.steelyard.text.Currency;
import app.steelyard.usage.format.gateway.Gateway;
import app.steelyard.usage.format.trace.Otlp;
import app.steelyard.usage.row.CellValues;
import app.steelyard.usage.row.Entry;
import app.steelyard.usage.row.Format;
import app.steelyard.usage.row.JsonCells;
import app.steelyard.usage.row.RowProblem;
import app.steelyard.usage.row.RowSink;
import app.steelyard.usage.row.Tokens;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The events that coding agents send as OpenTelemetry logs, in OTLP's JSON: {@code claude_code.api_request}, where cached
 * tokens are beside the input, {@code gemini_cli.api_response} and {@code codex.sse_event}, where they are inside. All others
 * are left out. The cost is the agent's own reckoning. Source: the agents' descriptions of their telemetry.
 */
public final class AgentEvents {
    public static final Format FORMAT = new Format.OfJson(
            "otlp-logs",
            Format.Kind.BOTH,
            head -> head.hasProperties("resourceLogs")
                            && (head.text().contains("claude_code.")
                                    || head.text().contains("gemini_cli.")
                                    || head.text().contains("codex.")
                                    || head.text().contains("api_request"))
                    ? "otlp-logs"
                    : null,
            (request, rows) -> Otlp.each(
                    request,
                    "resourceLogs",
                    "scopeLogs",
                    "logRecords",
                    rows,
                    (place, event, resource) -> read(event, resource, rows)));

    private AgentEvents() {}

    private static void read(JsonNode event, Map<String, String> resource, RowSink rows) throws RowProblem {
        Map<String, String> told = new HashMap<>(resource);
        told.putAll(Otlp.attributes(event));
        String name = name(event, told);
        switch (name) {
            case "api_request" ->
                accept(
                        "anthropic",
                        event,
                        told,
                        Tokens.beside(
                                count(told, "input_tokens"),
                                count(told, "cache_read_tokens"),
                                count(told, "cache_creation_tokens"),
                                count(told, "output_tokens")),
                        rows);
            case "api_response" ->
                accept(
                        "google",
                        event,
                        told,
                        Tokens.inside(
                                Tokens.sum(count(told, "input_token_count"), count(told, "tool_token_count")),
                                count(told, "cached_content_token_count"),
                                null,
                                Tokens.sum(count(told, "output_token_count"), count(told, "thoughts_token_count"))),
                        rows);
            case "sse_event" -> {
                if (count(told, "input_token_count") == null) {
                    rows.leaveOut("events");
                } else {
                    // Reasoning is inside the output.
                    accept(
                            "openai",
                            event,
                            told,
                            Tokens.inside(
                                    count(told, "input_token_count"),
                                    count(told, "cached_token_count"),
                                    null,
                                    count(told, "output_token_count")),
                            rows);
                }
            }
            default -> rows.leaveOut("events");
        }
    }

    /** Without the agent's, which some write before it and some do not. */
    private static String name(JsonNode event, Map<String, String> told) {
        String body = JsonCells.text(event, "eventName", "body.stringValue");
        String name = told.getOrDefault("event.name", body == null ? "" : body);
        return name.substring(name.lastIndexOf('.') + 1);
    }

    private static void accept(String vendor, JsonNode event, Map<String, String> told, Tokens tokens, RowSink rows)
            throws RowProblem {
        if (tokens.total() == 0) {
            rows.leaveOut(Gateway.FAILED);
            return;
        }
        BigDecimal cost = Gateway.reckoned("cost_usd", told.get("cost_usd"), rows);
        String session = first(told, "session.id", "conversation.id");
        String nanos = JsonCells.text(event, "timeUnixNano", "observedTimeUnixNano");
        String time = told.getOrDefault("event.timestamp", nanos == null ? "" : nanos);
        rows.accept(Entry.of(vendor)
                .at(Gateway.moment("timeUnixNano", "0".equals(nanos) ? time : nanos == null ? time : nanos))
                .model(CellValues.name("model", told.get("model")))
                .project(CellValues.name("organization.id", first(told, "organization.id", "team.id")))
                .tenant(first(told, "user.account_uuid", "user.id", "user.email", "user.account_id"))
                .prefix(session)
                .served(Modifiers.STANDARD.served(told.get("speed")))
                .tokens(tokens)
                .cost(cost, Currency.USD)
                .id(id(told, session)));
    }

    /** The request's own, or its place in the session. */
    private static @Nullable String id(Map<String, String> told, @Nullable String session) {
        String request = told.get("request_id");
        String place = told.get("event.sequence");
        return request != null ? request : session == null || place == null ? null : session + ":" + place;
    }

    private static @Nullable Long count(Map<String, String> told, String name) throws RowProblem {
        return CellValues.count(name, told.get(name));
    }

    private static @Nullable String first(Map<String, String> told, String... names) {
        for (String name : names) {
            String value = told.get(name);
            if (value != null && !value.isBlank()) {
                return value;
            }
        }
        return null;
    }
}
