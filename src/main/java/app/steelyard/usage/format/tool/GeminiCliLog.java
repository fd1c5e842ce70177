package app.steelyard.usage.format.tool;

import app.steelyard.usage.format.gateway.Gateway;
import app.steelyard.usage.row.Entry;
import app.steelyard.usage.row.Format;
import app.steelyard.usage.row.JsonCells;
import app.steelyard.usage.row.RowProblem;
import app.steelyard.usage.row.RowSink;
import app.steelyard.usage.row.Tokens;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The sessions that Gemini CLI records: one record a line, or, in older versions, one file with all messages. The input holds
 * the cached tokens; thoughts are beside the output, and what tools put into the prompt is beside the input. A message is
 * written again whenever it grows, so it counts once by its id, with the largest numbers; what was rewound was paid for.
 * Source: Gemini CLI's code.
 */
public final class GeminiCliLog {
    public static final Format FORMAT = new Format.OfJson(
            "gemini-cli",
            Format.Kind.USAGE,
            head -> head.firstHas("sessionId", "projectHash")
                            || head.firstHas("sessionId", "startTime") && head.hasProperties("tokens", "thoughts")
                            || head.firstHas("type", "tokens", "model") && head.hasProperties("cached", "thoughts")
                    ? "gemini-cli"
                    : null,
            Session::new);

    private GeminiCliLog() {}

    private static final class Session implements Format.Reader<JsonNode> {
        private @Nullable String session;

        @Override
        public void read(JsonNode record, RowSink rows) throws RowProblem {
            String stated = JsonCells.text(record, "sessionId");
            session = session == null ? stated : session;
            JsonNode change = record.path("$set");
            if (record.path("messages").isArray() || change.path("messages").isArray()) {
                Gateway.each(change.isObject() ? change : record, rows, message -> message(message, rows), "messages");
            } else {
                message(record, rows);
            }
        }

        private void message(JsonNode message, RowSink rows) throws RowProblem {
            JsonNode counts = message.path("tokens");
            if (!counts.isObject()) {
                rows.leaveOut("events");
                return;
            }
            Long output = JsonCells.count(counts, "output");
            Long thoughts = JsonCells.count(counts, "thoughts");
            Long input = JsonCells.count(counts, "input");
            Long tool = JsonCells.count(counts, "tool");
            String id = JsonCells.text(message, "id");
            rows.accept(Entry.of("google")
                    .at(Gateway.moment("timestamp", JsonCells.text(message, "timestamp")))
                    .model(JsonCells.name(message, "model"))
                    .prefix(session)
                    .tokens(Tokens.inside(
                            Tokens.sum(input, tool),
                            JsonCells.count(counts, "cached"),
                            null,
                            Tokens.sum(output, thoughts)))
                    .id(id == null ? null : session + ":" + id));
        }
    }
}
