package app.steelyard.usage.format.vendor;

import app.steelyard.pricing.kind.Extras;
import app.steelyard.pricing.kind.Fee;
import app.steelyard.pricing.kind.Modality;
import app.steelyard.pricing.kind.Modifiers;
import app.steelyard.usage.row.CellValues;
import app.steelyard.usage.row.Entry;
import app.steelyard.usage.row.Format;
import app.steelyard.usage.row.JsonCells;
import app.steelyard.usage.row.KindSplit;
import app.steelyard.usage.row.RowProblem;
import app.steelyard.usage.row.RowSink;
import app.steelyard.usage.row.Tokens;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Answers of Gemini and Vertex AI, plain or in the line of a batch or request log that holds them, in the names of JSON
 * or of Python. The prompt holds the cached tokens; thoughts are beside the candidates and both are output; what tools
 * put into the prompt is beside it. Counts of zero are left out by the vendor, so a missing one is zero. What is stored
 * in a cache is billed by the hour and stated nowhere here. Source: Google's Python SDK.
 */
public final class GeminiAnswers {
    private static final Pattern EACH_PROMPT = Pattern.compile("gemini-[12]\\.");
    /** Documents are read as images. */
    private static final Map<String, Modality> MODALITIES = Map.of(
            "AUDIO", Modality.AUDIO, "IMAGE", Modality.IMAGE, "DOCUMENT", Modality.IMAGE, "VIDEO", Modality.VIDEO);

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
        Tokens tokens = tokens(usage);
        String named = model == null ? JsonCells.name(line, "model") : model;
        boolean batch = line.path("response").isObject() && (line.has("key") || line.has("processed_time"));
        rows.accept(Entry.of("google")
                .at(
                        time == null
                                ? JsonCells.time(line, "timestamp", "time", "logging_time", "processed_time")
                                : CellValues.time("createTime", time))
                .model(named)
                .tier(batch ? "batch" : null)
                .served(Modifiers.STANDARD.served(JsonCells.text(usage, "trafficType", "traffic_type")))
                .tokens(tokens)
                .extras(kinds(usage, tokens, rows).with(Fee.GROUNDING, searches(answer.path("candidates"), named)))
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

    private static Extras kinds(JsonNode usage, Tokens tokens, RowSink rows) throws RowProblem {
        KindSplit split = new KindSplit();
        each(usage, split::prompt, "promptTokensDetails", "prompt_tokens_details");
        each(usage, split::prompt, "toolUsePromptTokensDetails", "tool_use_prompt_tokens_details");
        each(usage, split::output, "candidatesTokensDetails", "candidates_tokens_details", "responseTokensDetails");
        if (each(usage, split::cached, "cacheTokensDetails", "cache_tokens_details")) {
            split.cachedIsStated();
        }
        return split.of(tokens, rows);
    }

    /** Tells {@code part} of each modality that is no text; whether there is such a list at all. */
    private static boolean each(JsonNode usage, BiConsumer<Modality, Long> part, String... names) throws RowProblem {
        for (String name : names) {
            if (usage.path(name).isArray()) {
                for (JsonNode detail : usage.path(name)) {
                    Modality modality = MODALITIES.get(String.valueOf(JsonCells.text(detail, "modality")));
                    if (modality != null) {
                        part.accept(modality, count(detail, "tokenCount", "token_count"));
                    }
                }
                return true;
            }
        }
        return false;
    }

    /** Google bills each search from Gemini 3 on, and before that each prompt that was searched for. */
    private static long searches(JsonNode candidates, @Nullable String model) {
        long searches = 0;
        for (JsonNode candidate : candidates) {
            JsonNode grounding = candidate.path("groundingMetadata");
            JsonNode queries = (grounding.isObject() ? grounding : candidate.path("grounding_metadata"))
                    .path(grounding.isObject() ? "webSearchQueries" : "web_search_queries");
            searches += queries.size();
        }
        return model != null && EACH_PROMPT.matcher(model).find() ? Math.min(1, searches) : searches;
    }

    private static long count(JsonNode usage, String... names) throws RowProblem {
        @Nullable Long count = JsonCells.count(usage, names);
        return count == null ? 0 : count;
    }
}
