package app.steelyard.usage.format.tool;

import app.steelyard.usage.format.vendor.AnthropicUsage;
import app.steelyard.usage.row.CellValues;
import app.steelyard.usage.row.Entry;
import app.steelyard.usage.row.Format;
import app.steelyard.usage.row.JsonCells;
import app.steelyard.usage.row.RowProblem;
import app.steelyard.usage.row.RowSink;
import app.steelyard.usage.row.UsageExtras;
import tools.jackson.databind.JsonNode;

/**
 * The session logs that Claude Code writes, one event a line; those with {@code message.usage} are answers. The usage
 * is Anthropic's, cached tokens beside the input. An answer is written several times while it grows, and again where a
 * side chain replays it, so it counts once by its message's id, with the largest numbers. Source: ccusage, whose rules
 * these are.
 */
public final class ClaudeCodeLog {
    public static final Format FORMAT = new Format.OfJson(
            "claude-code",
            Format.Kind.USAGE,
            head -> head.hasProperties("sessionId") && (head.hasProperties("parentUuid") || head.firstHas("message"))
                            || head.firstHas("requestId", "message")
                    ? "claude-code"
                    : null,
            ClaudeCodeLog::read);

    private ClaudeCodeLog() {}

    private static void read(JsonNode line, RowSink rows) throws RowProblem {
        JsonNode usage = JsonCells.at(line, "message.usage");
        if (!usage.isObject()) {
            rows.leaveOut("events");
            return;
        }
        if (line.path("isApiErrorMessage").asBoolean(false)) {
            rows.leaveOut("failed requests");
            return;
        }
        if ("<synthetic>".equals(JsonCells.text(line, "message.model"))) {
            // Written by the program itself, where no model was asked.
            rows.leaveOut("answers of no model");
            return;
        }
        rows.accept(Entry.of("anthropic")
                .at(CellValues.time("timestamp", JsonCells.text(line, "timestamp")))
                .model(JsonCells.name(line, "message.model"))
                .prefix(JsonCells.text(line, "sessionId"))
                .tier(JsonCells.name(usage, "service_tier"))
                .served(UsageExtras.served(usage))
                .tokens(AnthropicUsage.of(usage))
                .extras(UsageExtras.tools(usage))
                .id(JsonCells.text(line, "message.id", "requestId", "uuid")));
    }
}
