package app.steelyard.usage.format.cloud;

import app.steelyard.usage.format.gateway.AnyUsage;
import app.steelyard.usage.format.vendor.AnthropicUsage;
import app.steelyard.usage.row.Entry;
import app.steelyard.usage.row.Format;
import app.steelyard.usage.row.JsonCells;
import app.steelyard.usage.row.RowProblem;
import app.steelyard.usage.row.RowSink;
import app.steelyard.usage.row.Tokens;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The output of a batch on Bedrock: a record a line, its answer as the model's maker writes it. Claude's and Nova's cached
 * tokens are beside the input. It states no time, and a model only where the answer names it. The manifest beside it adds
 * the records up, and is left out. Source: Amazon's description of batch inference.
 */
public final class BedrockBatch {
    public static final Format FORMAT = new Format.OfJson(
            "bedrock-batch",
            Format.Kind.USAGE,
            head -> head.firstHas("recordId") && (head.hasProperties("modelOutput") || head.hasProperties("modelInput"))
                            || head.firstHas("totalRecordCount", "processedRecordCount")
                    ? "bedrock-batch"
                    : null,
            BedrockBatch::read);

    private BedrockBatch() {}

    private static void read(JsonNode record, RowSink rows) throws RowProblem {
        JsonNode answer = record.path("modelOutput");
        if (!answer.isObject()) {
            rows.leaveOut(record.has("totalRecordCount") ? "sums of a batch" : "requests without an answer");
            return;
        }
        if (answer.has("embedding") || answer.has("embeddings")) {
            rows.leaveOut("embeddings");
            return;
        }
        Tokens tokens = tokens(answer, rows);
        if (tokens.total() == 0) {
            rows.leaveOut("answers without usage");
            return;
        }
        String model = JsonCells.name(answer, "model");
        rows.accept(Entry.of("bedrock")
                .at(null)
                .model(model != null && model.startsWith("claude-") ? "anthropic." + model : model)
                .tier("batch")
                .tokens(tokens)
                .id(id(record, answer)));
    }

    private static Tokens tokens(JsonNode answer, RowSink rows) throws RowProblem {
        JsonNode usage = answer.path("usage");
        if (usage.has("inputTokens")) {
            return Tokens.beside(
                    JsonCells.count(usage, "inputTokens"),
                    JsonCells.count(usage, "cacheReadInputTokens", "cacheReadInputTokenCount"),
                    JsonCells.count(usage, "cacheWriteInputTokens", "cacheWriteInputTokenCount"),
                    JsonCells.count(usage, "outputTokens"));
        }
        if (usage.isObject()) {
            return usage.has("input_tokens") ? AnthropicUsage.of(usage) : AnyUsage.of(usage, rows);
        }
        // Llama's and Titan's.
        Long output = JsonCells.count(answer, "generation_token_count");
        for (JsonNode result : answer.path("results")) {
            output = Tokens.sum(output, JsonCells.count(result, "tokenCount"));
        }
        return Tokens.beside(JsonCells.count(answer, "prompt_token_count", "inputTextTokenCount"), null, null, output);
    }

    /** Numbers of records begin anew in each batch. */
    private static @Nullable String id(JsonNode record, JsonNode answer) {
        String own = JsonCells.text(answer, "id");
        return own == null ? null : own + ":" + JsonCells.text(record, "recordId");
    }
}
