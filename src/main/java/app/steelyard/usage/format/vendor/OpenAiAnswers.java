package app.steelyard.usage.format.vendor;

import app.steelyard.usage.row.Entry;
import app.steelyard.usage.row.Format;
import app.steelyard.usage.row.JsonCells;
import app.steelyard.usage.row.RowProblem;
import app.steelyard.usage.row.RowSink;
import app.steelyard.usage.row.Tokens;
import app.steelyard.usage.row.UsageExtras;
import app.steelyard.usage.row.Vendors;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Answers of OpenAI as a program received them: the output of a batch, the list of stored completions, or chat
 * completions and responses line by line. Cached tokens are inside the input; some answers do not state them. An answer
 * counts once by its id. Source: OpenAI's API description.
 */
public final class OpenAiAnswers {
    private static final Pattern RESPONSE =
            Pattern.compile("\"object\"\\s*:\\s*\"response\"|\"type\"\\s*:\\s*\"response\\.(completed|done)\"");

    public static final Format FORMAT = new Format.OfJson(
            "openai-answers",
            Format.Kind.USAGE,
            head -> {
                if (head.firstHas("custom_id", "response", "error")) {
                    return "openai-answers.batch";
                }
                boolean chat = head.text().contains("\"chat.completion");
                if (chat && head.firstHas("object", "data")) {
                    return "openai-answers.stored";
                }
                return chat && head.firstHas("choices")
                                || (head.firstHas("model") || head.firstHas("response"))
                                        && RESPONSE.matcher(head.text()).find()
                        ? "openai-answers"
                        : null;
            },
            Answers::new);

    private OpenAiAnswers() {}

    /** Reads one file; of several lists only the last can go on elsewhere. */
    private static final class Answers implements Format.Reader<JsonNode> {
        private boolean more;

        @Override
        public void read(JsonNode value, RowSink rows) throws RowProblem {
            if (value.path("data").isArray()) {
                JsonCells.each("/data", value.path("data"), rows, completion -> answer(completion, null, rows));
                more = value.path("has_more").asBoolean(false);
            } else if (value.has("custom_id")) {
                answer(JsonCells.at(value, "response.body"), "batch", rows);
            } else {
                // An event of a stream wraps the response.
                answer(JsonCells.at(value, "response.usage").isObject() ? value.path("response") : value, null, rows);
            }
        }

        @Override
        public void end(RowSink rows) {
            if (more) {
                rows.more(null);
            }
        }
    }

    private static void answer(JsonNode answer, @Nullable String tier, RowSink rows) throws RowProblem {
        JsonNode usage = answer.path("usage");
        if (answer.path("data").isArray()) {
            rows.leaveOut("embeddings");
        } else if (usage.isObject()) {
            Tokens tokens = OpenAiTokens.of(usage);
            String model = JsonCells.name(answer, "model");
            rows.accept(Entry.of(Vendors.writing(OpenAiRow.VENDOR, model))
                    .at(JsonCells.time(answer, "created", "created_at"))
                    .model(model)
                    .tier(tier == null ? JsonCells.name(answer, "service_tier") : tier)
                    .tokens(tokens)
                    .extras(UsageExtras.of(answer, tokens, rows))
                    .id(JsonCells.text(answer, "id")));
        } else {
            rows.leaveOut("answers without usage");
        }
    }
}
