package app.steelyard.usage.format.cloud;

import app.steelyard.pricing.kind.Modifiers;
import app.steelyard.usage.format.gateway.Gateway;
import app.steelyard.usage.row.CellValues;
import app.steelyard.usage.row.Entry;
import app.steelyard.usage.row.JsonCells;
import app.steelyard.usage.row.RowProblem;
import app.steelyard.usage.row.RowSink;
import app.steelyard.usage.row.Tokens;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One record of Bedrock's model invocation log. Its input count is what is left beside the tokens read from and written
 * to the cache. How long the written ones live stands only in the answer's own usage, where that was logged: Anthropic's
 * or Converse's, whole or in one of a stream's events. The prompts are beside it and are never looked at.
 */
final class BedrockInvocation {
    private BedrockInvocation() {}

    /** A record that stands as text within another, as CloudWatch exports it. */
    static void read(@Nullable String text, RowSink rows) throws RowProblem {
        if (text == null || text.isBlank()) {
            throw new RowProblem("bedrock.message");
        }
        read(Gateway.json("@message", text), rows);
    }

    static void read(JsonNode log, RowSink rows) throws RowProblem {
        if (!"ModelInvocationLog".equals(JsonCells.text(log, "schemaType"))) {
            rows.leaveOut("event");
            return;
        }
        String model = model(JsonCells.text(log, "modelId"));
        if (model != null && model.contains("embed")) {
            rows.leaveOut("embeddings");
            return;
        }
        if (JsonCells.text(log, "errorCode") != null) {
            rows.leaveOut("failed request");
            return;
        }
        rows.accept(Entry.of("bedrock")
                .at(CellValues.time("timestamp", JsonCells.text(log, "timestamp")))
                .model(CellValues.name("modelId", model))
                .project(JsonCells.name(log, "accountId"))
                .tenant(JsonCells.text(log, "identity.arn"))
                .tier(JsonCells.name(log, "serviceTier.type", "serviceTier", "output.outputBodyJson.serviceTier.type"))
                .served(served(log, model))
                .tokens(tokens(log))
                .id(JsonCells.text(log, "requestId")));
    }

    private static Modifiers served(JsonNode log, @Nullable String model) {
        Modifiers served = Modifiers.STANDARD.served(
                JsonCells.text(log, "output.outputBodyJson.performanceConfig.latency", "performanceConfig.latency"));
        boolean provisioned = model != null && model.startsWith("provisioned-model/");
        return provisioned ? served.served("provisioned") : served;
    }

    private static Tokens tokens(JsonNode log) throws RowProblem {
        Tokens tokens = Tokens.beside(
                JsonCells.count(log, "input.inputTokenCount"),
                JsonCells.count(log, "input.cacheReadInputTokenCount"),
                JsonCells.count(log, "input.cacheWriteInputTokenCount"),
                JsonCells.count(log, "output.outputTokenCount"));
        if (tokens.uncached() == null && tokens.output() == null) {
            throw RowProblem.of("input.inputTokenCount", "count.missing");
        }
        for (JsonNode usage : usages(log.path("output").path("outputBodyJson"))) {
            Long five = null;
            Long hour = null;
            if (usage.path("cache_creation").isObject()) {
                five = JsonCells.count(usage, "cache_creation.ephemeral_5m_input_tokens");
                hour = JsonCells.count(usage, "cache_creation.ephemeral_1h_input_tokens");
            } else if (usage.path("cacheDetails").isArray()) {
                five = 0L;
                hour = 0L;
                for (JsonNode detail : usage.path("cacheDetails")) {
                    long count = CellValues.required("cacheDetails.inputTokens", JsonCells.text(detail, "inputTokens"));
                    boolean long1 = "1h".equals(JsonCells.text(detail, "ttl"));
                    hour += long1 ? count : 0;
                    five += long1 ? 0 : count;
                }
            }
            Tokens split = tokens.withWrites(five, hour);
            // Early events of a stream may know less than the log.
            if ((five != null || hour != null) && (tokens.write() == null || split.input() == tokens.input())) {
                return split;
            }
        }
        return tokens;
    }

    private static List<JsonNode> usages(JsonNode body) {
        List<JsonNode> found = new ArrayList<>();
        for (JsonNode part : body.isArray() ? body : List.of(body)) {
            for (String path : List.of("usage", "message.usage", "metadata.usage")) {
                if (JsonCells.at(part, path).isObject()) {
                    found.add(JsonCells.at(part, path));
                }
            }
        }
        return found;
    }

    /** The model's id out of an ARN; a profile made by the account itself has only an id of its own, which stays. */
    private static @Nullable String model(@Nullable String id) {
        if (id == null || !id.startsWith("arn:")) {
            return id;
        }
        String resource = id.substring(id.lastIndexOf(':', id.indexOf('/')) + 1);
        return resource.replaceFirst("^(foundation-model|inference-profile)/", "");
    }
}
