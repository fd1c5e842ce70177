package app.steelyard.usage.format;

import app.steelyard.usage.input.Head;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Answers of OpenAI as a program received them: the output of a batch, the list of stored completions, or chat
 * completions and responses line by line. Cached tokens are inside the input; some answers do not state them. An answer
 * counts once by its id. Source: OpenAI's API description.
 */
final class OpenAiAnswers implements Format.OfJson {
    private static final Pattern RESPONSE =
            Pattern.compile("\"object\"\\s*:\\s*\"response\"|\"type\"\\s*:\\s*\"response\\.(completed|done)\"");

    @Override
    public String id() {
        return "openai-answers";
    }

    @Override
    public Kind kind() {
        return Kind.USAGE;
    }

    @Override
    public Optional<String> recognise(Head head) {
        if (head.firstHas("custom_id", "response", "error")) {
            return Optional.of("openai-answers.batch");
        }
        boolean chat = head.text().contains("\"chat.completion");
        if (chat && head.firstHas("object", "data")) {
            return Optional.of("openai-answers.stored");
        }
        return chat && head.firstHas("choices")
                        || (head.firstHas("model") || head.firstHas("response"))
                                && RESPONSE.matcher(head.text()).find()
                ? Optional.of("openai-answers")
                : Optional.empty();
    }

    @Override
    public Reader<JsonNode> reader() {
        return new Answers();
    }

    /** Reads one file; of several lists only the last can go on elsewhere. */
    private static final class Answers implements Reader<JsonNode> {
        private boolean more;

        @Override
        public void read(JsonNode value, Rows rows) throws RowProblem {
            if (value.path("data").isArray()) {
                Json.each("/data", value.path("data"), rows, completion -> answer(completion, null, rows));
                more = value.path("has_more").asBoolean(false);
            } else if (value.has("custom_id")) {
                answer(Json.at(value, "response.body"), "batch", rows);
            } else {
                // An event of a stream wraps the response.
                answer(Json.at(value, "response.usage").isObject() ? value.path("response") : value, null, rows);
            }
        }

        @Override
        public void end(Rows rows) {
            if (more) {
                rows.more(null);
            }
        }
    }

    private static void answer(JsonNode answer, @Nullable String tier, Rows rows) throws RowProblem {
        JsonNode usage = answer.path("usage");
        if (answer.path("data").isArray()) {
            rows.leaveOut("embeddings");
        } else if (usage.isObject()) {
            rows.accept(Entry.of(usage.has("prompt_cache_hit_tokens") ? "deepseek" : OpenAiRow.VENDOR)
                    .at(Json.time(answer, "created", "created_at"))
                    .model(Json.name(answer, "model"))
                    .tier(tier == null ? Json.name(answer, "service_tier") : tier)
                    .tokens(OpenAiTokens.of(usage))
                    .id(Json.text(answer, "id"))
                    .build());
        } else {
            rows.leaveOut("answers without usage");
        }
    }
}
