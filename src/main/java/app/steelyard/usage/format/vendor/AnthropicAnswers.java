package app.steelyard.usage.format.vendor;

import app.steelyard.usage.row.Entry;
import app.steelyard.usage.row.Format;
import app.steelyard.usage.row.JsonCells;
import app.steelyard.usage.row.RowProblem;
import app.steelyard.usage.row.RowSink;
import app.steelyard.usage.row.UsageExtras;
import java.time.Instant;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Messages of Anthropic as a program received them: the results of a batch, or one answer a line. The cached tokens are
 * beside the input. They state no time. An answer counts once by its id. Source: Anthropic's SDK.
 */
public final class AnthropicAnswers {
    private static final Pattern MESSAGE = Pattern.compile("\"type\"\\s*:\\s*\"message\"");

    public static final Format FORMAT = new Format.OfJson(
            "anthropic-answers",
            Format.Kind.USAGE,
            head -> {
                if (head.firstHas("custom_id", "result")) {
                    return "anthropic-answers.batch";
                }
                if (head.firstHas("type", "message") && head.text().contains("\"message_start\"")) {
                    return "anthropic-answers.stream";
                }
                boolean wrapped = Wrapped.NAMES.stream().anyMatch(head::firstHas)
                        && head.hasProperties("role", "model", "stop_reason");
                return (wrapped || head.firstHas("type", "role", "model"))
                                && head.hasProperties("content")
                                && MESSAGE.matcher(head.text()).find()
                        ? "anthropic-answers"
                        : null;
            },
            Answers::new);

    private AnthropicAnswers() {}

    /** Reads one file; of a stream the start has the input, and what comes after it the output so far. */
    private static final class Answers implements Format.Reader<JsonNode> {
        private @Nullable ObjectNode begun;

        @Override
        public void read(JsonNode value, RowSink rows) throws RowProblem {
            String type = JsonCells.text(value, "type");
            if ("message_start".equals(type) && value.path("message") instanceof ObjectNode message) {
                end(rows);
                begun = message;
            } else if (begun != null && type != null && !type.equals("message")) {
                if (begun.path("usage") instanceof ObjectNode usage && value.path("usage") instanceof ObjectNode more) {
                    more.properties().forEach(p -> usage.set(p.getKey(), p.getValue()));
                }
            } else {
                line(value, rows);
            }
        }

        @Override
        public void end(RowSink rows) {
            ObjectNode whole = begun;
            begun = null;
            if (whole != null) {
                try {
                    answer(whole, null, null, rows);
                } catch (RowProblem e) {
                    rows.leaveOut("answers without usage");
                }
            }
        }
    }

    private static void line(JsonNode line, RowSink rows) throws RowProblem {
        if (!line.has("custom_id")) {
            answer(Wrapped.answer(line), null, Wrapped.time(line), rows);
        } else if (JsonCells.at(line, "result.message").isObject()) {
            answer(JsonCells.at(line, "result.message"), "batch", null, rows);
        } else {
            rows.leaveOut("requests without an answer");
        }
    }

    private static void answer(JsonNode message, @Nullable String tier, @Nullable Instant at, RowSink rows)
            throws RowProblem {
        JsonNode usage = message.path("usage");
        if (!usage.isObject()) {
            rows.leaveOut("answers without usage");
            return;
        }
        rows.accept(Entry.of("anthropic")
                .at(at)
                .model(JsonCells.name(message, "model"))
                .tier(tier == null ? JsonCells.name(usage, "service_tier") : tier)
                .served(UsageExtras.served(usage))
                .tokens(AnthropicUsage.of(usage))
                .extras(UsageExtras.tools(usage))
                .id(JsonCells.text(message, "id")));
    }
}
