package app.steelyard.usage.format.cloud;

import app.steelyard.usage.row.Entry;
import app.steelyard.usage.row.Format;
import app.steelyard.usage.row.JsonCells;
import app.steelyard.usage.row.RowProblem;
import app.steelyard.usage.row.RowSink;
import app.steelyard.usage.row.Tokens;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * Answers of Amazon Bedrock's Converse as a program received them. Cached tokens are beside the input. They name neither
 * model nor time, which may stand beside them. Source: AWS, Amazon Bedrock API reference.
 */
public final class ConverseAnswers {
    public static final Format FORMAT = new Format.OfJson(
            "bedrock-converse",
            Format.Kind.USAGE,
            head -> head.hasProperties("inputTokens", "outputTokens", "totalTokens", "stopReason")
                            && Stream.of("usage", "response").anyMatch(head::firstHas)
                    ? "bedrock-converse"
                    : null,
            ConverseAnswers::read);

    private ConverseAnswers() {}

    private static void read(JsonNode record, RowSink rows) throws RowProblem {
        JsonNode answer = record.path("response").isObject() ? record.path("response") : record;
        JsonNode usage = answer.path("usage");
        if (!usage.isObject()) {
            rows.leaveOut("answers without usage");
            return;
        }
        rows.accept(Entry.of("bedrock")
                .at(JsonCells.time(record, "timestamp", "time"))
                .model(JsonCells.name(record, "modelId", "model", "request.modelId"))
                .tokens(Tokens.beside(
                        JsonCells.count(usage, "inputTokens"),
                        JsonCells.count(usage, "cacheReadInputTokens"),
                        JsonCells.count(usage, "cacheWriteInputTokens"),
                        JsonCells.count(usage, "outputTokens")))
                .id(JsonCells.text(answer, "ResponseMetadata.RequestId")));
    }
}
