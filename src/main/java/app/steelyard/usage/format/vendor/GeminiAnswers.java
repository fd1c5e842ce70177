package app.steelyard.usage.format.vendor;

import app.steelyard.usage.row.CellValues;
import app.steelyard.usage.row.Entry;
import app.steelyard.usage.row.Format;
import app.steelyard.usage.row.JsonCells;
import app.steelyard.usage.row.RowProblem;
import app.steelyard.usage.row.RowSink;
import app.steelyard.usage.row.Tokens;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Answers of Gemini and Vertex AI, plain or in the line of a batch or request log that holds them, in the names of JSON
 * or of Python. The prompt holds the cached tokens; thoughts are beside the candidates and both are output; what tools
 * put into the prompt is beside it. Counts of zero are left out by the vendor, so a missing one is zero. What is stored
 * in a cache is billed by the hour and stated nowhere here. Source: Google's Python SDK.
 */
public final class GeminiAnswers {
    private static final List<String> WRAPPERS = List.of("response", "full_response", "fullResponse");

    public static final Format FORMAT = new Format.OfJson(
            "gemini",
            Format.Kind.USAGE,
            head -> {
                boolean wrapped = WRAPPERS.stream().anyMatch(head::firstHas);
                if (head.firstHas("usageMetadata") || wrapped && head.hasProperties("usageMetadata", "candidates")) {
                    return "gemini";
                }
                if (head.firstHas("usage_metadata") || wrapped && head.hasProperties("usage_metadata", "candidates")) {
                    return "gemini.snake";
                }
                return head.firstHas("candidates") && head.hasProperties("parts") ? "gemini" : null;
            },
            GeminiAnswers::read);

    private GeminiAnswers() {}

    private static void read(JsonNode line, RowSink rows) throws RowProblem {
        JsonNode answer = WRAPPERS.stream()
                .map(line::path)
                .filter(JsonNode::isObject)
                .findFirst()
                .orElse(line);
        JsonNode usage =
                answer.path("usageMetadata").isObject() ? answer.path("usageMetadata") : answer.path("usage_metadata");
        if (!usage.isObject()) {
            rows.leaveOut("answers without usage");
            return;
        }
        String model = JsonCells.name(answer, "modelVersion", "model_version");
        String time = JsonCells.text(answer, "createTime", "create_time");
        rows.accept(Entry.of("google")
                .at(
                        time == null
                                ? JsonCells.time(line, "timestamp", "logging_time", "processed_time")
                                : CellValues.time("createTime", time))
                .model(model == null ? JsonCells.name(line, "model") : model)
                .tokens(tokens(usage))
                .id(JsonCells.text(answer, "responseId", "response_id")));
    }

    private static Tokens tokens(JsonNode usage) throws RowProblem {
        return Tokens.inside(
                count(usage, "promptTokenCount", "prompt_token_count")
                        + count(usage, "toolUsePromptTokenCount", "tool_use_prompt_token_count"),
                count(usage, "cachedContentTokenCount", "cached_content_token_count"),
                null,
                count(usage, "candidatesTokenCount", "candidates_token_count", "responseTokenCount")
                        + count(usage, "thoughtsTokenCount", "thoughts_token_count"));
    }

    private static long count(JsonNode usage, String... names) throws RowProblem {
        @Nullable Long count = JsonCells.count(usage, names);
        return count == null ? 0 : count;
    }
}
