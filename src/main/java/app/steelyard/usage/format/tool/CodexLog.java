package app.steelyard.usage.format.tool;

import app.steelyard.usage.format.vendor.OpenAiRow;
import app.steelyard.usage.row.CellValues;
import app.steelyard.usage.row.Entry;
import app.steelyard.usage.row.Format;
import app.steelyard.usage.row.JsonCells;
import app.steelyard.usage.row.RowProblem;
import app.steelyard.usage.row.RowSink;
import app.steelyard.usage.row.Tokens;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The session logs that Codex CLI writes, one event a line. A token count states what the last request used, cached
 * tokens inside the input, beside a running total, which is never summed: where it stands still the count is only
 * repeated. A session that was forked or resumed begins with its parent's history, told by the same running totals. The
 * model is in the context of the turn before. Source: ccusage.
 */
public final class CodexLog {
    public static final Format FORMAT = new Format.OfJson(
            "codex",
            Format.Kind.USAGE,
            head -> head.firstHas("timestamp", "type", "payload")
                            && (head.hasProperties("session_meta")
                                    || head.hasProperties("turn_context")
                                    || head.hasProperties("event_msg"))
                    ? "codex"
                    : null,
            Session::new);

    private CodexLog() {}

    private static final class Session implements Format.Reader<JsonNode> {
        private @Nullable String session;
        /** Whose history this is: what a fork or a resumed session repeats, its parent has counted. */
        private @Nullable String origin;

        private @Nullable String model;
        private @Nullable String tier;
        private @Nullable JsonNode total;

        @Override
        public void read(JsonNode line, RowSink rows) throws RowProblem {
            JsonNode payload = line.path("payload");
            String type = JsonCells.text(line, "type");
            if ("session_meta".equals(type)) {
                String id = JsonCells.text(payload, "id");
                session = session == null ? id : session;
                origin = JsonCells.text(payload, "forked_from_id", "id");
            } else if ("turn_context".equals(type)) {
                model = JsonCells.name(payload, "model");
                tier = JsonCells.name(payload, "service_tier");
            }
            JsonNode usage = JsonCells.at(payload, "info.last_token_usage");
            JsonNode now = JsonCells.at(payload, "info.total_token_usage");
            if (!usage.isObject() || now.isObject() && now.equals(total)) {
                rows.leaveOut("events");
                return;
            }
            total = now;
            String stated = JsonCells.name(payload, "info.model");
            rows.accept(Entry.of(OpenAiRow.VENDOR)
                    .at(CellValues.time("timestamp", JsonCells.text(line, "timestamp")))
                    .model(stated == null ? model : stated)
                    .prefix(session)
                    .tier(tier)
                    .id(origin == null || !now.isObject() ? null : origin + now)
                    .tokens(Tokens.inside(
                            JsonCells.count(usage, "input_tokens"),
                            JsonCells.count(usage, "cached_input_tokens", "cache_read_input_tokens"),
                            null,
                            JsonCells.count(usage, "output_tokens"))));
        }
    }
}
