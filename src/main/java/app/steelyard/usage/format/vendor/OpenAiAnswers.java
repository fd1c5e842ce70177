package app.steelyard.usage.format.vendor;

import app.steelyard.pricing.kind.Extras;
import app.steelyard.pricing.kind.Modality;
import app.steelyard.pricing.kind.TokenKind;
import app.steelyard.usage.row.Entry;
import app.steelyard.usage.row.Format;
import app.steelyard.usage.row.JsonCells;
import app.steelyard.usage.row.KindSplit;
import app.steelyard.usage.row.RowProblem;
import app.steelyard.usage.row.RowSink;
import app.steelyard.usage.row.Tokens;
import app.steelyard.usage.row.UsageExtras;
import app.steelyard.usage.row.Vendors;
import java.time.Instant;
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
                if (head.firstHas("created", "data", "usage") && head.hasProperties("input_tokens")) {
                    return "openai-answers.images";
                }
                return chat
                                        && (head.firstHas("choices")
                                                || Wrapped.NAMES.stream().anyMatch(head::firstHas))
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
            if (value.path("data").isArray() && value.path("usage").isObject()) {
                images(value, rows);
            } else if (value.path("data").isArray()) {
                JsonCells.each("/data", value.path("data"), rows, completion -> answer(completion, null, null, rows));
                more = value.path("has_more").asBoolean(false);
            } else if (value.has("custom_id")) {
                answer(JsonCells.at(value, "response.body"), "batch", null, rows);
            } else if (isPart(value)) {
                // The last part of a stream has the usage.
                rows.leaveOut("parts of streams");
            } else {
                // An event of a stream wraps the response.
                answer(Wrapped.answer(value), null, Wrapped.time(value), rows);
            }
        }

        @Override
        public void end(RowSink rows) {
            if (more) {
                rows.more(null);
            }
        }
    }

    private static boolean isPart(JsonNode value) {
        String type = JsonCells.text(value, "type");
        return "chat.completion.chunk".equals(JsonCells.text(value, "object"))
                        && !value.path("usage").isObject()
                || type != null
                        && type.startsWith("response.")
                        && !JsonCells.at(value, "response.usage").isObject();
    }

    /** Images that were made: all that went out is of them. The answer names no model before GPT Image 1.5. */
    private static void images(JsonNode answer, RowSink rows) throws RowProblem {
        JsonNode usage = answer.path("usage");
        Tokens tokens = OpenAiTokens.of(usage);
        Long stated = JsonCells.count(usage, "output_tokens_details.image_tokens");
        Extras extras = UsageExtras.kinds(usage, tokens, rows);
        Long output = tokens.output();
        rows.accept(Entry.of(OpenAiRow.VENDOR)
                .at(JsonCells.time(answer, "created"))
                .model(JsonCells.name(answer, "model"))
                .tokens(tokens)
                .extras(
                        stated == null
                                ? new KindSplit()
                                        .prompt(Modality.IMAGE, extras.tokens().getOrDefault(TokenKind.IMAGE_INPUT, 0L))
                                        .output(Modality.IMAGE, output == null ? 0 : output)
                                        .of(tokens, rows)
                                : extras));
    }

    /** Who answered, where the answer has a mark of theirs. */
    private static String vendor(JsonNode answer, @Nullable String model) {
        String id = JsonCells.text(answer, "id");
        if (answer.has("x_groq")) {
            return "groq";
        }
        return answer.has("provider") && id != null && id.startsWith("gen-")
                ? "openrouter"
                : Vendors.writing(OpenAiRow.VENDOR, model);
    }

    private static void answer(JsonNode answer, @Nullable String tier, @Nullable Instant written, RowSink rows)
            throws RowProblem {
        JsonNode usage = answer.path("usage");
        if (answer.path("data").isArray()) {
            rows.leaveOut("embeddings");
        } else if (usage.isObject()) {
            Tokens tokens = OpenAiTokens.of(usage);
            String model = JsonCells.name(answer, "model");
            Instant at = JsonCells.time(answer, "created", "created_at");
            rows.accept(Entry.of(vendor(answer, model))
                    .at(at == null ? written : at)
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
