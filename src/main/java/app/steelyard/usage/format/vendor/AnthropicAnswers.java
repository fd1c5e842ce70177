package app.steelyard.usage.format.vendor;

import app.steelyard.usage.row.Entry;
import app.steelyard.usage.row.Format;
import app.steelyard.usage.row.JsonCells;
import app.steelyard.usage.row.RowProblem;
import app.steelyard.usage.row.RowSink;
import app.steelyard.usage.row.UsageExtras;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

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
                return head.firstHas("type", "role", "model")
                                && head.hasProperties("content")
                                && MESSAGE.matcher(head.text()).find()
                        ? "anthropic-answers"
                        : null;
            },
            AnthropicAnswers::read);

    private AnthropicAnswers() {}

    private static void read(JsonNode line, RowSink rows) throws RowProblem {
        if (!line.has("custom_id")) {
            answer(line, null, rows);
        } else if (JsonCells.at(line, "result.message").isObject()) {
            answer(JsonCells.at(line, "result.message"), "batch", rows);
        } else {
            rows.leaveOut("requests without an answer");
        }
    }

    private static void answer(JsonNode message, @Nullable String tier, RowSink rows) throws RowProblem {
        JsonNode usage = message.path("usage");
        if (!usage.isObject()) {
            rows.leaveOut("answers without usage");
            return;
        }
        rows.accept(Entry.of("anthropic")
                .at(null)
                .model(JsonCells.name(message, "model"))
                .tier(tier == null ? JsonCells.name(usage, "service_tier") : tier)
                .served(UsageExtras.served(usage))
                .tokens(AnthropicUsage.of(usage))
                .extras(UsageExtras.tools(usage))
                .id(JsonCells.text(message, "id")));
    }
}
