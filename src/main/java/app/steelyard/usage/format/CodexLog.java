package app.steelyard.usage.format;

import app.steelyard.usage.input.Head;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The session logs that Codex CLI writes, one event a line. A token count states what the last request used, cached
 * tokens inside the input, beside a running total, which is never summed: where it stands still the count is only
 * repeated. The model is in the context of the turn before. Source: ccusage.
 */
final class CodexLog implements Format.OfJson {
    @Override
    public String id() {
        return "codex";
    }

    @Override
    public Kind kind() {
        return Kind.USAGE;
    }

    @Override
    public Optional<String> recognise(Head head) {
        return head.firstHas("timestamp", "type", "payload")
                        && (head.hasProperties("session_meta")
                                || head.hasProperties("turn_context")
                                || head.hasProperties("event_msg"))
                ? Optional.of(id())
                : Optional.empty();
    }

    @Override
    public Reader<JsonNode> reader() {
        return new Session();
    }

    private static final class Session implements Reader<JsonNode> {
        private @Nullable String session;
        private @Nullable String model;
        private @Nullable JsonNode total;

        @Override
        public void read(JsonNode line, Rows rows) throws RowProblem {
            JsonNode payload = line.path("payload");
            String type = Json.text(line, "type");
            if ("session_meta".equals(type)) {
                session = Json.text(payload, "id");
            } else if ("turn_context".equals(type)) {
                model = Json.name(payload, "model");
            }
            JsonNode usage = Json.at(payload, "info.last_token_usage");
            JsonNode now = Json.at(payload, "info.total_token_usage");
            if (!usage.isObject() || now.isObject() && now.equals(total)) {
                rows.leaveOut("events");
                return;
            }
            total = now;
            String stated = Json.name(payload, "info.model");
            rows.accept(Entry.of(OpenAiRow.VENDOR)
                    .at(Values.time("timestamp", Json.text(line, "timestamp")))
                    .model(stated == null ? model : stated)
                    .prefix(session)
                    .tokens(Tokens.inside(
                            Json.count(usage, "input_tokens"),
                            Json.count(usage, "cached_input_tokens", "cache_read_input_tokens"),
                            null,
                            Json.count(usage, "output_tokens")))
                    .build());
        }
    }
}
