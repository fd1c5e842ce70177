package app.steelyard.usage.format;

import app.steelyard.usage.input.Head;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * The session logs that Claude Code writes, one event a line; those with {@code message.usage} are answers. The usage
 * is Anthropic's, cached tokens beside the input. An answer is written several times while it grows, and again where a
 * side chain replays it, so it counts once by its message's id, with the largest numbers. Source: ccusage, whose rules
 * these are.
 */
final class ClaudeCodeLog implements Format.OfJson {
    @Override
    public String id() {
        return "claude-code";
    }

    @Override
    public Kind kind() {
        return Kind.USAGE;
    }

    @Override
    public Optional<String> recognise(Head head) {
        return head.hasProperties("sessionId") && (head.hasProperties("parentUuid") || head.firstHas("message"))
                        || head.firstHas("requestId", "message")
                ? Optional.of("claude-code")
                : Optional.empty();
    }

    @Override
    public Reader<JsonNode> reader() {
        return ClaudeCodeLog::read;
    }

    private static void read(JsonNode line, Rows rows) throws RowProblem {
        JsonNode usage = Json.at(line, "message.usage");
        if (!usage.isObject()) {
            rows.leaveOut("events");
            return;
        }
        if (line.path("isApiErrorMessage").asBoolean(false)) {
            rows.leaveOut("failed requests");
            return;
        }
        rows.accept(Entry.of("anthropic")
                .at(Values.time("timestamp", Json.text(line, "timestamp")))
                .model(Values.name("message.model", Json.text(line, "message.model")))
                .prefix(Json.text(line, "sessionId"))
                .tier(Values.name("service_tier", Json.text(usage, "service_tier")))
                .tokens(AnthropicUsage.of(usage))
                .id(Json.text(line, "message.id", "requestId", "uuid"))
                .build());
    }
}
